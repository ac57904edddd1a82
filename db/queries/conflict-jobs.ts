import { sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { bossWithin, conflictQueue } from '../boss.ts'
import { job } from '../tables/job.ts'
import type { Tx } from '../transaction.ts'

/** What the queue carries: the job's row says the rest. */
export interface SweepTicket {
  readonly root: number
}

/** Kind of the jobs that sweep; their `authority` is the jurisdiction whose code is the root. */
export const sweepKind = 'conflicts'

/**
 * Asks for the pairs of a root to be assessed anew. While a sweep waits already, the request joins it: its row stays locked
 * until the caller's transaction ends, so that no worker can begin it on the picture from before.
 */
export const askForSweep = async (tx: Tx, root: number): Promise<string> => {
  const id = uuid()
  const [row] = await tx
    .insert(job)
    .values({ id, kind: sweepKind, authority: String(root) })
    .onConflictDoUpdate({
      target: [job.kind, job.authority],
      targetWhere: sql`state = 'queued'`,
      set: { updatedAt: sql`now()` },
    })
    .returning({ id: job.id })
  if (row?.id === id) await bossWithin(tx).send(conflictQueue, { root } satisfies SweepTicket, { id })
  return row?.id ?? id
}

/** Which of these roots have conflicts in the record, on either side. */
export const rootsWithConflicts = async (tx: Tx, roots: readonly number[]): Promise<number[]> => {
  const rows = await tx.execute<{ root: number }>(sql`
    select root from unnest(${sql.param([...roots])}::int[]) root
    where exists (select from conflict c where (c.root = root.root or c.second_root = root.root) and c.recorded_to is null)
    order by root`)
  return rows.map(({ root }) => root)
}

/** Roots whose last sweep failed, so that what is said of their pairs is still what the one before said. */
export const rootsOwed = async (tx: Tx): Promise<{ readonly root: number }[]> => {
  const rows = await tx.execute<{ root: number }>(sql`
    select distinct j.authority as root from job j
    where j.kind = ${sweepKind} and j.state = 'failed' and not exists (
      select from conflict_register r where r.root = j.authority and r.policy_at > j.created_at)`)
  return rows.map(({ root }) => ({ root }))
}
