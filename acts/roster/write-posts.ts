import { v7 } from 'uuid'
import { post, postVersion } from '../../db/tables/post.ts'
import type { Tx } from '../../db/transaction.ts'
import { filled } from './draft.ts'
import { daysOf, entitiesOf, fresh, refs, validity } from './entity-rows.ts'
import { by, currently, inChunks, keyed, revise, superseded } from './revision.ts'
import type { PostRow } from './rows.ts'

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

/** Returns the posts that are no longer what they were. */
export const writePosts = async (tx: Tx, rows: readonly PostRow[]): Promise<string[]> => {
  const entities = entitiesOf(rows)
  await inChunks(fresh(entities), (some) => tx.insert(post).values(some))
  const stored = await tx
    .select()
    .from(postVersion)
    .where(currently(postVersion, postVersion.postId, refs(entities)))
  const { close, insert } = revise<NewPost, (typeof stored)[number]>(stored, rows.map(postRow), postContent)
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
  await inChunks(insert, (some) => tx.insert(postVersion).values(some))
  return [...close, ...insert].map(({ postId }) => postId)
}
