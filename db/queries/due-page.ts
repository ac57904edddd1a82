import { inArray, type SQL, sql } from 'drizzle-orm'
import { type DayText, type Effect, effectOrder, type FindingStatus } from '../../policy/index.ts'
import { rootOf } from '../divisions.ts'
import { findingSpan } from '../tables/finding.ts'
import type { Tx } from '../transaction.ts'
import type { AsOf } from './as-of.ts'
import { answering, authoritiesIn, type FindingDay, type Scope, shownByItself, spanOn } from './finding-days.ts'
import type { PersonRow } from './people.ts'
import { allOf, type Named } from './rows.ts'

export interface DueSearch {
  readonly authority: string
  readonly scope: Scope
  readonly effects: readonly Effect[] | null
  readonly status: readonly FindingStatus[] | null
}

export interface DuePage {
  readonly limit: number
  readonly after: { readonly rank: number; readonly since: DayText; readonly id: string } | null
}

const columns = sql.raw(`finding.root, finding.id, finding.row_id as "rowId", finding.authority::text,
  finding.person_id as "personId", finding.rule, finding.plugin_digest as "pluginDigest", finding.effect,
  finding.effect_rank as "effectRank", finding.from_on as "from", finding.to_on as "until", finding.key, finding.counted,
  spans.status, spans.since, spans.due_by as "dueBy", spans.exemptions,
  person.authority::text as "personAuthority", person.code, person.name, person.sex, person.version,
  person.revised_at as "revisedAt", person.staff`)

interface Columns extends FindingDay, Omit<PersonRow, 'root' | 'id' | 'authority'> {
  /** Null where the reader may not see the person. */
  readonly personAuthority: string | null
}

/** A finding and whom it is about: nearly everyone who reads a list of the due wants a name. */
export interface DueRow {
  readonly finding: FindingDay
  readonly person: PersonRow | null
}

const dueRow = (row: Columns): DueRow => ({ finding: row, person: personOf(row) })

const personOf = (row: Columns): PersonRow | null => {
  const { root, personId: id, personAuthority: authority, code, name, sex, version, revisedAt, staff } = row
  return authority === null ? null : { root, id, authority, code, name, sex, version, revisedAt, staff }
}

/**
 * Findings of the people an authority manages, on a day: strictest first, then by first day and id. Spans are read in that
 * order from an index, no further than the page, and only what is on the page is looked up: province by province where whole
 * provinces are asked for, else evaluation by evaluation.
 */
export const dueOn = async (tx: Tx, search: DueSearch, at: AsOf, page: DuePage): Promise<readonly DueRow[]> => {
  const whole = search.scope === 'SUBTREE' && rootOf(search.authority) === Number(search.authority)
  const first = whole ? firstOfProvinces(search, at, page) : firstOfEvaluations(search, at, page)
  const rows = await tx.execute<Named<Columns>>(sql`
    select ${columns} from (${first}) spans
    join finding on finding.root = spans.root and finding.row_id = spans.finding_row_id
    left join person on person.root = finding.root and person.id = finding.person_id
    ${inDueOrder('spans')}`)
  return rows.map(dueRow)
}

const inDueOrder = (spans: string): SQL => sql.raw(`order by ${spans}.effect_rank, ${spans}.since, ${spans}.finding_id`)

const inEvaluation = sql.raw('finding_span.root = evaluation.root and finding_span.evaluation_id = evaluation.id')

const firstOfEvaluations = (search: DueSearch, at: AsOf, { limit, after }: DuePage): SQL => sql`
  select spans.* from jurisdiction
  join evaluation on evaluation.authority = jurisdiction.code and ${answering(at.knownAt)}
  cross join lateral (
    select * from finding_span
    where ${allOf(inEvaluation, spanOn(at), shownByItself, ...wanted(search), isBeyond(after))}
    ${inDueOrder('finding_span')} limit ${limit}) spans
  where ${authoritiesIn(search.authority, search.scope)}
  ${inDueOrder('spans')} limit ${limit}`

const firstOfProvinces = (search: DueSearch, at: AsOf, { limit, after }: DuePage): SQL => sql`
  select spans.* from (
    select distinct root from jurisdiction where ${authoritiesIn(search.authority, search.scope)}) province
  cross join lateral (
    select finding_span.* from finding_span join evaluation on ${allOf(inEvaluation, answering(at.knownAt))}
    where finding_span.root = province.root
      and ${allOf(spanOn(at), shownByItself, ...wanted(search), isBeyond(after))}
    ${inDueOrder('finding_span')} limit ${limit}) spans
  ${inDueOrder('spans')} limit ${limit}`

const wanted = ({ effects, status }: DueSearch): SQL[] => [
  ...(effects === null
    ? []
    : [
        inArray(
          findingSpan.effectRank,
          effects.map((effect) => effectOrder.indexOf(effect)),
        ),
      ]),
  ...(status === null ? [] : [inArray(findingSpan.status, [...status])]),
]

const isBeyond = (after: DuePage['after']): SQL | undefined =>
  after === null
    ? undefined
    : sql`(${findingSpan.effectRank}, ${findingSpan.since}, ${findingSpan.findingId})
        > (${after.rank}, ${after.since}::date, ${after.id}::uuid)`
