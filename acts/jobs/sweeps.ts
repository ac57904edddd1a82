import { bossWithin, conflictQueue } from '../../db/boss.ts'
import type { Database } from '../../db/connect.ts'
import { type SweepTicket, sweepKind } from '../../db/queries/conflict-jobs.ts'
import { isNobodySweeping } from '../../db/queries/conflict-register.ts'
import { beginJob, finishJob, giveBackJob, silentJobs, tellProgress } from '../../db/queries/evaluation-jobs.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { sweep } from '../conflicts/sweep.ts'
import type { WorkerTrouble } from './trouble.ts'

const job = { mode: 'write', pace: 'job' } as const

const unexpected =
  '回避关系重查多次遇到意外错误，现有结论未变。An unexpected error, several times over; what was said of pairs before still stands.'
const abandoned =
  '回避关系重查多次中断，现有结论未变。Broken off several times over; what was said of pairs before still stands.'

/** Takes up one sweep, if one waits; `after` is awaited after each step of it. */
export const workSweep = async (
  db: Database,
  trouble: WorkerTrouble,
  after: () => Promise<unknown> = async () => {},
): Promise<boolean> => {
  const ticket = await transaction(db, job, takeTicket)
  if (ticket === null) return recoverOne(db)
  try {
    await sweep(db, ticket.data.root, async (done, total) => {
      await transaction(db, job, (tx) => tellProgress(tx, ticket.id, done, total))
      await after()
    })
    await transaction(db, job, (tx) => finishJob(tx, ticket.id, conflictQueue))
  } catch (error) {
    trouble(error)
    await transaction(db, job, (tx) => giveBackJob(tx, ticket.id, unexpected, conflictQueue))
  }
  return true
}

/** Taken from the queue and begun in one transaction: a worker that dies between leaves it waiting. */
const takeTicket = async (tx: Tx) => {
  const [ticket] = await bossWithin(tx).fetch<SweepTicket>(conflictQueue)
  if (ticket === undefined) return null
  await beginJob(tx, ticket.id)
  return ticket
}

/** Puts back a job whose worker died: it was begun, and nobody sweeps its root any more. */
const recoverOne = (db: Database): Promise<boolean> =>
  transaction(db, job, async (tx) => {
    for (const { id, authority } of await silentJobs(tx, sweepKind)) {
      if (!(await isNobodySweeping(tx, Number(authority)))) continue
      await giveBackJob(tx, id, abandoned, conflictQueue)
      return true
    }
    return false
  })
