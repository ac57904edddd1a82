import { previewsById } from '../db/queries/preview-lists.ts'
import { type ChangeCount, changesPage, countsOfMany, type PreviewRow } from '../db/queries/previews.ts'
import { asOf, type Seen } from './as-of.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { documentOf } from './document-loader.ts'
import { JobState } from './enums.ts'
import { uuidOf } from './global-id.ts'
import { Job, jobOf } from './job.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { jurisdictionOf } from './jurisdiction-loader.ts'
import { keyed } from './keyed.ts'
import { cursorOf, lengthOf, pageArgs, pageOf } from './page.ts'
import { PluginVersion } from './plugin-version.ts'
import { ChangeKind, PreviewKind } from './policy-words.ts'
import { PreviewChangeConnection } from './preview-change.ts'
import { listLoader, rowKey } from './row-loader.ts'
import { Unit, unitLoader } from './unit.ts'

const previewLoader = keyed(previewsById)
const countsLoader = listLoader('never', countsOfMany)

/** The preview that another row names. */
export const previewOf = async (context: Context, id: string): Promise<PreviewRow> => context.named(previewLoader, id)

const previewOrNull = async (context: Context, globalId: string): Promise<PreviewRow | null> => {
  const id = uuidOf('Preview', globalId)
  return id === null ? null : context.load(previewLoader, id)
}

export const Preview = builder.objectRef<PreviewRow>('Preview')
const PreviewCount = builder.objectRef<ChangeCount & Seen>('PreviewCount')

PreviewCount.implement({
  description: 'How many people one kind of change is about, in one unit and one year. 变化统计。',
  fields: (t) => ({
    change: t.expose('change', { type: ChangeKind, description: 'What becomes of them. 变化。' }),
    year: t.exposeInt('year', { description: 'The year in which it is felt first. 年度。' }),
    unit: t.field({
      type: Unit,
      nullable: true,
      description: 'The organ they serve in on the day it is felt; null: in none. 单位。',
      resolve: ({ unit, at }, _args, context) => (unit === null ? null : context.load(unitLoader, rowKey(unit, at))),
    }),
    people: t.exposeInt('people', { description: 'How many. 人数。' }),
  }),
})

/** What a preview speaks of is seen on its first day, as the record now has it. */
const seenFirst = ({ fromOn }: PreviewRow) => ({ on: fromOn, knownAt: null })

builder.node(Preview, {
  description:
    'Two ways of judging everyone whom the policy of a jurisdiction reaches, compared person by person. Nothing else is written. 影响预览。',
  id: { resolve: ({ id }) => id },
  loadOne: (id, context) => previewOrNull(context, `Preview:${id}`),
  fields: (t) => ({
    kind: t.expose('kind', { type: PreviewKind, description: 'What is compared. 种类。' }),
    state: t.field({
      type: JobState,
      description: 'Where the job that computes it stands. 状态。',
      resolve: async ({ jobId }, _args, context) => (await jobOf(context, jobId)).state,
    }),
    job: t.field({
      type: Job,
      description: 'The job that computes it. 任务。',
      resolve: ({ jobId }, _args, context) => jobOf(context, jobId),
    }),
    digest: t.exposeString('digest', {
      nullable: true,
      description:
        'Names what was compared: the document, the place, the first day, the policy beside it, the facts and the horizon; acknowledged by whoever proposes. Null until done. 预览摘要值。',
    }),
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Where. 辖区。',
      resolve: async ({ jurisdiction }, _args, context) =>
        jurisdictionOf(context, jurisdiction, await asOf({}, context)),
    }),
    plugin: t.field({
      type: PluginVersion,
      nullable: true,
      description: 'The document that would take effect; null in a replay. 拟施行的政策。',
      resolve: ({ pluginDigest }, _args, context) => (pluginDigest === null ? null : documentOf(context, pluginDigest)),
    }),
    effectiveFrom: t.expose('effectiveFrom', {
      type: 'Date',
      nullable: true,
      description: 'First day it would count; null in a replay. 拟生效日期。',
    }),
    from: t.expose('fromOn', { type: 'Date', description: 'First day looked at. 起。' }),
    horizon: t.exposeInt('horizon', { description: 'Years looked ahead. 展望年数。' }),
    knownAt: t.expose('knownAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Of a replay: what was recorded by then is judged. 按当时记录。',
    }),
    policyAt: t.expose('policyAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Of a replay: under what was installed by then. 按当时政策。',
    }),
    people: t.exposeInt('people', { nullable: true, description: 'How many were judged; null until done. 评定人数。' }),
    askedBy: t.exposeString('askedBy', { description: 'Who asked for it. 提出人。' }),
    askedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When. 提出时间。' }),
    doneAt: t.expose('doneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Computed at; null until done. 完成时间。',
    }),
    counts: t.field({
      type: [PreviewCount],
      description: 'How many people each kind of change is about, by year and unit; none until done. 变化统计。',
      resolve: async (preview, _args, context) => [
        ...(await context.load(countsLoader, rowKey(preview, seenFirst(preview)))),
      ],
    }),
    changes: t.field({
      type: PreviewChangeConnection,
      description: 'Each change, by unit, person and rule; none until done. 变化清单。',
      args: pageArgs(t.arg),
      resolve: async (preview, args, context) => {
        const after = cursorOf(args, ['number'])
        const page = { first: lengthOf(args) + 1, after: after === null ? null : Number(after[0]) }
        const rows = await context.read((tx) => changesPage(tx, preview, page))
        return pageOf(
          rows.map((row) => ({ ...row, preview, at: seenFirst(preview) })),
          args,
          ({ ordinal }) => [ordinal],
        )
      },
    }),
  }),
})

builder.queryField('preview', (t) =>
  t.field({
    type: Preview,
    nullable: true,
    description: 'The preview with this id. 按标识查影响预览。',
    args: { id: t.arg.id({ required: true, description: 'Global id. 全局标识。' }) },
    resolve: (_root, { id }, context) => previewOrNull(context, String(id)),
  }),
)
