import type { JobAsked } from '../acts/jobs/asked.ts'
import { discardImport } from '../acts/roster/upload/discard-import.ts'
import { builder } from './builder.ts'
import { answered, idempotencyKey } from './change-input.ts'
import { Job, jobOf } from './job.ts'
import { jobRefusals } from './problem.ts'

const DiscardRosterInput = builder.inputType('DiscardRosterInput', {
  description: 'An import is given up. 作废导入任务。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    job: t.id({ required: true, description: 'Id of the job. 任务标识。' }),
  }),
})

const DiscardRosterPayload = builder.objectRef<JobAsked>('DiscardRosterPayload')

DiscardRosterPayload.implement({
  description: 'The job is discarded and its upload deleted. 已作废。',
  fields: (t) => ({
    job: t.field({
      type: Job,
      description: 'The job as it stands now. 任务。',
      resolve: ({ job }, _args, context) => jobOf(context, job),
    }),
  }),
})

builder.mutationField('discardRoster', (t) =>
  t.field({
    type: DiscardRosterPayload,
    description: 'Ends an import of which nothing is written yet, and deletes its upload. 作废导入任务。',
    args: { input: t.arg({ type: DiscardRosterInput, required: true, description: 'Which. 内容。' }) },
    errors: {
      types: jobRefusals,
      directResult: true,
      union: { name: 'DiscardRosterResult', description: 'The job as discarded, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => answered(context, (db, actor) => discardImport(db, actor, input)),
  }),
)
