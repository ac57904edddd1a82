import { eq, like, type SQL, sql } from 'drizzle-orm'
import type { Category, Duty, Level, Seat, StatedText } from '../../policy/index.ts'
import { grouped } from '../recorded.ts'
import { post, postVersion } from '../tables/post.ts'
import type { Tx } from '../transaction.ts'
import { type AsOf, endsAfter, inForceFirst, inOrder, isOneOf, knownAt, type RowRef } from './as-of.ts'
import { type CodePage, isAfter } from './code-page.ts'
import { allOf, anyEver, type Named, statedText } from './rows.ts'
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

const version = `post_version.unit_id as "unitId", post_version.title, post_version.level, post_version.leading,
  post_version.seats, post_version.duties, post_version.business, post_version.team_id as "teamId",
  post_version.reports_to as "reportsTo", post_version.authority::text, post_version.quota, post_version.category,
  ${statedText('post_version.from')} as "from", ${statedText('post_version.to')} as "to"`

const columns = sql.raw(`post.root, post.id, post.jurisdiction::text, post.code, ${version}`)

/** Each of these posts as it was on the day. */
const postsOn = (where: SQL, { on, knownAt: moment }: AsOf): SQL => sql`
  select distinct on (post.root, post.id) ${columns}
  from post join post_version on post_version.root = post.root and post_version.post_id = post.id
  where ${allOf(where, knownAt(postVersion, moment))}
  order by post.root, post.id, ${sql.join(inForceFirst(postVersion, on), sql.raw(', '))}`

export const postsAt = async (tx: Tx, refs: readonly RowRef[], at: AsOf): Promise<(PostRow | null)[]> =>
  inOrder(refs, await tx.execute<Named<PostRow>>(postsOn(isOneOf(post, refs), at)))

/** Posts that carry a code; more than one when several jurisdictions number alike. */
export const postsByCode = (
  tx: Tx,
  code: string,
  jurisdiction: string | null,
  at: AsOf,
): Promise<readonly PostRow[]> => {
  const there = jurisdiction === null ? undefined : eq(post.jurisdiction, jurisdiction)
  return tx.execute<Named<PostRow>>(postsOn(allOf(eq(post.code, code), there), at))
}

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
  const once = allOf(
    jurisdiction ? eq(post.jurisdiction, jurisdiction) : undefined,
    code ? like(post.code, startsWith(code)) : undefined,
    isAfter(post, page.after),
  )
  const then = allOf(
    level ? sql`level = ${level}` : undefined,
    typeof leading === 'boolean' ? sql`leading = ${leading}` : undefined,
    duty ? sql`${duty} = any(duties)` : undefined,
    title ? sql`title like ${`%${startsWith(title)}`}` : undefined,
    endsAfter(sql.raw('"to"'), at.on),
  )
  return tx.execute<Named<PostRow>>(
    sql`select * from (${postsOn(once, at)}) on_day where ${then} order by code, id limit ${page.limit}`,
  )
}

/** For each of these units or teams, the first posts that belong to it on the day, in the order of code and id. */
export const postsOf = async (
  tx: Tx,
  owner: 'unit' | 'team',
  refs: readonly RowRef[],
  at: AsOf,
  page: CodePage,
): Promise<(readonly PostRow[])[]> => {
  const ever = { root: postVersion.root, id: owner === 'unit' ? postVersion.unitId : postVersion.teamId }
  const everThere = anyEver(post, sql`select post_id from post_version where ${isOneOf(ever, refs)}`, refs)
  const owning = sql.raw(owner === 'unit' ? '"unitId"' : '"teamId"')
  const rows = await tx.execute<Named<PostRow>>(sql`select * from (
      select *, row_number() over (partition by root, ${owning} order by code, id) as place
      from (${postsOn(allOf(everThere, isAfter(post, page.after)), at)}) on_day
      where ${endsAfter(sql.raw('"to"'), at.on)}) ranked
    where place <= ${page.limit} order by code, id`)
  const lists = grouped(rows, (row) => `${row.root}:${owner === 'unit' ? row.unitId : row.teamId}`)
  return refs.map(({ root, id }) => lists.get(`${root}:${id}`) ?? [])
}

/** Every version of these posts that we knew of, oldest first. */
export const postHistories = async (
  tx: Tx,
  refs: readonly RowRef[],
  moment: string | null,
): Promise<(readonly (PostVersionRow & { readonly root: number })[])[]> => {
  const key = { root: postVersion.root, id: postVersion.postId }
  const known = allOf(isOneOf(key, refs), knownAt(postVersion, moment))
  const rows = await tx.execute<Named<PostVersionRow & RowRef>>(
    sql`select root, post_id as id, ${sql.raw(version)} from post_version where ${known} order by from_on asc nulls first`,
  )
  return refs.map(({ root, id }) => rows.filter((row) => row.root === root && row.id === id))
}
