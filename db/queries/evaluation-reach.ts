import { sql } from 'drizzle-orm'
import { subtreeOf } from '../divisions.ts'
import { among, type Ref } from '../recorded.ts'
import { assignment } from '../tables/assignment.ts'
import { postVersion } from '../tables/post.ts'
import { unitVersion } from '../tables/unit.ts'
import type { Tx } from '../transaction.ts'

/**
 * Authorities whose people a policy of this jurisdiction may reach: those in its subtree, and those whose people held a post
 * managed there or were put under an authority there.
 */
export const peopleReachedFrom = async (tx: Tx, jurisdiction: string): Promise<string[]> => {
  const { from, below } = subtreeOf(jurisdiction)
  const inside = sql`between ${Number(from)}::int and ${Number(below) - 1}::int`
  const rows = await tx.execute<{ authority: number }>(sql`
    select authority from person where authority ${inside}
    union select p.authority from person p join piece x on x.root = p.root and x.person_id = p.id
      where x.authority ${inside}
    union select p.authority from person p join person_authority o on o.root = p.root and o.person_id = p.id
      where o.recorded_to is null and o.jurisdiction ${inside}
    union select p.authority from person p join person_personnel f on f.root = p.root and f.person_id = p.id
      where f.recorded_to is null and f.authority_override ${inside}
    order by authority`)
  return rows.map(({ authority }) => String(authority))
}

/** Those, and the authorities of whom an evaluation under way may yet show it. */
export const authoritiesReachedFrom = async (tx: Tx, jurisdiction: string): Promise<string[]> => {
  const rows = await tx.execute<{ authority: number }>(sql`
    select distinct authority from job where kind = 'evaluation' and authority is not null and state in ('queued', 'running')`)
  const underWay = rows.map(({ authority }) => String(authority))
  return [...new Set([...(await peopleReachedFrom(tx, jurisdiction)), ...underWay])].sort()
}

/** Everyone who ever held one of these posts, as we know it now. */
export const everHeld = async (tx: Tx, posts: readonly Ref[]): Promise<Ref[]> => {
  if (posts.length === 0) return []
  return tx
    .selectDistinct({ root: assignment.root, id: assignment.personId })
    .from(assignment)
    .where(
      sql`${assignment.recordedTo} is null and ${among({ root: assignment.postRoot, id: assignment.postId }, posts)}`,
    )
    .orderBy(assignment.root, assignment.personId)
}

/** Posts that belong, or once belonged, to one of these units. */
export const postsIn = (tx: Tx, units: readonly Ref[]): Promise<Ref[]> =>
  tx
    .selectDistinct({ root: postVersion.root, id: postVersion.postId })
    .from(postVersion)
    .where(
      sql`${postVersion.recordedTo} is null and ${among({ root: postVersion.root, id: postVersion.unitId }, units)}`,
    )

/** Posts whose holders sit, or once sat, in one of these teams. */
export const postsOn = (tx: Tx, teams: readonly Ref[]): Promise<Ref[]> =>
  tx
    .selectDistinct({ root: postVersion.root, id: postVersion.postId })
    .from(postVersion)
    .where(
      sql`${postVersion.recordedTo} is null and ${among({ root: postVersion.root, id: postVersion.teamId }, teams)}`,
    )

/** Units that stand, or once stood, directly below one of these. */
export const unitsDirectlyBelow = (tx: Tx, units: readonly Ref[]): Promise<Ref[]> =>
  tx
    .selectDistinct({ root: unitVersion.root, id: unitVersion.unitId })
    .from(unitVersion)
    .where(
      sql`${unitVersion.recordedTo} is null and ${among({ root: unitVersion.root, id: unitVersion.parentId }, units)}`,
    )

/** Units these posts belong to, or belonged to before this transaction changed them. */
export const unitsOfPosts = (tx: Tx, posts: readonly Ref[]): Promise<Ref[]> =>
  tx
    .selectDistinct({ root: postVersion.root, id: postVersion.unitId })
    .from(postVersion)
    .where(
      sql`(${postVersion.recordedTo} is null or ${postVersion.recordedTo} >= now())
        and ${among({ root: postVersion.root, id: postVersion.postId }, posts)}`,
    )

/** Posts that report, or once reported, to one of these. */
export const postsReportingTo = (tx: Tx, posts: readonly Ref[]): Promise<Ref[]> =>
  tx
    .selectDistinct({ root: postVersion.root, id: postVersion.postId })
    .from(postVersion)
    .where(
      sql`${postVersion.recordedTo} is null and ${among({ root: postVersion.root, id: postVersion.reportsTo }, posts)}`,
    )
