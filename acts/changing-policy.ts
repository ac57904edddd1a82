import type { Database } from '../db/connect.ts'
import { ownPolicy } from '../db/queries/evaluation.ts'
import { type Tx, transaction } from '../db/transaction.ts'

const job = { pace: 'job' } as const

/**
 * Changes what is installed while nobody judges: whoever was judging is done, and is seen by the search for those whom
 * the change reaches; whoever begins afterwards judges under the new policy. The picture is taken once the lock is held.
 */
export const changingPolicy = <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transaction(db, { ...job, mode: 'write' }, async (hold) => {
    await ownPolicy(hold)
    return transaction(db, { ...job, mode: 'serializable' }, work)
  })
