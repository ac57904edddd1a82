import { sql } from 'drizzle-orm'
import type { Capacity } from '../../policy/index.ts'
import { rootOf } from '../divisions.ts'
import { among, heldTrue, type KnownAt, type Ref } from '../recorded.ts'
import type { StoredValidity } from '../stated.ts'
import { assignment } from '../tables/assignment.ts'
import { post, postVersion } from '../tables/post.ts'
import { unitVersion } from '../tables/unit.ts'
import type { Tx } from '../transaction.ts'
import type { Named } from './rows.ts'

/** A code as somebody wrote it; `at` says which office numbers it. */
export interface CodeAsked {
  readonly code: string
  readonly at: string | null
}

/** A row that carries the code asked for; `asked` is the place of the question in its list. */
interface Coded extends Ref {
  readonly asked: number
  readonly at: string
}

/** More offices than these need not be told apart in a refusal. */
const most = 50

const coded = (tx: Tx, table: 'person' | 'post', office: 'authority' | 'jurisdiction', asked: readonly CodeAsked[]) => {
  const [from, by] = [sql.raw(`select root, id, ${office}::text as at from ${table}`), sql.raw(office)]
  const columns = [
    sql`${sql.param(asked.map(({ code }) => code))}::text[]`,
    sql`${sql.param(asked.map(({ at }) => at))}::int[]`,
    sql`${sql.param(asked.map(({ at }) => (at === null ? null : rootOf(at))))}::int[]`,
  ]
  // One office is looked up by its own index; without one, all that number alike are.
  return tx.execute<Named<Coded>>(sql`
    select a.n::int - 1 as asked, found.root, found.id, found.at
    from unnest(${sql.join(columns, sql`, `)}) with ordinality a (code, at, root, n)
    cross join lateral (
      (${from} where root = a.root and ${by} = a.at and code = a.code)
      union all
      (${from} where a.at is null and code = a.code order by ${by} limit ${most})) found
    order by a.n, found.at`)
}

/** For each code the people who carry it: more than one where several authorities number alike. */
export const peopleCoded = (tx: Tx, asked: readonly CodeAsked[]) => coded(tx, 'person', 'authority', asked)

/** For each code the posts that carry it: more than one where several jurisdictions number alike. */
export const postsOfCodes = (tx: Tx, asked: readonly CodeAsked[]) => coded(tx, 'post', 'jurisdiction', asked)

export interface PostCode extends Ref {
  readonly code: string
  readonly jurisdiction: string
}

export const codesOfPosts = (tx: Tx, posts: readonly Ref[]) =>
  tx.execute<Named<PostCode>>(sql`
    select root, id, code, jurisdiction::text from post where ${among(post, posts)}`)

const validityColumns = sql.raw(`from_on::text as "fromOn", from_precision as "fromPrecision",
  to_on::text as "toOn", to_precision as "toPrecision"`)

/** How many may hold a post at once, from one day to another, and the team it belongs to then. */
export interface PostSeats extends StoredValidity {
  readonly root: number
  readonly post: string
  readonly quota: number
  readonly team: string | null
}

export const seatsOfPosts = (tx: Tx, posts: readonly Ref[], knownAt: KnownAt = null) =>
  tx.execute<Named<PostSeats>>(sql`
    select root, post_id as post, quota, team_id as team, ${validityColumns} from post_version
    where ${among({ root: postVersion.root, id: postVersion.postId }, posts)} and ${heldTrue(postVersion, knownAt)}
    order by from_on nulls first`)

/** Someone who holds a post, or held it. */
export interface PostHolder extends StoredValidity {
  readonly post: string
  readonly root: number
  readonly person: string
  readonly capacity: Capacity
}

export const holdersOfPosts = (tx: Tx, posts: readonly Ref[], knownAt: KnownAt = null) =>
  tx.execute<Named<PostHolder>>(sql`
    select post_id as post, root, person_id as person, capacity, ${validityColumns} from assignment
    where ${among({ root: assignment.postRoot, id: assignment.postId }, posts)} and ${heldTrue(assignment, knownAt)}
    order by from_on nulls first`)

/** What these units are called, as last known. */
export const unitNames = (tx: Tx, units: readonly Ref[], knownAt: KnownAt = null) =>
  tx.execute<{ id: string; name: string }>(sql`
    select distinct on (unit_id) unit_id as id, name from unit_version
    where ${among({ root: unitVersion.root, id: unitVersion.unitId }, units)} and ${heldTrue(unitVersion, knownAt)}
    order by unit_id, from_on desc nulls last`)
