import type { RosterCounts as CountsOf } from '../acts/roster/report/report.ts'
import type { RosterImportRow } from '../db/queries/jobs.ts'
import { builder } from './builder.ts'
import { Job } from './job.ts'
import { pageArgs } from './page.ts'
import { linesOf, RosterProblemConnection } from './roster-problem.ts'

type Counted = Readonly<Record<string, number>>

const counted: Readonly<Record<keyof CountsOf, string>> = {
  people: 'People with a row in the roster. 名册人数。',
  peopleNew: 'Of these, people not known before. 新增人数。',
  peopleChanged: 'People of whose file anything changes. 档案有变化的人数。',
  personalChanged: 'People whose own data change. 个人信息有变化的人数。',
  careersChanged: 'People whose assignments change. 履历有变化的人数。',
  statesChanged: 'People whose states change. 状态有变化的人数。',
  dossiersChanged: 'People whose dossier changes. 考察材料有变化的人数。',
  kinChanged: 'People whose ties of kinship change. 亲属关系有变化的人数。',
  organisationChanged: 'Units, teams and posts that change. 有变化的单位、班子、职位数。',
  judged: 'People judged again. 重新评定的人数。',
  becomeDue: 'People who become due on the day. 转为应交流的人数。',
  ceaseDue: 'People who are no longer due on the day. 不再应交流的人数。',
}

const RosterCounts = builder.objectRef<Counted>('RosterCounts')

RosterCounts.implement({
  description: 'What a roster changes. 名册引起的变化。',
  fields: (t) =>
    Object.fromEntries(
      Object.entries(counted).map(([name, description]) => [
        name,
        t.int({ description, resolve: (counts) => counts[name] ?? 0 }),
      ]),
    ),
})

const RosterImport = builder.objectRef<RosterImportRow>('RosterImport')

RosterImport.implement({
  description: 'A roster that a job imports, and what came of it: taken whole, or refused whole. 名册导入。',
  fields: (t) => ({
    at: t.exposeString('at', { description: 'Code of the jurisdiction that files it. 填报辖区。' }),
    by: t.exposeString('by', { description: 'Who asked for it. 导入人。' }),
    check: t.exposeBoolean('onlyCheck', { description: 'Only examined: nothing is written. 仅检查。' }),
    digest: t.exposeString('uploadDigest', { description: 'SHA-256 of the file that was sent. 文件摘要值。' }),
    bytes: t.exposeInt('uploadBytes', { description: 'Length of that file. 文件字节数。' }),
    on: t.expose('countedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day the counts speak of; null until known. 统计日期。',
    }),
    accepted: t.exposeBoolean('accepted', {
      nullable: true,
      description: 'Whether it was taken (with `check`: would be). Null: not known yet. 是否通过。',
    }),
    counts: t.field({
      type: RosterCounts,
      nullable: true,
      description: 'What it changed (with `check`: would change); null unless accepted. 变化统计。',
      resolve: ({ accepted, counts }) => (accepted === true ? counts : null),
    }),
    problemCount: t.exposeInt('problemCount', { description: 'How many cells are wrong. 问题数。' }),
    warningCount: t.exposeInt('warningCount', { description: 'How many are to be looked at. 提示数。' }),
    problems: t.field({
      type: RosterProblemConnection,
      description: 'Everything wrong, in reading order, while the report is kept. 全部问题。',
      args: pageArgs(t.arg),
      resolve: (roster, args, context) => linesOf(context, roster, 0, args),
    }),
    warnings: t.field({
      type: RosterProblemConnection,
      description: 'Everything to be looked at, in reading order, while the report is kept. 全部提示。',
      args: pageArgs(t.arg),
      resolve: (roster, args, context) => linesOf(context, roster, 1, args),
    }),
    report: t.string({
      nullable: true,
      description:
        'Path of the workbook with the bad cells marked, on this server; null: none yet, or nothing to mark. 标注表地址。',
      resolve: ({ jobId, reportId }) => (reportId === null ? null : `/rosters/${jobId}/report.xlsx`),
    }),
    reportUntil: t.expose('reportUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'When the lines of the report and its workbook are deleted. 报告保留至。',
    }),
  }),
})

builder.objectField(Job, 'roster', (t) =>
  t.field({
    type: RosterImport,
    nullable: true,
    description: 'What it imports, when it is an import of a roster. 名册导入。',
    resolve: ({ roster }) => roster,
  }),
)
