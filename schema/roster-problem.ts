import { type ImportKey, type ReportLine, reportLines } from '../db/queries/roster-reports.ts'
import type { ProblemRank } from '../db/tables/roster-import.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { cursorOf, lengthOf, type PageArgs, pageOf } from './page.ts'

export const RosterProblem = builder.objectRef<ReportLine>('RosterProblem')
export const RosterProblemConnection = builder.connectionObject({
  type: RosterProblem,
  name: 'RosterProblemConnection',
})

RosterProblem.implement({
  description: 'One cell of a roster that is wrong, or to be looked at. 名册中的一处问题。',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable word; programs branch on it. 代码。' }),
    sheet: t.exposeString('sheet', { description: 'File of the archive, or tab of the workbook. 表。' }),
    row: t.exposeInt('row', { nullable: true, description: 'As shown; the first is 1. Null: the whole sheet. 行。' }),
    column: t.exposeString('column', { nullable: true, description: 'Heading; null: the whole row. 列。' }),
    value: t.exposeString('value', { nullable: true, description: 'What the cell says. 内容。' }),
    reason: t.string({
      description: 'What is wrong with it. 问题。',
      resolve: ({ reason }, _args, { language }) => reason[language],
    }),
    remedy: t.string({
      description: 'What would be right. 处理办法。',
      resolve: ({ remedy }, _args, { language }) => remedy[language],
    }),
  }),
})

/** A page of a report, in reading order. */
export const linesOf = async (context: Context, key: ImportKey, rank: ProblemRank, args: PageArgs) => {
  const after = Number(cursorOf(args, ['number'])?.[0] ?? -1)
  const page = { after, limit: lengthOf(args) + 1 }
  return pageOf(await context.read((tx) => reportLines(tx, key, rank, page)), args, ({ ordinal }) => [ordinal])
}
