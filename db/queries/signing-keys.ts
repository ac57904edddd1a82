import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { signingKey } from '../tables/package.ts'
import type { Tx } from '../transaction.ts'

export type KeyRow = typeof signingKey.$inferSelect
export type NewKey = Pick<KeyRow, 'id' | 'jurisdiction' | 'algorithm' | 'publicKey' | 'holder' | 'registeredBy'>

/** In the order asked for. */
export const keysById = async (tx: Tx, ids: readonly string[]): Promise<(KeyRow | null)[]> => {
  const rows = await tx
    .select()
    .from(signingKey)
    .where(inArray(signingKey.id, [...ids]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}

/** Keys of these jurisdictions, revoked ones too, in the order of place and registration; of all when none is named. */
export const keysAt = (tx: Tx, jurisdictions: readonly string[] | null = null): Promise<KeyRow[]> =>
  tx
    .select()
    .from(signingKey)
    .where(jurisdictions === null ? undefined : inArray(signingKey.jurisdiction, [...jurisdictions]))
    .orderBy(asc(signingKey.jurisdiction), asc(signingKey.registeredAt), asc(signingKey.id))

/** False when a key of that id is registered already. */
export const addKey = async (tx: Tx, values: NewKey): Promise<boolean> => {
  const added = await tx.insert(signingKey).values(values).onConflictDoNothing().returning({ id: signingKey.id })
  return added.length === 1
}

/** False when it is revoked already, or unknown. */
export const endKey = async (tx: Tx, id: string, said: { readonly by: string; readonly reason: string }) => {
  const ended = await tx
    .update(signingKey)
    .set({ revokedAt: sql`now()`, revokedBy: said.by, revocationReason: said.reason })
    .where(and(eq(signingKey.id, id), isNull(signingKey.revokedAt)))
    .returning({ id: signingKey.id })
  return ended.length === 1
}
