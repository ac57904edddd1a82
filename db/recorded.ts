import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/** An instant as text; `null` is now: what we know at present. */
export type KnownAt = string | null

interface RecordedColumns {
  readonly recordedFrom: AnyColumn
  readonly recordedTo: AnyColumn
}

/** Rows of a bitemporal table that we held true at an instant. */
export const heldTrue = ({ recordedFrom, recordedTo }: RecordedColumns, knownAt: KnownAt): SQL =>
  knownAt === null
    ? sql`${recordedTo} is null`
    : sql`${recordedFrom} <= ${knownAt}::timestamptz and (${recordedTo} is null or ${recordedTo} > ${knownAt}::timestamptz)`

/** The same for a statement written by hand about one bitemporal table. */
export const recordedSql = (knownAt: KnownAt): SQL =>
  knownAt === null
    ? sql`recorded_to is null`
    : sql`recorded_from <= ${knownAt}::timestamptz and (recorded_to is null or recorded_to > ${knownAt}::timestamptz)`

/** Reference to a row of a tenant: placement key and id. */
export interface Ref {
  readonly root: number
  readonly id: string
}

interface Key {
  readonly root: AnyColumn
  readonly id: AnyColumn
}

/** Rows of these keys, in a form whose statement text does not grow with their number. */
export const among = (key: Key, refs: readonly Ref[]): SQL => {
  const roots = [...new Set(refs.map(({ root }) => root))]
  const ids = refs.map(({ id }) => id)
  return sql`${key.root} = any(${sql.param(roots)}::int[]) and ${key.id} = any(${sql.param(ids)}::uuid[])`
}

/** Rows of each key, in the order they came. */
export const grouped = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}
