import { setTimeout as pause } from 'node:timers/promises'
import { bossWithin, rosterQueue } from '../../db/boss.ts'
import type { Database } from '../../db/connect.ts'
import { stayAwake } from '../../db/queries/evaluation.ts'
import {
  beginRoster,
  giveBackRoster,
  holdRunning,
  isNobodyAt,
  layAsideRoster,
  ownRoster,
  type RosterJob,
  rosterJob,
  runningRosters,
  tellPhase,
} from '../../db/queries/roster-jobs.ts'
import type { JobPhase } from '../../db/tables/job.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import type { Bilingual } from '../../policy/index.ts'
import { importUpload, RosterDiscarded, type TellPhase } from '../roster/upload/import-upload.ts'
import type { WorkerTrouble } from './work.ts'

const job = { mode: 'write', pace: 'job' } as const
const pulseMs = 30_000
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

/** Takes up one roster, if one waits. It is held while it is worked on, so that everyone sees that somebody is at it. */
export const workRoster = async (db: Database, trouble: WorkerTrouble, leaving: AbortSignal): Promise<boolean> => {
  const worked = await transaction(db, job, async (hold) => {
    const id = await transaction(db, job, (tx) => takeTicket(tx, hold))
    if (id === null) return false
    const over = new AbortController()
    const pulse = beat(hold, over.signal)
    try {
      await importUpload(db, id, telling(db, id, leaving))
    } catch (error) {
      await putBack(db, id, error, trouble)
    } finally {
      over.abort()
      await pulse
    }
    return true
  })
  return worked || recoverOne(db)
}

/** Begun and held before anyone sees that it is begun. */
const takeTicket = async (tx: Tx, hold: Tx): Promise<string | null> => {
  const [ticket] = await bossWithin(tx).fetch(rosterQueue)
  if (ticket === undefined) return null
  await ownRoster(hold, ticket.id)
  return (await beginRoster(tx, ticket.id)) ? ticket.id : null
}

/** Keeps the transaction that holds a job from being taken for a forgotten one, however long a step takes. */
const beat = async (hold: Tx, over: AbortSignal): Promise<void> => {
  while (!over.aborted) {
    await pause(pulseMs, undefined, { signal: over }).catch(() => {})
    // Whatever is wrong with the database the import meets itself, and tells.
    if (!over.aborted) await stayAwake(hold).catch(() => {})
  }
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
    for (const id of await runningRosters(tx)) {
      if (!(await isNobodyAt(tx, id))) continue
      await giveBackRoster(tx, id, failedBy(abandoned, await rosterJob(tx, id)))
      return true
    }
    return false
  })
