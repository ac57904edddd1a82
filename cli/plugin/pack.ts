import { divisions } from '../../db/divisions.ts'
import {
  certificateProblems,
  certify,
  digestOf,
  documentFormat,
  type Manifest,
  type PluginDocument,
  type PluginPackage,
  packageBytes,
  readPackage,
} from '../../policy/index.ts'
import { checkedDay } from '../day.ts'
import { exitCodes, Failure } from '../failure.ts'
import { say } from '../say.ts'
import { acceptWords, openLines, openPoints } from './certificate-lines.ts'
import { writeWhole } from './file.ts'
import { problemLines } from './problem-lines.ts'
import { sound } from './sound.ts'
import { readSource, type Source } from './source.ts'
import { standingAbove } from './superiors.ts'
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
  for (const line of await linesAbove(document, target, source)) say(line)
  say(
    `已写入 ${out}：${document.id} ${document.version}，用于 ${target}，序号 ${manifest.sequence}，摘要 ${manifest.digest}。尚未签名。\n` +
      `下一步：npx cadre plugin key new --out keys（还没有密钥时），再 npx cadre plugin sign ${out} --key keys/private.pem`,
  )
}

/** What somebody has to answer for when it is proposed, as far as the rules that come with the product tell. */
const linesAbove = async (document: PluginDocument, target: string, source: Source): Promise<readonly string[]> => {
  const above = await standingAbove(document, target, undefined).catch((error: unknown) => {
    if (error instanceof Failure) return null
    throw error
  })
  if (above === null) return []
  const certificate = certify(document, target, above.superiors, divisions)
  const refused = certificateProblems(certificate)
  const open = openPoints(certificate)
  return [
    ...refused.flatMap((problem) => problemLines(problem, source, 'zh')),
    ...(refused.length === 0
      ? []
      : [`对照上级政策有 ${refused.length} 处问题，安装时会被拒绝。It would be refused where it is installed.`]),
    ...open.flatMap((item) => openLines(item, source, 'zh')),
    ...(open.length === 0
      ? []
      : [`以上 ? 处由提出人比对后负责：${acceptWords(open)}。The proposer answers for these when it is installed.`]),
  ]
}

const wholeNumber = (text: string): number => {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new Failure(
    `\`${text}\`不能作序号：写从 1 起的整数，每次比上一次大。\`${text}\` is no sequence: a whole number from 1, larger each time.`,
    exitCodes.misused,
  )
}
