import { startReplay } from '../acts/previews/start-replay.ts'
import type { PreviewBegun } from '../db/queries/previews.ts'
import { builder } from './builder.ts'
import { answered, given, idempotencyKey } from './change-input.ts'
import { Job, jobOf } from './job.ts'
import { Preview, previewOf } from './preview.ts'
import { policyRefusals } from './problem.ts'

const StartReplayInput = builder.inputType('StartReplayInput', {
  description: 'Whose past answers are compared with those of today. 回放的内容。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    jurisdiction: t.string({ required: true, description: 'Code of the jurisdiction. 辖区代码。' }),
    on: t.field({ type: 'Date', required: true, description: 'First day looked at. 所问之日。' }),
    knownAt: t.field({ type: 'DateTime', required: true, description: 'What was recorded by then. 按当时记录。' }),
    policyAt: t.field({ type: 'DateTime', required: true, description: 'What was installed by then. 按当时政策。' }),
    horizon: t.int({ required: true, defaultValue: 5, description: 'Years looked ahead, 1 to 40. 展望年数。' }),
  }),
})

const StartReplayPayload = builder.objectRef<PreviewBegun>('StartReplayPayload')

StartReplayPayload.implement({
  description: 'The replay is being computed. 正在回放。',
  fields: (t) => ({
    job: t.field({
      type: Job,
      description: 'Watch it with `jobProgress`. 任务。',
      resolve: ({ job }, _args, context) => jobOf(context, job),
    }),
    preview: t.field({
      type: Preview,
      description: 'What we would have said then (before), beside what we say now (after). 对比结果。',
      resolve: ({ preview }, _args, context) => previewOf(context, preview),
    }),
  }),
})

builder.mutationField('startReplay', (t) =>
  t.field({
    type: StartReplayPayload,
    description: 'Starts a job that judges everyone as we would have judged them then. Nothing is changed. 回放。',
    args: { input: t.arg({ type: StartReplayInput, required: true, description: 'What to replay. 内容。' }) },
    errors: {
      types: policyRefusals,
      directResult: true,
      union: { name: 'StartReplayResult', description: 'The replay under way, or why there is none. 结果。' },
    },
    resolve: (_root, { input }, context) => answered(context, (db, actor) => startReplay(db, actor, given(input))),
  }),
)
