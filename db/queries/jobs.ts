import { eq, getTableColumns, inArray } from 'drizzle-orm'
import { type JobPhase, type JobState, job } from '../tables/job.ts'
import { rosterImport } from '../tables/roster-import.ts'
import type { Tx } from '../transaction.ts'

/** What an import says of itself, beside the lines of its report. */
export type RosterImportRow = Omit<typeof rosterImport.$inferSelect, 'taken'>

/** Long work, as someone who watches it sees it. */
export interface JobRow {
  readonly id: string
  readonly kind: string
  readonly authority: string | null
  readonly state: JobState
  readonly phase: JobPhase | null
  readonly done: number
  readonly total: number | null
  readonly problems: readonly unknown[]
  readonly createdAt: string
  readonly updatedAt: string
  /** What it imports, when it is an import. */
  readonly roster: RosterImportRow | null
}

// Whoever watches an import asks again and again: what it has left to do may be long, and is nobody's business.
const { taken: _, ...roster } = getTableColumns(rosterImport)

/** In the order asked; `null` where there is none. */
export const jobsById = async (tx: Tx, ids: readonly string[]): Promise<(JobRow | null)[]> => {
  const rows = await tx
    .select({ job, roster })
    .from(job)
    .leftJoin(rosterImport, eq(rosterImport.jobId, job.id))
    .where(inArray(job.id, [...ids]))
  const found = new Map(rows.map((row) => [row.job.id, { ...row.job, roster: row.roster }]))
  return ids.map((id) => found.get(id) ?? null)
}

export const jobById = async (tx: Tx, id: string): Promise<JobRow | null> => (await jobsById(tx, [id]))[0] ?? null
