import { eq } from 'drizzle-orm'
import { type JobState, job } from '../tables/job.ts'
import type { Tx } from '../transaction.ts'

/** Long work, as someone who watches it sees it. */
export interface JobRow {
  readonly id: string
  readonly kind: string
  readonly authority: string | null
  readonly state: JobState
  readonly done: number
  readonly total: number | null
  readonly problems: readonly unknown[]
  readonly createdAt: string
  readonly updatedAt: string
}

export const jobById = async (tx: Tx, id: string): Promise<JobRow | null> => {
  const [row] = await tx.select().from(job).where(eq(job.id, id))
  return row ?? null
}
