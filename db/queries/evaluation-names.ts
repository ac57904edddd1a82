import { and, desc, eq, sql } from 'drizzle-orm'
import { heldTrue, type KnownAt } from '../recorded.ts'
import { postVersion } from '../tables/post.ts'
import { unitVersion } from '../tables/unit.ts'
import type { Tx } from '../transaction.ts'

/** What people call these posts: the unit's name and the title, as last known. */
export const postNames = async (
  tx: Tx,
  posts: readonly string[],
  knownAt: KnownAt,
): Promise<ReadonlyMap<string, string>> => {
  if (posts.length === 0) return new Map()
  const rows = await tx
    .selectDistinctOn([postVersion.postId], {
      post: postVersion.postId,
      title: postVersion.title,
      unit: unitVersion.name,
    })
    .from(postVersion)
    .innerJoin(unitVersion, and(eq(unitVersion.root, postVersion.root), eq(unitVersion.unitId, postVersion.unitId)))
    .where(
      and(
        sql`${postVersion.postId} = any(${sql.param([...posts])}::uuid[])`,
        heldTrue(postVersion, knownAt),
        heldTrue(unitVersion, knownAt),
      ),
    )
    .orderBy(postVersion.postId, sql`${postVersion.fromOn} desc nulls last`, desc(unitVersion.fromOn))
  return new Map(rows.map(({ post, title, unit }) => [post, `${unit}${title}`]))
}
