import { bossWithin, previewQueue } from '../../db/boss.ts'
import type { Database } from '../../db/connect.ts'
import { beginJob, tellProgress } from '../../db/queries/evaluation-jobs.ts'
import { giveBackHeld, isNobodyAt, ownJob, runningJobs } from '../../db/queries/job-holding.ts'
import { failPreview } from '../../db/queries/preview-jobs.ts'
import { previewKind } from '../../db/queries/previews.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { GroundMoving, runPreview } from '../previews/run-preview.ts'
import type { WorkerTrouble } from './trouble.ts'
import { whileHeld } from './while-held.ts'

const job = { mode: 'write', pace: 'job' } as const

const unexpected = '预演多次遇到意外错误，未得出结果。An unexpected error, several times over; nothing was computed.'
const abandoned = '预演多次中断，未得出结果。Broken off several times over; nothing was computed.'
const moving =
  '预演期间名册或政策接连变动，未得出结果；请待录入结束后重新发起。The rosters or policies kept changing while it was being computed; start it again when nobody is filing.'

/** Takes up one preview or replay, if one waits; `after` is awaited after each step of it. */
export const workPreview = async (
  db: Database,
  trouble: WorkerTrouble,
  after: () => Promise<unknown> = async () => {},
): Promise<boolean> => {
  const worked = await whileHeld(db, takeTicket, (id) =>
    runPreview(db, id, async (done, total) => {
      await transaction(db, job, (tx) => tellProgress(tx, id, done, total))
      await after()
    }).catch((error: unknown) => putBack(db, id, error, trouble)),
  )
  return worked || recoverOne(db)
}

const takeTicket = async (tx: Tx, hold: Tx): Promise<string | null> => {
  const [ticket] = await bossWithin(tx).fetch(previewQueue)
  if (ticket === undefined) return null
  await ownJob(hold, previewKind, ticket.id)
  await beginJob(tx, ticket.id)
  return ticket.id
}

const putBack = async (db: Database, id: string, error: unknown, trouble: WorkerTrouble): Promise<void> => {
  if (error instanceof GroundMoving) return transaction(db, job, (tx) => failPreview(tx, id, moving))
  trouble(error)
  await transaction(db, job, (tx) => giveBackHeld(tx, previewQueue, id, unexpected))
}

/** Puts back a job whose worker died: it was begun, and nobody holds it any more. */
const recoverOne = (db: Database): Promise<boolean> =>
  transaction(db, job, async (tx) => {
    for (const id of await runningJobs(tx, previewKind)) {
      if (!(await isNobodyAt(tx, previewKind, id))) continue
      await giveBackHeld(tx, previewQueue, id, abandoned)
      return true
    }
    return false
  })
