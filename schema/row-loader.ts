import type { AsOf, RowRef } from '../db/queries/as-of.ts'
import type { Tx } from '../db/transaction.ts'
import { momentOf, readAt, type Seen } from './as-of.ts'
import { inGroups, type Loader } from './loading.ts'

/** A tenant row at a moment. */
export interface RowKey extends RowRef, Seen {}

export const rowKey = ({ root, id }: RowRef, at: AsOf): RowKey => ({ root, id, at })

const cacheKey = ({ root, id, at }: RowKey) => `${root}:${id}@${momentOf(at)}`

/** What the rows of a kind depend on: the day and our knowledge, our knowledge alone, or neither. Decides what is read at once. */
export type Varies = 'byDay' | 'byRecord' | 'never'

const groupsBy: Readonly<Record<Varies, (key: RowKey) => string>> = {
  byDay: ({ at }) => momentOf(at),
  byRecord: ({ at }) => at.knownAt ?? '',
  never: () => '',
}

type ReadRows<Found> = (tx: Tx, refs: readonly RowRef[], at: AsOf) => Promise<readonly Found[]>

/** One row each, seen at the moment asked. */
export const rowLoader = <Row extends object>(
  varies: Varies,
  read: ReadRows<Row | null>,
): Loader<RowKey, (Row & Seen) | null> => ({
  cacheKey,
  batch: inGroups(groupsBy[varies], async (keys, { read: run }) => {
    const [first] = keys
    if (first === undefined) return []
    const rows = await run((tx) => read(tx, keys, first.at))
    return keys.map(({ at }, i) => seenOrNull(rows[i] ?? null, at))
  }),
})

const seenOrNull = <Row extends object>(row: Row | null, at: AsOf) => (row === null ? null : readAt(row, at))

/** A short list each, seen at the moment asked. */
export const listLoader = <Row extends object>(
  varies: Varies,
  read: ReadRows<readonly Row[]>,
): Loader<RowKey, readonly (Row & Seen)[]> => ({
  cacheKey,
  batch: inGroups(groupsBy[varies], async (keys, { read: run }) => {
    const [first] = keys
    if (first === undefined) return []
    const lists = await run((tx) => read(tx, keys, first.at))
    return keys.map(({ at }, i) => (lists[i] ?? []).map((row) => readAt(row, at)))
  }),
})

/** The first so many of a list each. */
export interface PageKey extends RowKey {
  readonly limit: number
  readonly after: readonly [code: string, id: string] | null
}

/** Each row read for a page is one that may be asked for by its id: it is given to the loader of `one`. */
export const pageLoader = <Row extends RowRef>(
  one: Loader<RowKey, (Row & Seen) | null>,
  read: (tx: Tx, refs: readonly RowRef[], at: AsOf, page: PageKey) => Promise<readonly (readonly Row[])[]>,
): Loader<PageKey, readonly (Row & Seen)[]> => {
  const pageOf = ({ at, limit, after }: PageKey) => `${momentOf(at)} ${limit} ${after?.join() ?? ''}`
  return {
    cacheKey: (key) => `${cacheKey(key)} ${pageOf(key)}`,
    batch: inGroups(pageOf, async (keys, { read: run, give }) => {
      const [page] = keys
      if (page === undefined) return []
      const lists = await run((tx) => read(tx, keys, page.at, page))
      return lists.map((rows) =>
        rows.map((row) => {
          const seen = readAt(row, page.at)
          give(one, rowKey(row, page.at), seen)
          return seen
        }),
      )
    }),
  }
}
