import { divisions } from '../../db/divisions.ts'
import {
  digestOf,
  documentFormat,
  type Manifest,
  type PluginPackage,
  packageBytes,
  readPackage,
} from '../../policy/index.ts'
import { checkedDay } from '../day.ts'
import { exitCodes, Failure } from '../failure.ts'
import { say } from '../say.ts'
import { writeWhole } from './file.ts'
import { problemLines } from './problem-lines.ts'
import { sound } from './sound.ts'
import { readSource } from './source.ts'
import { todayInChina } from './today.ts'

interface Options {
  readonly for: string
  readonly sequence: string
  readonly out: string
  readonly on?: string
}

/** `cadre plugin pack`: the document in the file that is signed and handed in. The same inputs make the same bytes. */
export const pack = async (path: string, { for: target, sequence, out, on }: Options): Promise<void> => {
  const source = await readSource(path)
  const document = sound(source)
  const manifest: Manifest = {
    plugin: document.id,
    version: document.version,
    digest: digestOf(document),
    target,
    sequence: wholeNumber(sequence),
    format: { from: documentFormat, to: documentFormat },
    signedOn: on === undefined ? todayInChina() : checkedDay(on),
  }
  const sealed: PluginPackage = { package: 1, manifest, signatures: [], document }
  const read = readPackage(sealed, divisions)
  if ('problems' in read)
    throw new Failure(
      read.problems
        .flatMap((problem) => problemLines(problem, { ...source, name: '--for', placeOf: () => null }, 'zh'))
        .join('\n'),
    )
  await writeWhole(out, packageBytes(sealed))
  say(
    `已写入 ${out}：${document.id} ${document.version}，用于 ${target}，序号 ${manifest.sequence}，摘要 ${manifest.digest}。尚未签名。\n` +
      `下一步：npx cadre plugin sign ${out} --key private.pem`,
  )
}

const wholeNumber = (text: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new Failure(
    `\`${text}\`不能作序号：写从 1 起的整数，每次比上一次大。\`${text}\` is no sequence: a whole number from 1, larger each time.`,
    exitCodes.misused,
  )
}
