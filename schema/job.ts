import { setTimeout as pause } from 'node:timers/promises'
import { isJobId } from '../acts/jobs/asked.ts'
import { type JobRow, jobById } from '../db/queries/jobs.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { JobPhase, JobState } from './enums.ts'

export const Job = builder.objectRef<JobRow>('Job')

Job.implement({
  description: 'Long work: a bulk import, an evaluation of an authority. 任务。',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the job. 任务标识。' }),
    kind: t.exposeString('kind', { description: 'What it does. 种类。' }),
    authority: t.string({
      nullable: true,
      description: 'Code of the authority it is about; of an import, the one that files the roster. 管理权限。',
      resolve: ({ authority, roster }) => authority ?? roster?.at ?? null,
    }),
    state: t.expose('state', { type: JobState, description: 'Where it stands. 状态。' }),
    phase: t.expose('phase', {
      type: JobPhase,
      nullable: true,
      description: 'What an import is at; null while it waits, and for jobs of one phase only. 阶段。',
    }),
    done: t.exposeInt('done', { description: 'How many of `total` are done, in this phase. 已完成。' }),
    total: t.exposeInt('total', {
      nullable: true,
      description: 'How many there are, in this phase; null until known. 总数。',
    }),
    problems: t.stringList({
      description: 'What went wrong, for a person to read. 问题。',
      resolve: (job) => job.problems.map(reasonOf),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Asked for at. 创建时间。' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'Last heard of at. 更新时间。' }),
  }),
})

/** What a job keeps of a problem is an object with a `reason`, or a text. */
const reasonOf = (problem: unknown): string =>
  typeof problem === 'object' && problem !== null && 'reason' in problem ? String(problem.reason) : String(problem)

/** The job of an act, as it stands now. */
export const jobOf = async (context: Context, id: string): Promise<JobRow> => {
  const job = await find(context, id)
  if (job === null) throw new Error(`Job ${id} is not on record.`)
  return job
}

const find = async (context: Context, id: string): Promise<JobRow | null> =>
  isJobId(id) ? context.read((tx) => jobById(tx, id)) : null

builder.queryField('job', (t) =>
  t.field({
    type: Job,
    nullable: true,
    description: 'The job with this id. 按标识查任务。',
    args: { id: t.arg.id({ required: true, description: 'Its id. 任务标识。' }) },
    resolve: (_root, { id }, context) => find(context, id),
  }),
)

const askAgainMs = 500

/** Each change of a job until it is over; every look at it is a short transaction of its own. */
async function* progressOf(context: Context, id: string): AsyncGenerator<JobRow> {
  let told = ''
  for (;;) {
    const job = await find(context, id)
    if (job === null) return
    if (job.updatedAt !== told) yield job
    told = job.updatedAt
    if (job.state !== 'queued' && job.state !== 'running') return
    await pause(askAgainMs)
  }
}

builder.subscriptionField('jobProgress', (t) =>
  t.field({
    type: Job,
    description: 'How a job goes on, until it is done, has failed or is discarded. 任务进度。',
    args: { id: t.arg.id({ required: true, description: 'Its id. 任务标识。' }) },
    subscribe: (_root, { id }, context) => progressOf(context, id),
    resolve: (job) => job,
  }),
)
