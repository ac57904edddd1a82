import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../../db/connect.ts'
import { stayAwake } from '../../db/queries/evaluation.ts'
import { type Tx, transaction } from '../../db/transaction.ts'

const job = { mode: 'write', pace: 'job' } as const
const pulseMs = 30_000

/**
 * Takes up one job, if one waits, and works on it while it is held, so that everyone sees that somebody is at it; false when
 * none waited. `take` begins it in its own transaction, and holds it in the other one before anyone sees that it is begun.
 */
export const whileHeld = (
  db: Database,
  take: (tx: Tx, hold: Tx) => Promise<string | null>,
  work: (id: string) => Promise<void>,
): Promise<boolean> =>
  transaction(db, job, async (hold) => {
    const id = await transaction(db, job, (tx) => take(tx, hold))
    if (id === null) return false
    const over = new AbortController()
    const pulse = beat(hold, over.signal)
    try {
      await work(id)
    } finally {
      over.abort()
      await pulse
    }
    return true
  })

/** Keeps the transaction that holds a job from being taken for a forgotten one, however long a step takes. */
const beat = async (hold: Tx, over: AbortSignal): Promise<void> => {
  while (!over.aborted) {
    await pause(pulseMs, undefined, { signal: over }).catch(() => {})
    // Whatever is wrong with the database the work meets itself, and tells.
    if (!over.aborted) await stayAwake(hold).catch(() => {})
  }
}
