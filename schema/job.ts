import { setTimeout as pause } from 'node:timers/promises'
import { isJobId } from '../acts/jobs/asked.ts'
import { type JobRow, jobsById } from '../db/queries/jobs.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { JobPhase, JobState } from './enums.ts'
import { keyed } from './keyed.ts'

export const Job = builder.objectRef<JobRow>('Job')

const jobLoader = keyed(jobsById)

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

/** A job that a row names, as it stands now. */
export const jobOf = async (context: Context, id: string): Promise<JobRow> => context.named(jobLoader, id)

builder.queryField('job', (t) =>
  t.field({
    type: Job,
    nullable: true,
    description: 'The job with this id. 按标识查任务。',
    args: { id: t.arg.id({ required: true, description: 'Its id. 任务标识。' }) },
    resolve: (_root, { id }, context) => (isJobId(id) ? context.load(jobLoader, id) : null),
  }),
)

const askAgainMs = 500

/** Each change of these jobs until all are over; every look at them is a short transaction of its own. */
export async function* progressOf(context: Context, ids: readonly string[]): AsyncGenerator<JobRow> {
  const told = new Map<string, string>()
  for (;;) {
    const jobs = (await context.read((tx) => jobsById(tx, ids))).filter((job) => job !== null)
    for (const job of jobs) if (told.get(job.id) !== job.updatedAt) yield job
    for (const job of jobs) told.set(job.id, job.updatedAt)
    if (!jobs.some(({ state }) => state === 'queued' || state === 'running')) return
    await pause(askAgainMs)
  }
}

builder.subscriptionField('jobProgress', (t) =>
  t.field({
    type: Job,
    description: 'How a job goes on, until it is done, has failed or is discarded. 任务进度。',
    args: { id: t.arg.id({ required: true, description: 'Its id. 任务标识。' }) },
    subscribe: (_root, { id }, context) => progressOf(context, isJobId(id) ? [id] : []),
    resolve: (job) => job,
  }),
)
