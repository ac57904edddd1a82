import { type SQL, sql } from 'drizzle-orm'
import { type DayText, day, type Effect, type FindingStatus } from '../../policy/index.ts'
import type { Tx } from '../transaction.ts'

/** One line of the register an office works through: who, in which post, bound by what, since when and until when. */
export interface DueLine {
  readonly [column: string]: unknown
  readonly finding: string
  readonly authority: string
  readonly code: string | null
  readonly name: string
  /** Organs of the posts held on the day. */
  readonly organs: string | null
  /** Internal units and titles of the posts held on the day. */
  readonly titles: string | null
  /** Full id, `<plugin>/<rule>`. */
  readonly rule: string
  readonly catalogueId: string
  readonly effect: Effect
  readonly status: FindingStatus
  readonly since: DayText
  readonly dueBy: DayText | null
  /** Days `[statusFrom, statusTo)` on which the status lasts. */
  readonly statusFrom: DayText
  readonly statusTo: DayText | null
  /** Full ids of superior rules that this one says again, and whose findings are shown with it. */
  readonly restates: readonly string[]
  /** Full ids of the exemptions that hold, or may. */
  readonly exemptions: readonly string[]
}

export interface DueAsked {
  /** Whose people: those managed exactly there, or there and below. */
  readonly authority: string
  readonly below: boolean
  readonly on: DayText
}

/** Every line of the register of a day, strictest first, then by first day and finding. */
export const dueRegister = async (tx: Tx, { authority, below, on }: DueAsked): Promise<readonly DueLine[]> => {
  const code = Number(authority)
  const scope = below ? sql`(j.code = ${code} or ${code} = any(j.ancestors))` : sql`j.code = ${code}`
  return tx.execute<DueLine>(sql`
    select s.finding_id as finding, s.authority::text as authority, p.code, p.name, held.organs, held.titles,
      s.rule, f.catalogue_id as "catalogueId", f.effect, s.status, s.since::text as since, s.due_by::text as "dueBy",
      s.from_on::text as "statusFrom", s.to_on::text as "statusTo", s.exemptions,
      coalesce(superior.rules, '{}') as restates
    from jurisdiction j
    join evaluation e on e.authority = j.code and e.state = 'current'
    join finding_span s on s.root = e.root and s.evaluation_id = e.id and s.recorded_to is null
      and s.from_on <= ${on}::date and (s.to_on is null or s.to_on > ${on}::date)
    join finding f on f.root = s.root and f.row_id = s.finding_row_id
    join person p on p.root = s.root and p.id = s.person_id
    left join lateral (${heldOn(on)}) held on true
    left join lateral (
      select array_agg(o.rule order by o.rule) as rules
      from finding other
      join finding_span o on o.root = other.root and o.finding_row_id = other.row_id
      where other.root = s.root and other.person_id = s.person_id and o.evaluation_id = e.id and o.recorded_to is null
        and o.shown_with = s.finding_id and o.from_on <= ${on}::date and (o.to_on is null or o.to_on > ${on}::date)
    ) superior on true
    where ${scope} and s.shown_with is null
    order by s.effect_rank, s.since, s.finding_id`)
}

/** Organs, internal units and titles of the posts a person holds on the day, under the names of that day. */
const heldOn = (on: DayText) => sql`
  select string_agg(distinct organ.name, '、') as organs,
    string_agg(distinct coalesce(section.name, '') || post.title, '、') as titles
  from piece
  left join lateral (${unitNamed(sql`piece.organ_id`, on)}) organ on true
  left join lateral (${unitNamed(sql`piece.internal_unit_id`, on)}) section on true
  left join lateral (
    select title from post_version
    where root = piece.root and post_id = piece.post_id and recorded_to is null
    order by ${newestBy(on)} limit 1) post on true
  where piece.root = p.root and piece.person_id = p.id and piece.from_lo <= ${day(on)} and piece.to_hi > ${day(on)}`

const unitNamed = (id: SQL, on: DayText) => sql`
  select name from unit_version
  where root = piece.root and unit_id = ${id} and recorded_to is null
  order by ${newestBy(on)} limit 1`

/** The version of that day first. */
const newestBy = (on: DayText) => sql`(coalesce(from_on, '-infinity') <= ${on}::date) desc, from_on desc nulls last`
