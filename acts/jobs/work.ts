import { setTimeout as pause } from 'node:timers/promises'
import { bossWithin, evaluationQueue } from '../../db/boss.ts'
import type { Database } from '../../db/connect.ts'
import { DatabaseError, databaseError } from '../../db/errors.ts'
import { isNobodyBuilding } from '../../db/queries/evaluation.ts'
import {
  beginJob,
  finishJob,
  giveBackJob,
  jobsAmong,
  silentJobs,
  type Ticket,
  tellProgress,
} from '../../db/queries/evaluation-jobs.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { evaluateAuthority, type Progress } from '../evaluate/evaluate-authority.ts'
import { workPreview } from './previews.ts'
import { workSweep } from './sweeps.ts'
import type { WorkerTrouble } from './trouble.ts'

const job = { mode: 'write', pace: 'job' } as const
const idleMs = 250

export type { WorkerTrouble } from './trouble.ts'

/** A job could not be done, however often it was tried. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed'
}

/**
 * Returns when these jobs are done, working the queue meanwhile: for a program that must not leave before its findings
 * are current, whether or not a server is at work beside it.
 */
export const runJobsUntilDone = async (
  db: Database,
  ids: readonly string[],
  progress: Progress = async () => {},
): Promise<void> => {
  const errors: unknown[] = []
  const standing = async (): Promise<boolean> => {
    const jobs = await transaction(db, { mode: 'read' }, (tx) => jobsAmong(tx, ids))
    const failed = jobs.filter(({ state }) => state === 'failed').map(({ id }) => id)
    if (failed.length > 0) throw new JobFailed(`Jobs failed: ${failed.join(', ')}`, { cause: errors.at(-1) })
    if (ids.length > 0) await progress(sum(jobs.map(({ done }) => done)), sum(jobs.map(({ total }) => total ?? 0)))
    return ids.every((id) => jobs.some((each) => each.id === id && each.state === 'done'))
  }
  while (!(await standing())) {
    // What stands in the way of telling must not stand in the way of judging.
    const told = () => standing().catch(() => {})
    const trouble = (error: unknown) => errors.push(error)
    if (!(await workOne(db, trouble, told).catch(unconfirmed))) await pause(idleMs)
  }
}

const workOne = async (db: Database, trouble: WorkerTrouble, told: () => Promise<unknown>): Promise<boolean> =>
  (await workEvaluation(db, trouble, told)) ||
  (await workSweep(db, trouble, told)) ||
  (await workPreview(db, trouble, told))

/** What was asked for is saved already: a full disk only keeps what follows from it from being said yet. */
const unconfirmed = (error: unknown): never => {
  if (databaseError(error)?.refusal !== 'full') throw error
  throw new DatabaseError('unknown_outcome', 'The disk was full before the findings were current.')
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0)

const unexpected =
  '重评多次遇到意外错误，现有结论未变。An unexpected error, several times over; what was said before still stands.'
const abandoned = '重评多次中断，现有结论未变。Broken off several times over; what was said before still stands.'

/** Takes up one evaluation, if one waits; `after` is awaited after each batch of it. */
export const workEvaluation = async (
  db: Database,
  trouble: WorkerTrouble,
  after: () => Promise<unknown> = async () => {},
): Promise<boolean> => {
  const ticket = await transaction(db, job, takeTicket)
  if (ticket === null) return recoverOne(db)
  try {
    await evaluateAuthority(db, ticket.data.authority, async (done, total) => {
      await transaction(db, job, (tx) => tellProgress(tx, ticket.id, done, total))
      await after()
    })
    await transaction(db, job, (tx) => finishJob(tx, ticket.id))
  } catch (error) {
    trouble(error)
    await transaction(db, job, (tx) => giveBackJob(tx, ticket.id, unexpected))
  }
  return true
}

/** Taken from the queue and begun in one transaction: a worker that dies between leaves it waiting. */
const takeTicket = async (tx: Tx) => {
  const [ticket] = await bossWithin(tx).fetch<Ticket>(evaluationQueue)
  if (ticket === undefined) return null
  await beginJob(tx, ticket.id)
  return ticket
}

/** Puts back a job whose worker died: it was begun, and nobody builds its evaluation any more. */
const recoverOne = (db: Database): Promise<boolean> =>
  transaction(db, job, async (tx) => {
    for (const { id, authority } of await silentJobs(tx)) {
      if (!(await isNobodyBuilding(tx, authority))) continue
      await giveBackJob(tx, id, abandoned)
      return true
    }
    return false
  })
