import { readFile } from 'node:fs/promises'
import { v7 as uuid } from 'uuid'
import { registerKey, revokeKey } from '../acts/policies/keys.ts'
import { keysAt } from '../db/queries/signing-keys.ts'
import { accepted } from './accepted.ts'
import { reading, withDatabase } from './database.ts'
import { Failure } from './failure.ts'
import { say } from './say.ts'

/** `cadre key add`: from now on this key signs for the jurisdiction and everything below it. */
export const addSigningKey = async (
  file: string,
  { at, holder, by }: { readonly at: string; readonly holder: string; readonly by: string },
): Promise<void> => {
  const publicKey = await readFile(file, 'utf8').catch(() => {
    throw new Failure(`无法读取\`${file}\`，请核对路径。`)
  })
  await withDatabase(async (db) => {
    const input = { jurisdiction: at, publicKey, holder, idempotencyKey: uuid() }
    const { key } = accepted(await registerKey(db, by, input))
    say(`已登记密钥 ${key}，可为 ${at} 及其下级签名（保管：${holder}）。`)
  })
}

/** `cadre key revoke`: trusts it no longer, and says what stood on it alone. */
export const revokeSigningKey = (
  key: string,
  { reason, by }: { readonly reason: string; readonly by: string },
): Promise<void> =>
  withDatabase(async (db) => {
    const { reviews } = accepted(await revokeKey(db, by, { key, reason, idempotencyKey: uuid() }))
    say(`已吊销密钥 ${key}；仅由它签署、须决定去留的政策 ${reviews.length} 项（cadre reviews 查看）。`)
  })

/** `cadre key list`: who may sign for whom. */
export const listSigningKeys = async ({ at }: { readonly at?: string }): Promise<void> => {
  const keys = await reading((tx) => keysAt(tx, at === undefined ? null : [at]))
  if (keys.length === 0) return say('没有登记的密钥。')
  for (const { id, jurisdiction, holder, revokedAt, revocationReason } of keys)
    say(`${id}　${jurisdiction}　${holder}　${revokedAt === null ? '有效' : `已吊销：${revocationReason ?? ''}`}`)
}
