import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, check, customType, date, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Precision } from '../../policy/index.ts'

/** A GB/T 2260 code: a number in the database, so that a subtree is a range; text everywhere else. */
export const divisionCode = customType<{ data: string; driverData: number }>({
  dataType: () => 'integer',
  toDriver: (code) => Number(code),
  fromDriver: (stored) => String(stored),
})

export const binary = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

/** A range of days; written by the database only. */
export const dayRange = customType<{ data: string }>({ dataType: () => 'daterange' })

/** Stands for the endless day in a column of day numbers; its negative, for "since ever". */
export const endlessDay = 2_147_483_647

/** A `Day` of the engine; both infinities are stored as the outermost integers, so that `<=` works on them too. */
export const dayNumber = customType<{ data: number; driverData: number }>({
  dataType: () => 'integer',
  toDriver: (day) => (day === Infinity ? endlessDay : day === -Infinity ? -endlessDay : day),
  fromDriver: (stored) => (stored === endlessDay ? Infinity : stored === -endlessDay ? -Infinity : stored),
})

/** `YYYY-MM-DD`, never a JavaScript `Date`. */
export const plainDay = () => date({ mode: 'string' })

export const instant = () => timestamp({ withTimezone: true, mode: 'string' })

export const precision = () => text().$type<Precision>()

/** Placement key: the province of the authority (people) or of the jurisdiction (units, posts, teams). Opaque to everyone else. */
export const root = () => integer().notNull()

export const id = () => uuid().notNull()

/** When we knew it: from the transaction that wrote the row until the one that replaced it; no end is what we know now. */
export const recorded = () => ({
  recordedFrom: instant().notNull().default(sql`now()`),
  recordedTo: instant(),
})

/** First day and first day no longer. No precision at all: since ever (`from`), still so (`to`). */
export const validity = () => ({
  fromOn: plainDay(),
  fromPrecision: precision(),
  toOn: plainDay(),
  toPrecision: precision(),
})

interface Validity {
  readonly fromOn: AnyPgColumn
  readonly fromPrecision: AnyPgColumn
  readonly toOn: AnyPgColumn
  readonly toPrecision: AnyPgColumn
}

/** A stated day is the first of the days it may mean, and only real days of recent centuries are days. */
export const isStated = (on: AnyPgColumn, exactness: AnyPgColumn): SQL => sql`
  case ${exactness}
    when 'day' then ${on} is not null
    when 'month' then ${on} is not null and extract(day from ${on}) = 1
    when 'year' then ${on} is not null and extract(day from ${on}) = 1 and extract(month from ${on}) = 1
    when 'unknown' then ${on} is null
    else ${exactness} is null and ${on} is null
  end
  and (${on} is null or ${on} between date '1800-01-01' and date '2200-12-31')`

/** Last of the days a stated day may mean; null when unknown or not stated. */
export const lastOf = (on: AnyPgColumn, exactness: AnyPgColumn): SQL => sql`(${on} + case ${exactness}
    when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end - interval '1 day')::date`

/** What cannot be true cannot be stored: both ends are stated days, and the end is not surely before the start. */
export const validityChecks = (table: string, columns: Validity) => [
  check(`${table}_from_stated`, isStated(columns.fromOn, columns.fromPrecision)),
  check(`${table}_to_stated`, isStated(columns.toOn, columns.toPrecision)),
  check(`${table}_not_reversed`, sql`${columns.fromOn} <= ${lastOf(columns.toOn, columns.toPrecision)}`),
]

/** A plain day, when there is one, lies in recent centuries: no `infinity`, no year 1. */
export const isPlainDay = (on: AnyPgColumn): SQL => sql`${on} between date '1800-01-01' and date '2200-12-31'`

/** Knowledge ends after it began. */
export const recordedCheck = (table: string, columns: { recordedFrom: AnyPgColumn; recordedTo: AnyPgColumn }) =>
  check(`${table}_recorded`, sql`${columns.recordedTo} >= ${columns.recordedFrom}`)
