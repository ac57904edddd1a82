import { type Column, type SQL, sql } from 'drizzle-orm'
import type { RowRef } from './as-of.ts'

/**
 * A row as a statement written out in full names it, the driver's own object. What is read by the thousand is read this
 * way: building a query and mapping its rows costs more than reading them.
 */
export type Named<Row> = { readonly [Column in keyof Row]: Row[Column] }

/** A stated day as text, at its precision; `held.from` names the columns `held.from_on` and `held.from_precision`. */
export const statedText = (day: string): string => `case ${day}_precision when 'day' then ${day}_on::text
  when 'month' then left(${day}_on::text, 7) when 'year' then left(${day}_on::text, 4) when 'unknown' then '?' end`

/** Conditions that must all hold; those left out hold anyway. */
export const allOf = (...conditions: readonly (SQL | undefined)[]): SQL => {
  const given = conditions.filter((condition) => condition !== undefined)
  return given.length === 0 ? sql.raw('true') : sql.join(given, sql.raw(' and '))
}

/** Rows whose ids a short query names first: looked up by their key, where a join would read the whole table. */
export const anyEver = (
  row: { readonly root: Column; readonly id: Column },
  ids: SQL,
  refs: readonly RowRef[],
): SQL => {
  const roots = sql.param([...new Set(refs.map(({ root }) => root))])
  return sql`${row.root} = any(${roots}::int[]) and ${row.id} = any(array(${ids}))`
}
