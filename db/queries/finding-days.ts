import { and, asc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { DayText, Effect, FindingStatus } from '../../policy/index.ts'
import { type CountedRow, evaluation, finding, findingSpan } from '../tables/finding.ts'
import { jurisdiction } from '../tables/jurisdiction.ts'
import type { Tx } from '../transaction.ts'
import { type AsOf, isOneOf, knownAt, type RowRef } from './as-of.ts'

/** A finding as it stands on a day: what it is, and the span of status the day lies in. */
export interface FindingDay extends RowRef {
  readonly rowId: string
  readonly authority: string
  readonly personId: string
  /** Full id, `<plugin>/<rule>`. */
  readonly rule: string
  readonly pluginDigest: string
  readonly effect: Effect
  readonly effectRank: number
  /** First day it possibly binds, and first day it no longer does. */
  readonly from: DayText
  readonly until: DayText | null
  readonly key: readonly string[]
  readonly counted: readonly CountedRow[]
  readonly status: FindingStatus
  readonly since: DayText
  readonly dueBy: DayText | null
  /** Full ids of the exemptions that hold, or may. */
  readonly exemptions: readonly string[]
}

const columns = {
  root: finding.root,
  id: finding.id,
  rowId: finding.rowId,
  authority: finding.authority,
  personId: finding.personId,
  rule: finding.rule,
  pluginDigest: finding.pluginDigest,
  effect: finding.effect,
  effectRank: finding.effectRank,
  from: finding.fromOn,
  until: finding.toOn,
  key: finding.key,
  counted: finding.counted,
  status: findingSpan.status,
  since: findingSpan.since,
  dueBy: findingSpan.dueBy,
  exemptions: findingSpan.exemptions,
}

/** The evaluation that answered for an authority at that moment. */
export const answering = (moment: string | null): SQL =>
  moment === null
    ? sql`${evaluation.state} = 'current'`
    : sql`${evaluation.activatedAt} <= ${moment}::timestamptz
        and (${evaluation.supersededAt} is null or ${evaluation.supersededAt} > ${moment}::timestamptz)`

const inEvaluation = and(eq(findingSpan.root, evaluation.root), eq(findingSpan.evaluationId, evaluation.id))
const ofFinding = and(eq(finding.root, findingSpan.root), eq(finding.rowId, findingSpan.findingRowId))

/** Spans the day lies in, as we said it at that moment. */
export const spanOn = ({ on, knownAt: moment }: AsOf): SQL | undefined =>
  and(
    knownAt(findingSpan, moment),
    sql`${findingSpan.fromOn} <= ${on}::date and (${findingSpan.toOn} is null or ${findingSpan.toOn} > ${on}::date)`,
  )

/** A duty that two levels lay down is shown once, with the finding of the rule that says it again. */
export const shownByItself = isNull(findingSpan.shownWith)

export type Scope = 'OWN' | 'SUBTREE'

/** Authorities a list speaks of: one, or it and all below. */
export const authoritiesIn = (code: string, scope: Scope): SQL | undefined =>
  scope === 'OWN'
    ? eq(jurisdiction.code, code)
    : or(eq(jurisdiction.code, code), sql`${Number(code)} = any(${jurisdiction.ancestors})`)

/** The findings of each of these people on the day; of one rule, by either of its ids, even where it is shown with another. */
export const findingsOfPeople = async (
  tx: Tx,
  people: readonly RowRef[],
  at: AsOf,
  rule: string | null,
): Promise<(readonly FindingDay[])[]> => {
  const rows = await tx
    .select(columns)
    .from(findingSpan)
    .innerJoin(evaluation, and(inEvaluation, answering(at.knownAt)))
    .innerJoin(finding, ofFinding)
    .where(
      and(
        isOneOf({ root: finding.root, id: finding.personId }, people),
        spanOn(at),
        rule === null ? shownByItself : or(eq(finding.rule, rule), eq(finding.catalogueId, rule)),
      ),
    )
    .orderBy(asc(findingSpan.effectRank), asc(findingSpan.since), asc(findingSpan.findingId))
  return people.map(({ root, id }) => rows.filter((row) => row.root === root && row.personId === id))
}

/** Days of a finding with one status. */
export interface SpanRow {
  readonly from: DayText
  readonly to: DayText | null
  readonly status: FindingStatus
  readonly since: DayText
  readonly dueBy: DayText | null
}

/** The spans of each of these rows of findings, earliest first; days shown elsewhere included. */
export const spansOfFindings = async (tx: Tx, rows: readonly RowRef[]): Promise<(readonly SpanRow[])[]> => {
  const key = { root: findingSpan.root, id: findingSpan.findingRowId }
  const spans = await tx
    .select({
      ...key,
      from: findingSpan.fromOn,
      to: findingSpan.toOn,
      status: findingSpan.status,
      since: findingSpan.since,
      dueBy: findingSpan.dueBy,
    })
    .from(findingSpan)
    .where(isOneOf(key, rows))
    .orderBy(asc(findingSpan.fromOn))
  return rows.map(({ root, id }) => spans.filter((span) => span.root === root && span.id === id))
}

/** The day nearest to `on` that lies in one of the finding's spans: where a finding is looked at when no day is asked. */
export const findingNear = async (tx: Tx, ref: RowRef, at: AsOf): Promise<{ on: DayText } | null> => {
  const [row] = await tx
    .select({
      on: sql<DayText>`greatest(${findingSpan.fromOn}, least(${at.on}::date, ${findingSpan.toOn} - 1))::text`,
    })
    .from(findingSpan)
    .innerJoin(evaluation, and(inEvaluation, answering(at.knownAt)))
    .innerJoin(finding, ofFinding)
    .where(and(isOneOf(finding, [ref]), knownAt(finding, at.knownAt), knownAt(findingSpan, at.knownAt)))
    .orderBy(sql`abs(greatest(${findingSpan.fromOn}, least(${at.on}::date, ${findingSpan.toOn} - 1)) - ${at.on}::date)`)
    .limit(1)
  return row ?? null
}

/** Findings by id on a day. */
export const findingsById = async (tx: Tx, refs: readonly RowRef[], at: AsOf): Promise<(FindingDay | null)[]> => {
  const rows = await tx
    .select(columns)
    .from(findingSpan)
    .innerJoin(evaluation, and(inEvaluation, answering(at.knownAt)))
    .innerJoin(finding, ofFinding)
    .where(and(isOneOf(finding, refs), knownAt(finding, at.knownAt), spanOn(at)))
  return refs.map(({ root, id }) => rows.find((row) => row.root === root && row.id === id) ?? null)
}

/** Which finding of each of these people counts on the day: what surely binds before what may, the strictest first. */
export const bindingOf = async (tx: Tx, people: readonly RowRef[], at: AsOf): Promise<(string | null)[]> => {
  const standing = sql`case ${findingSpan.status}
    when 'ACTIVE' then 0 when 'UNDETERMINED' then 1 when 'DEFERRED' then 2 else 3 end`
  const rows = await tx
    .selectDistinctOn([findingSpan.root, findingSpan.personId], {
      root: findingSpan.root,
      personId: findingSpan.personId,
      finding: findingSpan.findingId,
    })
    .from(findingSpan)
    .innerJoin(evaluation, and(inEvaluation, answering(at.knownAt)))
    .innerJoin(finding, ofFinding)
    .where(and(isOneOf({ root: finding.root, id: finding.personId }, people), spanOn(at), shownByItself))
    .orderBy(
      findingSpan.root,
      findingSpan.personId,
      standing,
      findingSpan.effectRank,
      findingSpan.since,
      findingSpan.findingId,
    )
  return people.map(({ root, id }) => rows.find((row) => row.root === root && row.personId === id)?.finding ?? null)
}

/** A superior rule's finding that is shown with the one of a rule that says it again. */
export interface RestatedRow {
  readonly shownWith: string | null
  readonly rule: string
  readonly pluginDigest: string
}

/** What is shown with another finding of each of these people on the day. */
export const restatedOf = async (tx: Tx, people: readonly RowRef[], at: AsOf): Promise<(readonly RestatedRow[])[]> => {
  const key = { root: finding.root, id: finding.personId }
  const rows = await tx
    .select({ ...key, shownWith: findingSpan.shownWith, rule: finding.rule, pluginDigest: finding.pluginDigest })
    .from(findingSpan)
    .innerJoin(evaluation, and(inEvaluation, answering(at.knownAt)))
    .innerJoin(finding, ofFinding)
    .where(and(isOneOf(key, people), spanOn(at), isNotNull(findingSpan.shownWith)))
    .orderBy(asc(finding.rule))
  return people.map(({ root, id }) => rows.filter((row) => row.root === root && row.id === id))
}
