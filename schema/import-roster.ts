import type { JobAsked } from '../acts/jobs/asked.ts'
import { askImport, UnknownUpload } from '../acts/roster/upload/ask-import.ts'
import { builder } from './builder.ts'
import { answered, idempotencyKey } from './change-input.ts'
import { refOf } from './global-id.ts'
import { Job, jobOf } from './job.ts'
import { jobRefusals } from './problem.ts'

const ImportRosterInput = builder.inputType('ImportRosterInput', {
  description: 'A roster is imported from an upload. 导入名册。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    upload: t.id({ required: true, description: 'What `PUT /rosters` answered with as `id`. 上传件。' }),
    at: t.string({ required: true, description: 'Code of the jurisdiction that files it. 填报辖区。' }),
    check: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Examine only: nothing is written, and the upload stays. 仅检查。',
    }),
    on: t.field({ type: 'Date', description: 'The day the counts speak of; none: that of the import. 统计日期。' }),
  }),
})

const ImportRosterPayload = builder.objectRef<JobAsked>('ImportRosterPayload')

ImportRosterPayload.implement({
  description: 'The job that imports it. 导入任务。',
  fields: (t) => ({
    job: t.field({
      type: Job,
      description: 'Watch it with `jobProgress`. 任务。',
      resolve: ({ job }, _args, context) => jobOf(context, job),
    }),
  }),
})

builder.mutationField('importRoster', (t) =>
  t.field({
    type: ImportRosterPayload,
    description: 'Starts a job that takes a roster whole, or refuses it whole with every bad cell. 导入名册。',
    args: { input: t.arg({ type: ImportRosterInput, required: true, description: 'What to import. 内容。' }) },
    errors: {
      types: jobRefusals,
      directResult: true,
      union: { name: 'ImportRosterResult', description: 'The job that imports it, or why there is none. 结果。' },
    },
    resolve: (_root, { input }, context) => {
      const upload = refOf('Upload', input.upload)
      if (upload === null) throw new UnknownUpload(input.upload)
      return answered(context, (db, actor) => askImport(db, actor, { ...input, upload, on: input.on ?? null }))
    },
  }),
)
