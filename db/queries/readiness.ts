import { sql } from 'drizzle-orm'
import type { Tx } from '../transaction.ts'

/** Name of the last step the schema has taken; also the simplest proof that the database answers. */
export const schemaVersion = async (tx: Tx): Promise<string | null> => {
  const rows = await tx.execute<{ name: string }>(sql`select name from schema_migration order by name desc limit 1`)
  return rows[0]?.name ?? null
}
