import { contentOf } from './revision.ts'

/** A dated record that keeps its id through corrections. */
export interface Recorded {
  readonly rowId: string
  readonly id: string
  readonly version: number
}

/** What must be written about one person's records. */
export interface Correction<S extends Recorded, W> {
  /** Rows no longer true as they stand. */
  readonly close: readonly S[]
  /** What is true instead, under the id it had, or as new (`null`). */
  readonly insert: readonly { readonly row: W; readonly corrects: S | null }[]
  /** Rows that say the same and stay untouched, with what they match. */
  readonly same: readonly { readonly row: W; readonly stored: S }[]
}

interface Matching<W> {
  /** Everything a record says. */
  readonly content: readonly (keyof W)[]
  /** What tells two records apart, most telling first: a pair agreeing in one of them is the same record, corrected. */
  readonly keys: readonly (readonly (keyof W)[])[]
  /** Whether what no key tells apart is still paired, by order. */
  readonly byOrder: boolean
}

/**
 * Finds which stored record each filed one is: equal ones first, then by each key in turn, then, where asked, by order. What is left of
 * the stored is no longer true; what is left of the filed is new.
 */
export const correct = <W extends object, S extends W & Recorded>(
  stored: readonly S[],
  filed: readonly W[],
  { content, keys, byOrder }: Matching<W>,
): Correction<S, W> => {
  let [left, open]: [readonly S[], readonly W[]] = [stored, filed]
  const pairUp = (columns: readonly (keyof W)[]): { row: W; stored: S }[] => {
    const known = new Map<string, S[]>()
    for (const row of left) {
      const key = contentOf<W>(row, columns)
      known.set(key, [...(known.get(key) ?? []), row])
    }
    const pairs = open.flatMap((row) => {
      const match = known.get(contentOf(row, columns))?.shift()
      return match === undefined ? [] : [{ row, stored: match }]
    })
    const [rows, matched] = [new Set(pairs.map((pair) => pair.row)), new Set(pairs.map((pair) => pair.stored))]
    left = left.filter((row) => !matched.has(row))
    open = open.filter((row) => !rows.has(row))
    return pairs
  }
  const same = pairUp(content)
  const pairs = [...keys, ...(byOrder ? [[]] : [])].flatMap(pairUp)
  return {
    same,
    close: [...pairs.map((pair) => pair.stored), ...left],
    insert: [
      ...pairs.map((pair) => ({ row: pair.row, corrects: pair.stored })),
      ...open.map((row) => ({ row, corrects: null })),
    ],
  }
}

interface Started {
  /** First day it may have begun; infinite when unknown. */
  readonly from: { readonly lo: number; readonly hi: number }
}

/**
 * A career in the order of time. Rows whose start is unknown (`?`) stay behind the row they follow in the file; a file
 * that lists the latest first is turned round.
 */
export const inOrderOfTime = <R extends Started>(filed: readonly R[]): readonly R[] => {
  const known = filed.filter(({ from }) => Number.isFinite(from.lo))
  const descending = known.length > 1 && known.every(({ from }, i) => from.lo <= (known[i - 1]?.from.lo ?? Infinity))
  const turned = descending && (known[0]?.from.lo ?? 0) > (known.at(-1)?.from.lo ?? 0)
  const groups: R[][] = []
  for (const row of turned ? filed.toReversed() : filed) {
    if (Number.isFinite(row.from.lo) || groups.length === 0) groups.push([row])
    else groups.at(-1)?.push(row)
  }
  return groups.sort(([a], [b]) => startOf(a).lo - startOf(b).lo || startOf(a).hi - startOf(b).hi).flat()
}

/** A career that begins with an unknown day begins there, before everything. */
const startOf = (row: Started | undefined) =>
  row !== undefined && Number.isFinite(row.from.lo) ? row.from : { lo: Number.MIN_SAFE_INTEGER, hi: 0 }
