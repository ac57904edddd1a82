import { and, sql } from 'drizzle-orm'
import {
  type Chart,
  chiefSeats,
  isChiefPost,
  type PostVersion,
  type TeamVersion,
  type UnitVersion,
} from '../../policy/index.ts'
import { among, heldTrue, type KnownAt, type Ref } from '../recorded.ts'
import { postVersion } from '../tables/post.ts'
import type { Tx } from '../transaction.ts'
import { climb, distinct, mapped, postOf, postVersions, teamVersions, type Versions } from './org.ts'

/** Posts lie this deep below the highest at most; a circle in the file does not make us climb for ever. */
const highest = 32

/**
 * What the relations between these posts need: their versions, their units all the way up, the chief posts of those units, whom
 * any of these reports to, and so on upwards, each with its team. A few statements for each step upwards, however many the posts.
 */
export const gatherChart = async (tx: Tx, posts: readonly Ref[], knownAt: KnownAt = null): Promise<Chart> => {
  const found = new Map<string, readonly PostVersion[]>()
  const units = new Map<string, readonly UnitVersion[]>()
  const teams = new Map<string, readonly TeamVersion[]>()
  let wanted = distinct(posts)
  for (let step = 0; wanted.length > 0 && step < highest; step += 1) {
    const rows = await postVersions(tx, wanted, knownAt)
    put(
      found,
      mapped(rows, (row) => row.postId, postOf),
    )
    const above = await climb(
      tx,
      distinct(rows.map(({ root, unitId }) => ({ root, id: unitId }))).filter(({ id }) => !units.has(id)),
      knownAt,
    )
    const fresh = [...above.keys()].filter((id) => !units.has(id))
    put(units, above)
    const on = rows.flatMap(({ root, teamId }) => (teamId === null || teams.has(teamId) ? [] : [{ root, id: teamId }]))
    put(teams, await teamVersions(tx, distinct(on), knownAt))
    const roots = [...new Set(rows.map(({ root }) => root))]
    const heads = await chiefPosts(tx, roots, fresh, knownAt)
    const leaders = rows.flatMap(({ root, reportsTo }) => (reportsTo === null ? [] : [{ root, id: reportsTo }]))
    wanted = distinct([...heads, ...leaders]).filter(({ id }) => !found.has(id))
  }
  return chartOf(found, units, teams)
}

const put = <V>(into: Map<string, readonly V[]>, versions: Versions<V>): void => {
  for (const [id, of] of versions) into.set(id, of)
}

/** Posts that, in some version, head one of these units. */
const chiefPosts = async (
  tx: Tx,
  roots: readonly number[],
  units: readonly string[],
  knownAt: KnownAt,
): Promise<readonly Ref[]> => {
  if (units.length === 0) return []
  const of = roots.flatMap((root) => units.map((id) => ({ root, id })))
  return tx
    .selectDistinct({ root: postVersion.root, id: postVersion.postId })
    .from(postVersion)
    .where(
      and(
        among({ root: postVersion.root, id: postVersion.unitId }, of),
        sql`${postVersion.seats} && ${sql.param([...chiefSeats])}::text[]`,
        heldTrue(postVersion, knownAt),
      ),
    )
}

export const chartOf = (
  posts: Versions<PostVersion>,
  units: Versions<UnitVersion>,
  teams: Versions<TeamVersion>,
): Chart => {
  const chiefs = new Map<string, string[]>()
  for (const [id, versions] of posts) {
    for (const { unit, seats } of versions) {
      if (!isChiefPost(seats)) continue
      const heads = chiefs.get(unit)
      if (heads === undefined) chiefs.set(unit, [id])
      else if (!heads.includes(id)) heads.push(id)
    }
  }
  return {
    post: (id) => posts.get(id) ?? none,
    unit: (id) => units.get(id) ?? none,
    team: (id) => teams.get(id) ?? none,
    chiefs: (unit) => chiefs.get(unit) ?? none,
  }
}

const none: readonly never[] = []
