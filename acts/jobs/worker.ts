import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../../db/connect.ts'
import { deleteExpired } from '../../db/queries/staged-files.ts'
import { transaction } from '../../db/transaction.ts'
import { enqueueOwed } from './enqueue.ts'
import { workPreview } from './previews.ts'
import { workRoster } from './rosters.ts'
import { workSweep } from './sweeps.ts'
import { type WorkerTrouble, workEvaluation } from './work.ts'

const job = { mode: 'write', pace: 'job' } as const
const idleMs = 250
const troubledMs = 2_000
const tidyMs = 10 * 60_000

export interface Worker {
  /** Ends after the job under way, or lays it aside where that loses nothing; resolves then. */
  readonly stop: () => Promise<void>
}

/**
 * Works the queues until stopped: one job at a time, since a job keeps a processor busy by itself, and evaluations first,
 * since answers wait for them. What failed under a former worker is tried anew. When there is nothing to do, files that
 * have expired are deleted.
 */
export const workJobs = (db: Database, trouble: WorkerTrouble): Worker => {
  const stopping = new AbortController()
  const rest = (ms: number) => pause(ms, undefined, { signal: stopping.signal }).catch(() => {})
  const tidy = tidying(db)
  const working = (async () => {
    let owed = true
    while (!stopping.signal.aborted) {
      try {
        if (owed) await transaction(db, job, enqueueOwed)
        owed = false
        if (await workEvaluation(db, trouble)) continue
        if (await workSweep(db, trouble)) continue
        if (await workPreview(db, trouble)) continue
        if (await workRoster(db, trouble, stopping.signal)) continue
        await tidy()
        await rest(idleMs)
      } catch (error) {
        trouble(error)
        // While the database was away, a job may have failed that nothing was wrong with.
        owed = true
        await rest(troubledMs)
      }
    }
  })()
  return {
    stop: () => {
      stopping.abort()
      return working
    },
  }
}

/** Deletes what has expired, now and then. */
const tidying = (db: Database) => {
  let last = -tidyMs
  return async (): Promise<void> => {
    if (performance.now() - last < tidyMs) return
    await transaction(db, job, deleteExpired)
    last = performance.now()
  }
}
