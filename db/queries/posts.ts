import { and, asc, eq, like, lte, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Category, Duty, Level, Seat, StatedText } from '../../policy/index.ts'
import { post, postVersion } from '../tables/post.ts'
import type { Tx } from '../transaction.ts'
import { type AsOf, endsAfter, inForceFirst, inOrder, isOneOf, knownAt, type RowRef, stated } from './as-of.ts'
import { type CodePage, isAfter } from './code-page.ts'
import { startsWith } from './text.ts'

/** What a post is, from one day to another. Blank level or leading is not known. */
export interface PostVersionRow {
  readonly unitId: string
  readonly title: string
  readonly level: Level | null
  readonly leading: boolean | null
  readonly seats: readonly Seat[]
  readonly duties: readonly Duty[]
  readonly business: readonly string[]
  readonly teamId: string | null
  readonly reportsTo: string | null
  readonly authority: string | null
  readonly quota: number
  readonly category: Category | null
  readonly from: StatedText | null
  readonly to: StatedText | null
}

/** A post as it was on a day. */
export interface PostRow extends RowRef, PostVersionRow {
  readonly jurisdiction: string
  readonly code: string
}

const version = {
  unitId: postVersion.unitId,
  title: postVersion.title,
  level: postVersion.level,
  leading: postVersion.leading,
  seats: postVersion.seats,
  duties: postVersion.duties,
  business: postVersion.business,
  teamId: postVersion.teamId,
  reportsTo: postVersion.reportsTo,
  authority: postVersion.authority,
  quota: postVersion.quota,
  category: postVersion.category,
  from: stated(postVersion.fromOn, postVersion.fromPrecision).as('valid_from'),
  to: stated(postVersion.toOn, postVersion.toPrecision).as('valid_to'),
}

const ofPost = and(eq(postVersion.root, post.root), eq(postVersion.postId, post.id))

const postsWhere = (tx: Tx, where: SQL | undefined, { on, knownAt: moment }: AsOf) =>
  tx
    .selectDistinctOn([post.root, post.id], {
      root: post.root,
      id: post.id,
      jurisdiction: post.jurisdiction,
      code: post.code,
      ...version,
    })
    .from(post)
    .innerJoin(postVersion, and(ofPost, knownAt(postVersion, moment)))
    .where(where)
    .orderBy(post.root, post.id, ...inForceFirst(postVersion, on))

export const postsAt = async (tx: Tx, refs: readonly RowRef[], at: AsOf): Promise<(PostRow | null)[]> =>
  inOrder(refs, await postsWhere(tx, isOneOf(post, refs), at))

/** Posts that carry a code; more than one when several jurisdictions number alike. */
export const postsByCode = (tx: Tx, code: string, jurisdiction: string | null, at: AsOf): Promise<PostRow[]> =>
  postsWhere(tx, and(eq(post.code, code), jurisdiction === null ? undefined : eq(post.jurisdiction, jurisdiction)), at)

export interface PostSearch {
  readonly jurisdiction?: string | null | undefined
  readonly code?: string | null | undefined
  readonly title?: string | null | undefined
  readonly level?: Level | null | undefined
  readonly leading?: boolean | null | undefined
  readonly duty?: Duty | null | undefined
}

/** Posts that are so on the day, in the order of code and id. */
export const searchPosts = async (
  tx: Tx,
  search: PostSearch,
  at: AsOf,
  page: CodePage,
): Promise<readonly PostRow[]> => {
  const { jurisdiction, code, title, level, leading, duty } = search
  const once = and(
    jurisdiction ? eq(post.jurisdiction, jurisdiction) : undefined,
    code ? like(post.code, startsWith(code)) : undefined,
    isAfter(post, page.after),
  )
  const on = postsWhere(tx, once, at).as('on_day')
  return tx
    .select()
    .from(on)
    .where(
      and(
        level ? eq(on.level, level) : undefined,
        typeof leading === 'boolean' ? eq(on.leading, leading) : undefined,
        duty ? sql`${duty} = any(${on.duties})` : undefined,
        title ? like(on.title, `%${startsWith(title)}`) : undefined,
        endsAfter(on.to, at.on),
      ),
    )
    .orderBy(asc(on.code), asc(on.id))
    .limit(page.limit)
}

/** For each of these units or teams, the first posts that belong to it on the day, in the order of code and id. */
export const postsOf = async (
  tx: Tx,
  owner: 'unit' | 'team',
  refs: readonly RowRef[],
  at: AsOf,
  page: CodePage,
): Promise<(readonly PostRow[])[]> => {
  const ever = alias(postVersion, 'ever')
  const belongsTo = owner === 'unit' ? ever.unitId : ever.teamId
  const theirs = isOneOf({ root: ever.root, id: belongsTo }, refs)
  const everThere = tx.select({ root: ever.root, post: ever.postId }).from(ever).where(theirs)
  const on = postsWhere(tx, and(sql`(${post.root}, ${post.id}) in ${everThere}`, isAfter(post, page.after)), at).as(
    'on_day',
  )
  const owning = owner === 'unit' ? on.unitId : on.teamId
  const place = sql<number>`row_number() over (partition by ${on.root}, ${owning} order by ${on.code}, ${on.id})`
  const ranked = tx
    .select({ ...on._.selectedFields, place: place.as('place') })
    .from(on)
    .where(endsAfter(on.to, at.on))
    .as('ranked')
  const rows = await tx
    .select()
    .from(ranked)
    .where(lte(ranked.place, page.limit))
    .orderBy(asc(ranked.code), asc(ranked.id))
  return refs.map(({ root, id }) =>
    rows.filter((row) => row.root === root && (owner === 'unit' ? row.unitId : row.teamId) === id),
  )
}

/** Every version of these posts that we knew of, oldest first. */
export const postHistories = async (
  tx: Tx,
  refs: readonly RowRef[],
  moment: string | null,
): Promise<(readonly (PostVersionRow & { readonly root: number })[])[]> => {
  const key = { root: postVersion.root, id: postVersion.postId }
  const rows = await tx
    .select({ ...key, ...version })
    .from(postVersion)
    .where(and(isOneOf(key, refs), knownAt(postVersion, moment)))
    .orderBy(sql`${postVersion.fromOn} asc nulls first`)
  return refs.map(({ root, id }) => rows.filter((row) => row.root === root && row.id === id))
}
