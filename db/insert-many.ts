import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgTable } from 'drizzle-orm/pg-core'
import { batchesOf } from './batches.ts'
import type { Tx } from './transaction.ts'

/** Rows per statement. */
const batch = 2_000

/**
 * Adds rows as they are made, some thousands to a statement, whose text and parameters do not grow with their number:
 * each statement is at work while the next rows are made. Values are what the columns' own types read; a row that leaves
 * out what others of its statement state, states nothing there.
 */
export const insertMany = async <T extends PgTable>(
  tx: Tx,
  table: T,
  rows: Iterable<T['$inferInsert']>,
): Promise<void> => {
  const names = Object.keys(getTableColumns(table)).map((key) => [key, toSnakeCase(key)] as const)
  let sent: Promise<unknown> = Promise.resolve()
  for (const some of batchesOf<Readonly<Record<string, unknown>>>(rows, batch)) {
    const stated = names.filter(([key]) => some.some((row) => row[key] !== undefined))
    const lines = some.map((row) => Object.fromEntries(stated.map(([key, name]) => [name, row[key] ?? null])))
    const statement = insertion(
      getTableName(table),
      stated.map(([, name]) => name),
      JSON.stringify(lines),
    )
    await sent
    sent = Promise.resolve(tx.execute(statement))
    // Waited for with the next rows at hand, or at the end.
    sent.catch(() => {})
  }
  await sent
}

const insertion = (table: string, columns: readonly string[], lines: string) => {
  const into = sql.identifier(table)
  const listed = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  )
  return sql`insert into ${into} (${listed}) select ${listed} from json_populate_recordset(null::${into}, ${lines}::json)`
}
