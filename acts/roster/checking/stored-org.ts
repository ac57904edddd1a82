import { and, eq, isNull, sql } from 'drizzle-orm'
import { batchesOf } from '../../../db/batches.ts'
import { validityRanges } from '../../../db/stated.ts'
import { postVersion } from '../../../db/tables/post.ts'
import { succession } from '../../../db/tables/succession.ts'
import { unitVersion } from '../../../db/tables/unit.ts'
import type { Tx } from '../../../db/transaction.ts'
import type { Seat, SuccessionKind, UnitKind } from '../../../policy/index.ts'
import type { Stretch } from './stretch.ts'

/** What a check must know of one version of a unit. */
export interface UnitFacts {
  readonly unit: string
  readonly kind: UnitKind
  readonly parent: string | null
  readonly days: Stretch
}

/** What a check must know of one version of a post. */
export interface PostFacts {
  readonly post: string
  readonly unit: string
  readonly reportsTo: string | null
  readonly seats: readonly Seat[]
  readonly quota: number
  readonly authority: string | null
  readonly days: Stretch
}

/** Which later one succeeds which earlier one. */
export interface Link {
  readonly kind: SuccessionKind
  readonly later: string
  readonly earlier: string
}

/** Organisations are shallow; the bound keeps a broken store from looping. */
const deepest = 40

/** Ids looked up at once. */
const batch = 20_000

/** Loads rows of these ids, then of the ids they point to, and so on upwards. */
const climbing = async <R>(
  start: Iterable<string>,
  load: (ids: readonly string[]) => Promise<readonly R[]>,
  above: (row: R) => string | null,
): Promise<readonly R[]> => {
  const seen = new Set(start)
  const rows: R[] = []
  let frontier = [...seen]
  for (let depth = 0; frontier.length > 0 && depth < deepest; depth += 1) {
    const next = new Set<string>()
    for (const some of batchesOf(frontier, batch)) {
      for (const row of await load(some)) {
        rows.push(row)
        const id = above(row)
        if (id !== null && !seen.has(id)) next.add(id)
      }
    }
    frontier = [...next]
    for (const id of frontier) seen.add(id)
  }
  return rows
}

const ids = (list: readonly string[]) => sql`any(${sql.param(list)}::uuid[])`

/** Current versions of stored units and of everything above them. */
export const loadUnitFacts = (tx: Tx, roots: readonly number[], start: Iterable<string>) =>
  climbing<UnitFacts>(
    start,
    async (list) => {
      const rows = await tx
        .select({
          unit: unitVersion.unitId,
          kind: unitVersion.kind,
          parent: unitVersion.parentId,
          fromOn: unitVersion.fromOn,
          fromPrecision: unitVersion.fromPrecision,
          toOn: unitVersion.toOn,
          toPrecision: unitVersion.toPrecision,
        })
        .from(unitVersion)
        .where(
          and(
            sql`${unitVersion.root} = any(${sql.param(roots)}::int[])`,
            sql`${unitVersion.unitId} = ${ids(list)}`,
            isNull(unitVersion.recordedTo),
          ),
        )
      return rows.map((row) => ({ ...row, days: validityRanges(row) }))
    },
    (row) => row.parent,
  )

/** Current versions of stored posts and of the posts they report to. */
export const loadPostFacts = (tx: Tx, roots: readonly number[], start: Iterable<string>) =>
  climbing<PostFacts>(
    start,
    async (list) => {
      const rows = await tx
        .select({
          post: postVersion.postId,
          unit: postVersion.unitId,
          reportsTo: postVersion.reportsTo,
          seats: postVersion.seats,
          quota: postVersion.quota,
          authority: postVersion.authority,
          fromOn: postVersion.fromOn,
          fromPrecision: postVersion.fromPrecision,
          toOn: postVersion.toOn,
          toPrecision: postVersion.toPrecision,
        })
        .from(postVersion)
        .where(
          and(
            sql`${postVersion.root} = any(${sql.param(roots)}::int[])`,
            sql`${postVersion.postId} = ${ids(list)}`,
            isNull(postVersion.recordedTo),
          ),
        )
      return rows.map((row) => ({ ...row, days: validityRanges(row) }))
    },
    (row) => row.reportsTo,
  )

/** Successions that lead on from these, link by link. */
export const loadSuccessions = (tx: Tx, start: Iterable<string>) =>
  climbing<Link>(
    start,
    async (list) =>
      tx
        .select({ kind: succession.kind, later: succession.laterId, earlier: succession.earlierId })
        .from(succession)
        .where(and(sql`${succession.laterId} = ${ids(list)}`, isNull(succession.recordedTo))),
    (row) => row.earlier,
  )

/** Current successions of one kind, for those that the roster states anew. */
export const successionsOf = (tx: Tx, kind: SuccessionKind, later: readonly string[]) =>
  tx
    .select()
    .from(succession)
    .where(and(eq(succession.kind, kind), sql`${succession.laterId} = ${ids(later)}`, isNull(succession.recordedTo)))
