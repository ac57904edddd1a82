import { bossWithin, rosterQueue } from '../../db/boss.ts'
import type { Database } from '../../db/connect.ts'
import { isNobodyAt, ownJob, runningJobs } from '../../db/queries/job-holding.ts'
import {
  beginRoster,
  giveBackRoster,
  holdRunning,
  layAsideRoster,
  type RosterJob,
  rosterJob,
  rosterKind,
  tellPhase,
} from '../../db/queries/roster-jobs.ts'
import type { JobPhase } from '../../db/tables/job.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import type { Bilingual } from '../../policy/index.ts'
import { importUpload, RosterDiscarded, type TellPhase } from '../roster/upload/import-upload.ts'
import { whileHeld } from './while-held.ts'
import type { WorkerTrouble } from './work.ts'

const job = { mode: 'write', pace: 'job' } as const
const tellAgainMs = 250

/** Why a job failed in the end, after `what` happened once too often. */
const failedBy = (what: Bilingual, { taken }: RosterJob): string =>
  taken === null
    ? `导入${what.zh}，未写入任何内容。${what.en}; nothing was written.`
    : `名册已写入，其后${what.zh}，部分结论尚未更新。${what.en}, after the roster was written; some findings are not current yet.`

const unexpected = { zh: '多次遇到意外错误', en: 'An unexpected error, several times over' }
const abandoned = { zh: '多次中断', en: 'Broken off several times over' }

/** The worker is leaving: the job is for the next one. */
class LaidAside extends Error {}

/** Takes up one roster, if one waits. */
export const workRoster = async (db: Database, trouble: WorkerTrouble, leaving: AbortSignal): Promise<boolean> => {
  const worked = await whileHeld(db, takeTicket, (id) =>
    importUpload(db, id, telling(db, id, leaving)).catch((error: unknown) => putBack(db, id, error, trouble)),
  )
  return worked || recoverOne(db)
}

/** Begun and held before anyone sees that it is begun. */
const takeTicket = async (tx: Tx, hold: Tx): Promise<string | null> => {
  const [ticket] = await bossWithin(tx).fetch(rosterQueue)
  if (ticket === undefined) return null
  await ownJob(hold, rosterKind, ticket.id)
  return (await beginRoster(tx, ticket.id)) ? ticket.id : null
}

/** Tells each phase, and within it not too often. Stops the import where somebody discarded it, or the worker leaves. */
const telling = (db: Database, id: string, leaving: AbortSignal): TellPhase => {
  let last: JobPhase | null = null
  let at = 0
  return async (phase, done, total, { mayStop }) => {
    if (mayStop && leaving.aborted) throw new LaidAside()
    if (phase === last && done !== total && performance.now() - at < tellAgainMs) return
    if (!(await transaction(db, job, (tx) => tellPhase(tx, id, phase, done, total)))) throw new RosterDiscarded()
    last = phase
    at = performance.now()
  }
}

const putBack = async (db: Database, id: string, error: unknown, trouble: WorkerTrouble): Promise<void> => {
  if (error instanceof LaidAside) return transaction(db, job, (tx) => layAsideRoster(tx, id))
  const given = await transaction(db, job, async (tx) => {
    // Discarded meanwhile: that its bytes are gone is no wonder.
    if (!(await holdRunning(tx, id))) return false
    await giveBackRoster(tx, id, failedBy(unexpected, await rosterJob(tx, id)))
    return true
  })
  if (given) trouble(error)
}

/** Puts back a job whose worker died: it was begun, and nobody holds it any more. */
const recoverOne = (db: Database): Promise<boolean> =>
  transaction(db, job, async (tx) => {
    for (const id of await runningJobs(tx, rosterKind)) {
      if (!(await isNobodyAt(tx, rosterKind, id))) continue
      await giveBackRoster(tx, id, failedBy(abandoned, await rosterJob(tx, id)))
      return true
    }
    return false
  })
