import { and, eq, sql } from 'drizzle-orm'
import { bossWithin } from '../boss.ts'
import { job } from '../tables/job.ts'
import type { Tx } from '../transaction.ts'

const atWork = (kind: string, id: string) => sql`hashtextextended(${`${kind} ${id}`}, 0)`

/** Is the one to work on a job until the transaction ends; waits for whoever is just putting it back. */
export const ownJob = async (tx: Tx, kind: string, id: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${atWork(kind, id)})`)
}

/** True when nobody alive works on a job; nobody begins to before the transaction ends. */
export const isNobodyAt = async (tx: Tx, kind: string, id: string): Promise<boolean> => {
  const [row] = await tx.execute<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(${atWork(kind, id)}) as free`)
  return row?.free === true
}

/** Jobs under way, whether or not anyone is still at them. */
export const runningJobs = async (tx: Tx, kind: string): Promise<readonly string[]> => {
  const rows = await tx
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.kind, kind), eq(job.state, 'running')))
  return rows.map(({ id }) => id)
}

/** Puts a job under way back for another try; after too many tries it has failed, with what stood in the way. */
export const giveBackHeld = async (tx: Tx, queue: string, id: string, reason: string): Promise<void> => {
  const boss = bossWithin(tx)
  await boss.fail(queue, id, { reason })
  const ticket = await boss.getJobById(queue, id)
  const failed = ticket === null || ticket.state === 'failed'
  const over = { state: 'failed', problems: [{ reason }] } as const
  await tx
    .update(job)
    .set({
      ...(failed ? over : { state: 'queued', phase: null, done: 0, total: null }),
      updatedAt: sql`clock_timestamp()`,
    })
    .where(and(eq(job.id, id), eq(job.state, 'running')))
}
