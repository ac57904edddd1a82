import { startPreview } from '../acts/previews/start-preview.ts'
import type { PreviewBegun } from '../db/queries/previews.ts'
import { builder } from './builder.ts'
import { answered, given, idempotencyKey } from './change-input.ts'
import { Job, jobOf } from './job.ts'
import { Preview, previewOf } from './preview.ts'
import { policyRefusals } from './problem.ts'

const StartPreviewInput = builder.inputType('StartPreviewInput', {
  description: 'What is to be previewed. 影响预览的内容。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    jurisdiction: t.string({
      required: true,
      description: 'Code of the place where it would be installed. 辖区代码。',
    }),
    plugin: t.string({
      required: true,
      description: 'Digest of the document, as `PUT /plugins` told it. 文档摘要值。',
    }),
    effectiveFrom: t.field({ type: 'Date', required: true, description: 'First day it would count. 拟生效日期。' }),
    horizon: t.int({ required: true, defaultValue: 5, description: 'Years looked ahead, 1 to 40. 展望年数。' }),
  }),
})

const StartPreviewPayload = builder.objectRef<PreviewBegun>('StartPreviewPayload')

StartPreviewPayload.implement({
  description: 'The preview is being computed. 正在计算影响预览。',
  fields: (t) => ({
    job: t.field({
      type: Job,
      description: 'Watch it with `jobProgress`. 任务。',
      resolve: ({ job }, _args, context) => jobOf(context, job),
    }),
    preview: t.field({
      type: Preview,
      description: 'The preview; its changes are there when the job is done. 影响预览。',
      resolve: ({ preview }, _args, context) => previewOf(context, preview),
    }),
  }),
})

builder.mutationField('startPreview', (t) =>
  t.field({
    type: StartPreviewPayload,
    description:
      'Starts a job that computes whom a document would make due or release. Nothing is installed. 影响预览。',
    args: { input: t.arg({ type: StartPreviewInput, required: true, description: 'What to preview. 内容。' }) },
    errors: {
      types: policyRefusals,
      directResult: true,
      union: { name: 'StartPreviewResult', description: 'The preview under way, or why there is none. 结果。' },
    },
    resolve: (_root, { input }, context) => answered(context, (db, actor) => startPreview(db, actor, given(input))),
  }),
)
