import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { divisionOf } from '../../db/divisions.ts'
import { divisionLevels, divisionOrder, pluginJsonSchema, pluginSchema } from '../../policy/index.ts'
import { exitCodes, Failure } from '../failure.ts'
import { say } from '../say.ts'
import { freshFiles } from './template.ts'
import { todayInChina } from './today.ts'

interface Options {
  readonly level: string
  readonly under: string
  readonly name?: string
}

/** `cadre plugin new`: a folder that says one thing, marked as a placeholder, and passes its own check. */
export const create = async (id: string, { level, under, name = id }: Options): Promise<void> => {
  if (!pluginSchema.shape.id.safeParse(id).success) throw badId(id)
  checkPlace(level, under)
  const folder = id
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? alreadyThere(folder) : error
  })
  const files = freshFiles({ id, level, name, under: divisionOf(under)?.name ?? under, today: todayInChina() })
  for (const [file, text] of files) await writeFile(join(folder, file), text, { flag: 'wx' })
  await writeFile(join(folder, 'plugin.schema.json'), formatOfParts(), { flag: 'wx' })
  say(
    `已建立 ${folder}/：${[...files.keys()].join('、')}。标有 PLACEHOLDER 之处请换成你们的文件和条款。\n` +
      `下一步：npx cadre plugin check ${folder}\n` +
      `Written to ${folder}/. Replace whatever is marked PLACEHOLDER, then check it.`,
  )
}

/** The format for an editor, which sees one file at a time: each holds only some parts of the document. */
const formatOfParts = (): string => {
  const { required: _, ...format } = pluginJsonSchema()
  return `${JSON.stringify(format, null, 2)}\n`
}

const checkPlace = (level: string, under: string): void => {
  const lower = divisionOrder.slice(1)
  const own = lower.find((each) => each === level)
  if (own === undefined)
    throw new Failure(
      `--level 只能是 ${lower.map((each) => `${each}（${divisionLevels[each]}）`).join('、')}，不能是\`${level}\`。` +
        `--level is one of ${lower.join(', ')}.`,
      exitCodes.misused,
    )
  const above = divisionOf(under)
  if (above === null)
    throw new Failure(
      `\`${under}\`不是现行行政区划代码；写上级辖区的 GB/T 2260 代码，如 410000，全国写 100000。` +
        `\`${under}\` is no division code in use: give the jurisdiction above, such as 410000, or 100000 for the nation.`,
      exitCodes.misused,
    )
  if (divisionOrder.indexOf(above.level) >= divisionOrder.indexOf(own))
    throw new Failure(
      `\`${under}\`（${above.name}）是 ${above.level} 一级，不在 ${level} 之上；--under 写上级辖区。` +
        `\`${under}\` is of level ${above.level}, not above ${level}: --under is the jurisdiction above.`,
      exitCodes.misused,
    )
}

const badId = (id: string) =>
  new Failure(
    `\`${id}\`不能作编号：用小写字母、数字和连字符，如 luohe。\`${id}\` is no id: use lower-case letters, digits and hyphens.`,
    exitCodes.misused,
  )

const alreadyThere = (folder: string) =>
  new Failure(
    `\`${folder}\`已经存在，不覆盖；换一个编号，或先移走它。\`${folder}\` is already there and is not overwritten: choose another id, or move it away.`,
  )
