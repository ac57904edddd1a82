import { type Column, type SQL, sql } from 'drizzle-orm'
import type { DayText, StatedText } from '../../policy/index.ts'
import { among, heldTrue, type Ref } from '../recorded.ts'

/** The two times of every read: the day it speaks of, and when we knew it (`null`: now). */
export interface AsOf {
  readonly on: DayText
  readonly knownAt: string | null
}

/** A row of one tenant. */
export type RowRef = Ref

/** Rows that stood in our records at that moment. */
export const knownAt = heldTrue

interface From {
  readonly fromOn: Column
}

/** Orders the versions of one thing so that the one in force on the day stands first; before the first one, the first. */
export const inForceFirst = ({ fromOn }: From, on: DayText): SQL[] => [
  sql`(coalesce(${fromOn}, '-infinity'::date) <= ${on}) desc`,
  sql`case when coalesce(${fromOn}, '-infinity'::date) <= ${on} then ${fromOn} end desc nulls last`,
  sql`${fromOn} asc nulls first`,
]

interface Validity extends From {
  readonly toOn: Column
  readonly toPrecision: Column
}

/**
 * Rows that hold on the day, an imprecise day taken as the first it may be, so that a month in which one holder follows
 * another has one holder. What ended on a day nobody knows is over.
 */
export const holdsOn = (row: Validity, on: DayText): SQL => sql`(
  coalesce(${row.fromOn}, '-infinity'::date) <= ${on}
  and (${row.toPrecision} is null or ${row.toOn} > ${on}))`

/** Rows of these references, by both keys, so that the primary key is used. */
export const isOneOf = among

/** Puts rows in the order of the references asked for; `null` where there is none. */
export const inOrder = <Row extends RowRef>(refs: readonly RowRef[], rows: readonly Row[]): (Row | null)[] => {
  const byKey = new Map(rows.map((row) => [`${row.root}:${row.id}`, row]))
  return refs.map(({ root, id }) => byKey.get(`${root}:${id}`) ?? null)
}

/** A stated day as text, at its precision: `2014-03-01`, `2014-03`, `2014`, `?`; null when nothing is stated. */
export const stated = (
  on: Column,
  precision: Column,
): SQL<StatedText | null> => sql<StatedText | null>`case ${precision}
  when 'day' then ${on}::text when 'month' then left(${on}::text, 7) when 'year' then left(${on}::text, 4)
  when 'unknown' then '?' end`

/** A version chosen for the day is not over by then; stated texts compare like the days they begin with. */
export const endsAfter = (to: SQL | SQL.Aliased<StatedText | null>, on: DayText): SQL =>
  sql`(${to} is null or (${to} <> '?' and ${to} > ${on}))`
