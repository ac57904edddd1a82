import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { bossWithin, evaluationQueue } from '../boss.ts'
import { among, type KnownAt, type Ref } from '../recorded.ts'
import { evaluation } from '../tables/finding.ts'
import { job } from '../tables/job.ts'
import { person } from '../tables/person.ts'
import type { Tx } from '../transaction.ts'

/** What the queue carries: the job's row says the rest. */
export interface Ticket {
  readonly authority: string
}

const kind = 'evaluation'
const isUnfinished = inArray(job.state, ['queued', 'running'])
/** A job that failed is still owed. */
const mayReplace = sql`(${isUnfinished} or ${job.state} = 'failed' and ${job.createdAt} >= ${evaluation.startedAt})`

/**
 * Asks for an evaluation of the authority. While one waits already, the request joins it: its row stays locked until the
 * caller's transaction ends, so that no worker can begin it on the picture from before.
 */
export const askForEvaluation = async (tx: Tx, authority: string): Promise<string> => {
  const id = uuid()
  const [row] = await tx
    .insert(job)
    .values({ id, kind, authority })
    .onConflictDoUpdate({
      target: [job.kind, job.authority],
      targetWhere: sql`state = 'queued'`,
      set: { updatedAt: sql`now()` },
    })
    .returning({ id: job.id })
  if (row?.id === id) await bossWithin(tx).send(evaluationQueue, { authority } satisfies Ticket, { id })
  return row?.id ?? id
}

/**
 * The moment whose policy applies to these people now: `null` is the present. While a new evaluation of their authority is
 * on its way, they go on being judged as its standing one judged them.
 */
export const policyMoment = async (tx: Tx, people: readonly Ref[]): Promise<KnownAt> => {
  const [row] = await tx
    .select({ startedAt: sql<KnownAt>`min(${evaluation.startedAt})::text` })
    .from(evaluation)
    .innerJoin(job, and(eq(job.kind, kind), eq(job.authority, evaluation.authority), mayReplace))
    .innerJoin(person, and(eq(person.root, evaluation.root), eq(person.authority, evaluation.authority)))
    .where(and(eq(evaluation.state, 'current'), among(person, people)))
  return row?.startedAt ?? null
}

/**
 * Authorities whose last evaluation failed, so that what is said of their people is still what the one before said; and
 * those last evaluated before the schema took a step: an earlier version of this program judged them, as it knew how.
 */
export const authoritiesOwed = async (tx: Tx): Promise<string[]> => {
  const rows = await tx.execute<{ authority: number }>(sql`
    select distinct j.authority from job j where j.kind = ${kind} and j.state = 'failed' and not exists (
      select from evaluation e
      where e.authority = j.authority and e.started_at > j.created_at and e.superseded_at is distinct from e.activated_at
        and e.state <> 'building')
    union select e.authority from evaluation e
      where e.state = 'current' and e.started_at < (select max(applied_at) from schema_migration)`)
  return rows.map(({ authority }) => String(authority))
}

/** Takes a job up: waits for everyone who is just joining it. */
export const beginJob = async (tx: Tx, id: string): Promise<void> => {
  await tx.update(job).set({ state: 'running', done: 0, updatedAt: sql`clock_timestamp()` }).where(eq(job.id, id))
}

/** Tells how far a job is; doing so also tells that whoever works on it is alive. */
export const tellProgress = async (tx: Tx, id: string, done: number, total: number): Promise<void> => {
  await tx.update(job).set({ done, total, updatedAt: sql`clock_timestamp()` }).where(eq(job.id, id))
}

/** The job has done what was asked; its ticket is taken out of the queue. */
export const finishJob = async (tx: Tx, id: string, queue: string = evaluationQueue): Promise<void> => {
  await tx.update(job).set({ state: 'done', updatedAt: sql`clock_timestamp()` }).where(eq(job.id, id))
  await bossWithin(tx).deleteJob(queue, id)
}

/** Puts a job back for another try; after too many tries it has failed, with what stood in the way. */
export const giveBackJob = async (
  tx: Tx,
  id: string,
  reason: string,
  queue: string = evaluationQueue,
): Promise<void> => {
  const boss = bossWithin(tx)
  await boss.fail(queue, id, { reason })
  const ticket = await boss.getJobById(queue, id)
  if (ticket !== null && ticket.state !== 'failed') return
  await tx
    .update(job)
    .set({ state: 'failed', problems: [{ reason }], updatedAt: sql`clock_timestamp()` })
    .where(eq(job.id, id))
}

/** Jobs under way that nobody has spoken for during the last seconds. */
export const silentJobs = async (
  tx: Tx,
  of: string = kind,
): Promise<{ readonly id: string; readonly authority: string }[]> => {
  const rows = await tx
    .select({ id: job.id, authority: job.authority })
    .from(job)
    .where(and(eq(job.kind, of), eq(job.state, 'running'), lt(job.updatedAt, sql`clock_timestamp() - interval '5 s'`)))
  return rows.flatMap(({ id, authority }) => (authority === null ? [] : [{ id, authority }]))
}

/** How these jobs stand. */
export const jobsAmong = (tx: Tx, ids: readonly string[]) =>
  tx
    .select({ id: job.id, state: job.state, done: job.done, total: job.total })
    .from(job)
    .where(inArray(job.id, [...ids]))
