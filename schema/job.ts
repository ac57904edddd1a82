import type { JobState as StateOf } from '../db/tables/job.ts'
import { builder } from './builder.ts'
import { JobState } from './enums.ts'

/** Long work that someone may watch. */
export interface JobRow {
  readonly id: string
  readonly kind: string
  readonly authority: string | null
  readonly state: StateOf
  readonly done: number
  readonly total: number | null
  readonly problems: readonly string[]
  readonly createdAt: string
  readonly updatedAt: string
}

export const Job = builder.objectRef<JobRow>('Job')

Job.implement({
  description: 'Long work: a bulk import, an evaluation of an authority. 任务。',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the job. 任务标识。' }),
    kind: t.exposeString('kind', { description: 'What it does. 种类。' }),
    authority: t.exposeString('authority', {
      nullable: true,
      description: 'Code of the authority it is about. 管理权限。',
    }),
    state: t.expose('state', { type: JobState, description: 'Where it stands. 状态。' }),
    done: t.exposeInt('done', { description: 'How many of `total` are done. 已完成。' }),
    total: t.exposeInt('total', { nullable: true, description: 'How many there are; null until known. 总数。' }),
    problems: t.stringList({
      description: 'What went wrong, for a person to read. 问题。',
      resolve: (job) => [...job.problems],
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Asked for at. 创建时间。' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'Last heard of at. 更新时间。' }),
  }),
})
