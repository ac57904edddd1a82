import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

/** What must be written so that the stored rows say what the file says: rows that say the same stay untouched. */
export interface Revision<S, W> {
  readonly close: readonly S[]
  readonly insert: readonly W[]
}

type Content<R> = readonly (keyof R)[]

/** Everything a row says, in one text. Blank and absent are the same. */
export const contentOf = <R extends object>(row: R, columns: Content<R>): string =>
  JSON.stringify(columns.map((column) => row[column] ?? null))

/** Compares two bags of rows by what they say. */
export const revise = <W extends object, S extends W>(
  stored: readonly S[],
  wanted: readonly W[],
  columns: Content<W>,
): Revision<S, W> => {
  const left = new Map<string, S[]>()
  for (const row of stored) {
    const content = contentOf<W>(row, columns)
    left.set(content, [...(left.get(content) ?? []), row])
  }
  const insert = wanted.filter((row) => left.get(contentOf(row, columns))?.pop() === undefined)
  return { close: [...left.values()].flat(), insert }
}

/** Ends what a row said. The moment is never before the one it began to be said. */
export const superseded = { recordedTo: sql`greatest(now(), recorded_from)` }

/** Current rows with these values in one column, in a statement whose text does not grow with their number. */
export const currently = (
  table: { readonly root: AnyPgColumn; readonly recordedTo: AnyPgColumn },
  column: AnyPgColumn,
  rows: readonly { readonly root: number; readonly value: string }[],
): SQL => sql`${table.recordedTo} is null and ${keyed(table.root, column, rows)}`

export const keyed = (
  root: AnyPgColumn,
  column: AnyPgColumn,
  rows: readonly { readonly root: number; readonly value: string }[],
): SQL => {
  const roots = [...new Set(rows.map((row) => row.root))]
  const values = rows.map(({ value }) => value)
  return sql`${root} = any(${sql.param(roots)}::int[]) and ${column} = any(${sql.param(values)}::uuid[])`
}

/** References of rows by one of their ids. */
export const by = <R extends { readonly root: number }>(rows: readonly R[], id: (row: R) => string) =>
  rows.map((row) => ({ root: row.root, value: id(row) }))
