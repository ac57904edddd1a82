import { randomUUID } from 'node:crypto'
import { withdrawPolicy } from '../../acts/policies/withdraw-policy.ts'
import type { Database } from '../../db/connect.ts'
import { installationsOf } from '../../db/queries/evaluation-policy.ts'
import { transaction } from '../../db/transaction.ts'

/** Withdraws, from a day on, whatever version of a plugin is at work at a place. */
export const withdrawing = async (db: Database, plugin: string, at: string, on: string) => {
  const versions = await transaction(db, { mode: 'read' }, (tx) => installationsOf(tx, at, plugin))
  const id = versions.find(({ state, mode }) => state === 'active' && mode === 'enforce')?.id ?? 'none'
  return withdrawPolicy(db, 'test', { id, on, reason: '废止', idempotencyKey: randomUUID() })
}
