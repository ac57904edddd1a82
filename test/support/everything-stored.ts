import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/transaction.ts'

/** What every table holds, row by row, as one short text each: to prove that nothing at all was written. */
export const everythingStored = async (tx: Tx): Promise<ReadonlyMap<string, string>> => {
  const tables = await tx.execute<{ name: string }>(
    sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const held = new Map<string, string>()
  for (const { name } of tables) {
    const [row] = await tx.execute<{ said: string }>(
      sql`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as said from ${sql.raw(name)} t`,
    )
    held.set(name, row?.said ?? '')
  }
  return held
}
