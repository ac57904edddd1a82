import { sql } from 'drizzle-orm'
import type { DayText } from '../../policy/index.ts'
import { evaluation, finding, findingSpan } from '../tables/finding.ts'
import { jurisdiction } from '../tables/jurisdiction.ts'
import type { Tx } from '../transaction.ts'
import { type AsOf, knownAt } from './as-of.ts'
import { answering, authoritiesIn, type Scope } from './finding-days.ts'

export type CalendarChange = 'BECOMES_DUE' | 'CEASES' | 'DEFERRAL_ENDS' | 'DEADLINE' | 'RETIRES'

/** What happens to one person on one day. */
export interface CalendarRow {
  readonly on: DayText
  readonly change: CalendarChange
  readonly root: number
  readonly findingId: string
  readonly personId: string
  readonly rule: string
  readonly pluginDigest: string
}

/** `execute` wants rows of an open shape. */
type Selected<Row> = Row & Record<string, unknown>

export interface CalendarSearch {
  readonly authority: string
  readonly scope: Scope
  /** Both days included. */
  readonly from: DayText
  readonly to: DayText
  /** Full ids of the rules whose duty is to retire: they make no other event than that. */
  readonly retiring: readonly string[]
}

export interface CalendarPage {
  readonly limit: number
  readonly after: { readonly on: DayText; readonly change: string; readonly findingId: string } | null
}

/**
 * What changes in the period: read off the edges of the spans of status. A duty becomes due when it begins to be active,
 * or is active again after an exemption; it ceases when it ends or an exemption begins. Days on which nobody can tell
 * change nothing: what counts is what is sure before and after them. Days in order.
 */
export const calendarOf = async (
  tx: Tx,
  { authority, scope, from, to, retiring }: CalendarSearch,
  at: Pick<AsOf, 'knownAt'>,
  { limit, after }: CalendarPage,
): Promise<readonly CalendarRow[]> => {
  const period = (column: unknown) => sql`${column} between ${from}::date and ${to}::date`
  const retires = sql`rule = any(${sql.param([...retiring])}::text[])`
  return tx.execute<Selected<CalendarRow>>(sql`
    with touched as (
      select distinct ${findingSpan.root} as root, ${findingSpan.findingRowId} as finding_row_id
      from ${jurisdiction}
      join ${evaluation} on ${evaluation.authority} = ${jurisdiction.code} and ${answering(at.knownAt)}
      join ${findingSpan} on ${findingSpan.root} = ${evaluation.root} and ${findingSpan.evaluationId} = ${evaluation.id}
      where ${authoritiesIn(authority, scope)} and ${knownAt(findingSpan, at.knownAt)}
        and (${period(findingSpan.fromOn)} or ${period(findingSpan.toOn)} or ${period(findingSpan.dueBy)})),
    span as (
      select s.*, f.plugin_digest, f.to_on as finding_to_on
      from touched t
      join ${findingSpan} s on s.root = t.root and s.finding_row_id = t.finding_row_id
      join ${finding} f on f.root = t.root and f.row_id = t.finding_row_id),
    settled as (
      select span.*, lag(status) over days as before, lead(status) over days as next, lead(from_on) over days as next_from
      from span where status <> 'UNDETERMINED'
      window days as (partition by root, finding_row_id order by from_on)),
    event as (
      select from_on as day, case when ${retires} then 'RETIRES' when before = 'DEFERRED' then 'DEFERRAL_ENDS'
        else 'BECOMES_DUE' end as change, settled.*
      from settled where status = 'ACTIVE' and before is distinct from 'ACTIVE' and ${period(sql`from_on`)}
      union all
      select coalesce(next_from, finding_to_on), 'CEASES', settled.* from settled
      where status in ('ACTIVE', 'DEFERRED') and (next is null or next = 'EXEMPT')
        and ${period(sql`coalesce(next_from, finding_to_on)`)} and not ${retires}
      union all
      select due_by, 'DEADLINE', settled.* from settled
      where status = 'ACTIVE' and due_by >= from_on and (to_on is null or due_by < to_on) and ${period(sql`due_by`)})
    select day::text as on, change, root, finding_id as "findingId", person_id as "personId", rule,
      plugin_digest as "pluginDigest"
    from event
    where shown_with is null and ${
      after === null
        ? sql`true`
        : sql`(day, change, finding_id) > (${after.on}::date, ${after.change}, ${after.findingId}::uuid)`
    }
    order by day, change, finding_id limit ${limit}`)
}
