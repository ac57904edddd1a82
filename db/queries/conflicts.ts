import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { type Bar, type DayText, effectOrder } from '../../policy/index.ts'
import { subtreeOf } from '../divisions.ts'
import { type ConflictStatus, conflict, conflictSpan } from '../tables/conflict.ts'
import { postVersion } from '../tables/post.ts'
import type { Tx } from '../transaction.ts'
import { type AsOf, holdsOn, inOrder, isOneOf, knownAt, type RowRef } from './as-of.ts'
import { type ConflictDay, columns, conflictDay } from './conflict-day.ts'
import type { Scope } from './finding-days.ts'
import { allOf, type Named } from './rows.ts'

export interface ConflictSearch {
  readonly authority: string
  readonly scope: Scope
  readonly effects?: readonly Bar[] | null
  readonly status?: readonly ConflictStatus[] | null
}

export interface ConflictPage {
  readonly limit: number
  readonly after: { readonly rank: number; readonly since: DayText; readonly id: string } | null
}

const ofConflict = and(eq(conflict.root, conflictSpan.root), eq(conflict.rowId, conflictSpan.conflictRowId))

/** Spans the day lies in, as we said it at that moment. */
const spanOn = ({ on, knownAt: moment }: AsOf): SQL | undefined =>
  and(
    knownAt(conflictSpan, moment),
    sql`${conflictSpan.fromOn} <= ${on}::date and (${conflictSpan.toOn} is null or ${conflictSpan.toOn} > ${on}::date)`,
  )

/** What two levels bar is shown once, with the conflict of the rule that says it again. */
const shownByItself = isNull(conflictSpan.shownWith)

const strictestFirst = [asc(conflictSpan.effectRank), asc(conflictSpan.since), asc(conflictSpan.conflictId)]
const inOrderOf = (spans: string): SQL => sql.raw(`order by ${spans}.effect_rank, ${spans}.since, ${spans}.conflict_id`)

/**
 * Conflicts of which either side lies with an authority (or below it) on a day: strictest first, then by first day and id. Those of one
 * authority are read in that order from an index for each side.
 */
export const conflictsIn = async (
  tx: Tx,
  search: ConflictSearch,
  at: AsOf,
  { limit, after }: ConflictPage,
): Promise<readonly ConflictDay[]> => {
  const met = allOf(spanOn(at), shownByItself, ...wanted(search), isBeyond(after))
  const first = (side: SQL) => sql`
    (select * from conflict_span where ${side} and ${met} ${inOrderOf('conflict_span')} limit ${limit})`
  const spans =
    search.scope === 'OWN'
      ? sql`${first(lies('first_authority', search))} union ${first(lies('second_authority', search))}`
      : first(sql`(${lies('first_authority', search)} or ${lies('second_authority', search)})`)
  const page = await tx.execute<Named<Standing>>(sql`
    select root, conflict_row_id as "rowId", status, since::text from (${spans}) spans ${inOrderOf('spans')} limit ${limit}`)
  const rows = await tx
    .select()
    .from(conflict)
    .where(
      isOneOf(
        { root: conflict.root, id: conflict.rowId },
        page.map(({ root, rowId: id }) => ({ root, id })),
      ),
    )
  const byRow = new Map(rows.map((row) => [row.rowId, row]))
  return page.flatMap(({ rowId, status, since }) => {
    const row = byRow.get(rowId)
    return row === undefined ? [] : conflictDay({ row, status, since })
  })
}

interface Standing {
  readonly root: number
  readonly rowId: string
  readonly status: ConflictStatus
  readonly since: DayText
}

const lies = (side: 'first_authority' | 'second_authority', { authority, scope }: ConflictSearch): SQL => {
  const column = sql.identifier(side)
  if (scope === 'OWN') return sql`${column} = ${Number(authority)}`
  const { from, below } = subtreeOf(authority)
  return sql`${column} between ${from}::int and ${below - 1}::int`
}

const wanted = ({ effects = null, status = null }: ConflictSearch): SQL[] => [
  ...(effects === null
    ? []
    : [
        sql`${conflictSpan.effectRank} = any(${sql.param(effects.map((effect) => effectOrder.indexOf(effect)))}::int[])`,
      ]),
  ...(status === null ? [] : [sql`${conflictSpan.status} = any(${sql.param([...status])}::text[])`]),
]

const isBeyond = (after: ConflictPage['after']): SQL | undefined =>
  after === null
    ? undefined
    : sql`(${conflictSpan.effectRank}, ${conflictSpan.since}, ${conflictSpan.conflictId})
        > (${after.rank}, ${after.since}::date, ${after.id}::uuid)`

