import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { bossWithin, rosterQueue } from '../boss.ts'
import type { Ref } from '../recorded.ts'
import { type JobPhase, job } from '../tables/job.ts'
import { rosterImport } from '../tables/roster-import.ts'
import type { Tx } from '../transaction.ts'
import { giveBackHeld } from './job-holding.ts'

/** Kind of the jobs that import. */
export const rosterKind = 'roster'

/** What a job is to import. */
export type RosterAsked = Pick<
  typeof rosterImport.$inferInsert,
  'root' | 'by' | 'at' | 'onlyCheck' | 'askedOn' | 'uploadRoot' | 'uploadId' | 'uploadDigest' | 'uploadBytes'
>
export type RosterJob = typeof rosterImport.$inferSelect

const isJob = (id: string) => and(eq(job.id, id), eq(job.kind, rosterKind))
const spoken = { updatedAt: sql`clock_timestamp()` }

/** Asks for the import, within the caller's transaction; returns the job. */
export const askForRoster = async (tx: Tx, asked: RosterAsked): Promise<string> => {
  const id = uuid()
  await tx.insert(job).values({ id, kind: rosterKind })
  await tx.insert(rosterImport).values({ ...asked, jobId: id })
  await bossWithin(tx).send(rosterQueue, {}, { id })
  return id
}

/** Whether a job that is not over yet imports this upload. */
export const isBeingImported = async (tx: Tx, upload: Ref): Promise<boolean> => {
  const rows = await tx
    .select({ id: job.id })
    .from(rosterImport)
    .innerJoin(job, eq(job.id, rosterImport.jobId))
    .where(
      and(
        eq(rosterImport.uploadRoot, upload.root),
        eq(rosterImport.uploadId, upload.id),
        inArray(job.state, ['queued', 'running']),
      ),
    )
    .limit(1)
  return rows.length > 0
}

export const rosterJob = async (tx: Tx, id: string): Promise<RosterJob> => {
  const [row] = await tx.select().from(rosterImport).where(eq(rosterImport.jobId, id))
  if (row === undefined) throw new Error(`The job ${id} imports no roster.`)
  return row
}

/** Takes a job up; false when it was discarded before. */
export const beginRoster = async (tx: Tx, id: string): Promise<boolean> => {
  const rows = await tx
    .update(job)
    .set({ state: 'running', phase: 'reading', done: 0, total: null, ...spoken })
    .where(and(isJob(id), inArray(job.state, ['queued', 'running'])))
    .returning({ id: job.id })
  if (rows.length === 0) await bossWithin(tx).deleteJob(rosterQueue, id)
  return rows.length > 0
}

/** Tells what the import is at; false when it is to stop, because somebody discarded it. */
export const tellPhase = async (tx: Tx, id: string, phase: JobPhase, done: number, total: number | null) => {
  const told = { phase, done, total, ...spoken }
  const rows = await tx.update(job).set(told).where(isRunning(id)).returning({ id: job.id })
  return rows.length > 0
}

const isRunning = (id: string) => and(isJob(id), eq(job.state, 'running'))

/** True while the job is under way; it cannot be discarded before the caller's transaction ends. */
export const holdRunning = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.select({ id: job.id }).from(job).where(isRunning(id)).for('update')).length > 0

/** Ends the job and takes its ticket out of the queue. */
export const finishRoster = async (tx: Tx, id: string, problems: readonly string[]): Promise<void> => {
  const reasons = problems.map((reason) => ({ reason }))
  await tx
    .update(job)
    .set({ state: 'done', problems: reasons, ...spoken })
    .where(isJob(id))
  await bossWithin(tx).deleteJob(rosterQueue, id)
}

/** Puts a job back for another try; after too many tries it has failed, with what stood in the way. */
export const giveBackRoster = (tx: Tx, id: string, reason: string): Promise<void> =>
  giveBackHeld(tx, rosterQueue, id, reason)

/** Lays a job aside for the next worker, as if nobody had tried: this one is leaving. */
export const layAsideRoster = async (tx: Tx, id: string): Promise<void> => {
  const boss = bossWithin(tx)
  const waiting = { state: 'queued', phase: null, done: 0, total: null, ...spoken } as const
  const rows = await tx.update(job).set(waiting).where(isRunning(id)).returning({ id: job.id })
  await boss.deleteJob(rosterQueue, id)
  if (rows.length > 0) await boss.send(rosterQueue, {}, { id })
}

/** Ends a job of which nothing is written yet; false when it is too late for that. */
export const discardRoster = async (tx: Tx, id: string): Promise<boolean> => {
  const early = or(isNull(job.phase), inArray(job.phase, ['reading', 'checking']), isOnlyCheck)
  const rows = await tx
    .update(job)
    .set({ state: 'discarded', phase: null, ...spoken })
    .where(and(isJob(id), inArray(job.state, ['queued', 'running']), early, isUnwritten))
    .returning({ id: job.id })
  if (rows.length > 0) await bossWithin(tx).deleteJob(rosterQueue, id)
  return rows.length > 0
}

const isOnlyCheck = sql`exists (select from roster_import i where i.job_id = ${job.id} and i.only_check)`
/** A worker that died after writing may have left the job waiting. */
const isUnwritten = sql`not exists (select from roster_import i where i.job_id = ${job.id} and i.taken is not null)`
