import { v7 } from 'uuid'
import { batchesOf, mapped } from '../../../db/batches.ts'
import { insertMany } from '../../../db/insert-many.ts'
import { post, postVersion } from '../../../db/tables/post.ts'
import type { Tx } from '../../../db/transaction.ts'
import type { Entity } from '../checking/entity.ts'
import type { PostRow } from '../checking/rows.ts'
import { grouped } from '../grouped.ts'
import { filled } from '../reading/draft.ts'
import { daysOf, entitiesOf, fresh, refs, validity } from './entity-rows.ts'
import { by, currently, keyed, revise, superseded } from './revision.ts'

type NewPost = typeof postVersion.$inferInsert

const postContent = [
  ...(['postId', 'unitId', 'title', 'level', 'leading', 'seats', 'duties', 'business', 'teamId'] as const),
  ...(['reportsTo', 'authority', 'quota', 'category'] as const),
  ...validity,
] satisfies (keyof NewPost)[]

const postRow = ({ draft, self, unit: of, team: on, reportsTo }: PostRow): NewPost => ({
  root: self.root,
  id: v7(),
  postId: self.id,
  unitId: of.id,
  title: filled(draft.values.title),
  level: draft.values.level,
  leading: draft.values.leading,
  seats: [...(draft.values.seat ?? [])],
  duties: [...(draft.values.duties ?? [])],
  business: [...(draft.values.business ?? [])],
  teamId: on?.id ?? null,
  reportsTo: reportsTo?.id ?? null,
  authority: draft.values.authority,
  quota: draft.values.quota ?? 1,
  category: draft.values.category,
  ...daysOf(draft),
})

/** Posts held against what is stored at once. */
const batch = 2_000

/** Returns the posts that are no longer what they were. */
export const writePosts = async (tx: Tx, rows: readonly PostRow[]): Promise<string[]> => {
  await insertMany(tx, post, fresh(entitiesOf(rows)))
  const added = rows.filter(({ self }) => !self.stored)
  await insertMany(tx, postVersion, mapped(added, postRow))
  const changed = added.map(({ self }) => self.id)
  const restated = grouped(
    rows.filter(({ self }) => self.stored),
    ({ self }) => self,
  )
  for (const some of batchesOf(restated, batch)) {
    const posts = some.map(([self]) => self)
    const wanted = some.flatMap(([, versions]) => versions.map(postRow))
    for (const id of await restate(tx, posts, wanted)) changed.push(id)
  }
  return changed
}

const restate = async (tx: Tx, posts: readonly Entity[], wanted: readonly NewPost[]): Promise<readonly string[]> => {
  const stored = await tx
    .select()
    .from(postVersion)
    .where(currently(postVersion, postVersion.postId, refs(posts)))
  const { close, insert } = revise<NewPost, (typeof stored)[number]>(stored, wanted, postContent)
  await tx
    .update(postVersion)
    .set(superseded)
    .where(
      keyed(
        postVersion.root,
        postVersion.id,
        by(close, ({ id }) => id),
      ),
    )
  await insertMany(tx, postVersion, insert)
  return [...close, ...insert].map(({ postId }) => postId)
}