const readWhere = async (tx: Tx, at: AsOf, which: SQL | undefined): Promise<ConflictDay[]> => {
  const rows = await tx
    .select(columns)
    .from(conflict)
    .innerJoin(conflictSpan, ofConflict)
    .where(and(which, knownAt(conflict, at.knownAt), spanOn(at)))
    .orderBy(...strictestFirst)
  return rows.map(conflictDay)
}

/** The conflicts of each of these people on the day. */
export const conflictsOfPeople = async (tx: Tx, people: readonly RowRef[], at: AsOf) => {
  const first = isOneOf({ root: conflict.root, id: conflict.firstPersonId }, people)
  const second = isOneOf({ root: conflict.secondRoot, id: conflict.secondPersonId }, people)
  const rows = await readWhere(tx, at, and(sql`(${first} or ${second})`, shownByItself))
  return people.map(({ id }) => rows.filter(({ sides }) => sides.some(({ person }) => person.id === id)))
}

/** The conflicts of whoever sits in one of these posts. */
const conflictsOfPosts = async (tx: Tx, posts: readonly RowRef[], at: AsOf): Promise<ConflictDay[]> => {
  if (posts.length === 0) return []
  const first = isOneOf({ root: conflict.firstPostRoot, id: conflict.firstPostId }, posts)
  const second = isOneOf({ root: conflict.secondPostRoot, id: conflict.secondPostId }, posts)
  return readWhere(tx, at, and(sql`(${first} or ${second})`, shownByItself))
}

/** The conflicts of each of these units on the day: of posts that then lie in it, not in the units below. */
export const conflictsOfUnits = async (
  tx: Tx,
  units: readonly RowRef[],
  at: AsOf,
): Promise<(readonly ConflictDay[])[]> => {
  const rows = await tx
    .selectDistinct({ root: postVersion.root, id: postVersion.postId, unit: postVersion.unitId })
    .from(postVersion)
    .where(
      and(
        isOneOf({ root: postVersion.root, id: postVersion.unitId }, units),
        knownAt(postVersion, at.knownAt),
        holdsOn(postVersion, at.on),
      ),
    )
  const found = await conflictsOfPosts(tx, rows, at)
  return units.map(({ id }) => {
    const posts = new Set(rows.flatMap((row) => (row.unit === id ? row.id : [])))
    return found.filter(({ sides }) => sides.some(({ post }) => posts.has(post.id)))
  })
}

/** Conflicts by id on a day; those shown with another included. */
export const conflictsById = async (tx: Tx, refs: readonly RowRef[], at: AsOf): Promise<(ConflictDay | null)[]> =>
  inOrder(refs, await readWhere(tx, at, isOneOf(conflict, refs)))

/** The day nearest to `on` on which the conflict stands: where it is looked at when no day is asked. */
export const conflictNear = async (tx: Tx, ref: RowRef, at: AsOf): Promise<DayText | null> => {
  const near = sql`greatest(${conflictSpan.fromOn}, least(${at.on}::date, ${conflictSpan.toOn} - 1))`
  const [row] = await tx
    .select({ on: sql<DayText>`(${near})::text` })
    .from(conflict)
    .innerJoin(conflictSpan, ofConflict)
    .where(and(isOneOf(conflict, [ref]), knownAt(conflict, at.knownAt), knownAt(conflictSpan, at.knownAt)))
    .orderBy(sql`abs(${near} - ${at.on}::date)`)
    .limit(1)
  return row?.on ?? null
}

/** A superior rule’s conflict that is shown with the one of a rule that says it again. */
export interface RestatedConflict {
  readonly rule: string
  readonly pluginDigest: string
}

/** What is shown with each of these conflicts on the day. */
export const restatedConflicts = async (
  tx: Tx,
  shown: readonly RowRef[],
  at: AsOf,
): Promise<(readonly RestatedConflict[])[]> => {
  const key = { root: conflictSpan.root, id: conflictSpan.shownWith }
  const rows = await tx
    .select({ shownWith: conflictSpan.shownWith, rule: conflict.rule, pluginDigest: conflict.pluginDigest })
    .from(conflictSpan)
    .innerJoin(conflict, ofConflict)
    .where(and(isOneOf(key, shown), spanOn(at)))
    .orderBy(asc(conflict.rule))
  return shown.map(({ id }) => rows.filter((row) => row.shownWith === id))
}
