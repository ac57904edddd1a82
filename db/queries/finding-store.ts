import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { type Counted, type Day, day, dayText, dayTextOrNull, effectOrder, type Finding } from '../../policy/index.ts'
import { type CountedRow, evaluation, finding, findingSpan } from '../tables/finding.ts'
import type { Tx } from '../transaction.ts'

/** A finding as it stands in the record: its row, and what the row says. */
export interface StoredFinding {
  readonly row: string
  readonly finding: Finding
}

type FindingRow = typeof finding.$inferSelect
type SpanRow = typeof findingSpan.$inferSelect

const dayOrNever = (text: string | null): Day => (text === null ? Infinity : day(text))
const dayOrEver = (text: string | null): Day => (text === null ? -Infinity : day(text))

/** How an end that may lie any time ago is stored: there `null` already says that there is no end. */
export const ever = '-infinity'

export const countedOf = ({ kind, id, from, to }: CountedRow): Counted => ({
  kind,
  id,
  from: { lo: dayOrEver(from.lo), hi: dayOrNever(from.hi) },
  to: { lo: to.lo === ever ? -Infinity : dayOrNever(to.lo), hi: dayOrNever(to.hi) },
})

/** A stored row and its spans, as the engine said them. */
export const findingOf = (row: FindingRow, spans: readonly SpanRow[]): Finding => ({
  id: row.id,
  rule: row.rule,
  catalogueId: row.catalogueId,
  effect: row.effect,
  jurisdiction: row.ruleJurisdiction,
  digest: row.pluginDigest,
  person: row.personId,
  key: row.key,
  from: day(row.fromOn),
  to: dayOrNever(row.toOn),
  spans: spans.map((span) => ({
    from: day(span.fromOn),
    to: dayOrNever(span.toOn),
    status: span.status,
    since: day(span.since),
    dueBy: span.dueBy === null ? null : day(span.dueBy),
    exemptions: span.exemptions,
    shownWith: span.shownWith,
  })),
  counted: row.counted.map(countedOf),
})

/** What the record says now of these people: in one evaluation, or in whichever is current for them. */
export const storedFindings = async (
  tx: Tx,
  root: number,
  people: readonly string[],
  within: { readonly evaluation: string } | 'current',
): Promise<StoredFinding[]> => {
  const scope = within === 'current' ? eq(evaluation.state, 'current') : eq(evaluation.id, within.evaluation)
  const rows = await tx
    .select({ row: finding })
    .from(finding)
    .innerJoin(evaluation, and(eq(evaluation.root, finding.root), eq(evaluation.id, finding.evaluationId)))
    .where(and(eq(finding.root, root), inArray(finding.personId, [...people]), isNull(finding.recordedTo), scope))
  const spans = await spansOf(
    tx,
    root,
    rows.map(({ row }) => row.rowId),
  )
  return rows.map(({ row }) => ({ row: row.rowId, finding: findingOf(row, spans.get(row.rowId) ?? []) }))
}

const spansOf = async (tx: Tx, root: number, rows: readonly string[]): Promise<Map<string, SpanRow[]>> => {
  const byFinding = new Map<string, SpanRow[]>(rows.map((row) => [row, []]))
  if (rows.length === 0) return byFinding
  const spans = await tx
    .select()
    .from(findingSpan)
    .where(and(eq(findingSpan.root, root), inArray(findingSpan.findingRowId, [...rows])))
    .orderBy(findingSpan.fromOn)
  for (const span of spans) byFinding.get(span.findingRowId)?.push(span)
  return byFinding
}

/** Ends what the record says in these rows. The moment is never before the one the row began to be said. */
export const closeFindings = async (tx: Tx, root: number, rows: readonly string[]): Promise<void> => {
  if (rows.length === 0) return
  const ended = { recordedTo: sql`greatest(now(), recorded_from)` }
  await tx
    .update(findingSpan)
    .set(ended)
    .where(and(eq(findingSpan.root, root), inArray(findingSpan.findingRowId, [...rows])))
  await tx
    .update(finding)
    .set(ended)
    .where(and(eq(finding.root, root), inArray(finding.rowId, [...rows])))
}

/** The evaluation that findings are written into. */
export interface EvaluationRef {
  readonly root: number
  readonly id: string
  readonly authority: string
}

/** Rows per statement, well under the protocol's limit on parameters. */
const chunk = 1000

/** Records what a judge says, as part of an evaluation. */
export const insertFindings = async (tx: Tx, into: EvaluationRef, findings: readonly Finding[]): Promise<void> => {
  const rows = findings.map((f) => findingRow(into, f))
  for (let i = 0; i < rows.length; i += chunk) await tx.insert(finding).values(rows.slice(i, i + chunk))
  const spans = findings.flatMap((f, i) => spanRows(into, f, rows[i]?.rowId ?? ''))
  for (let i = 0; i < spans.length; i += chunk) await tx.insert(findingSpan).values(spans.slice(i, i + chunk))
}

const findingRow = (
  { root, id, authority }: EvaluationRef,
  f: Finding,
): typeof finding.$inferInsert & { rowId: string } => ({
  root,
  rowId: uuid(),
  id: f.id,
  evaluationId: id,
  authority,
  personId: f.person,
  rule: f.rule,
  catalogueId: f.catalogueId,
  pluginId: pluginOf(f),
  pluginDigest: f.digest,
  ruleJurisdiction: f.jurisdiction,
  effect: f.effect,
  effectRank: effectOrder.indexOf(f.effect),
  fromOn: dayText(f.from),
  toOn: dayTextOrNull(f.to),
  key: [...f.key],
  counted: f.counted.map(countedRow),
})

/** The plugin that says it. */
export const pluginOf = ({ rule }: Finding): string => rule.slice(0, rule.lastIndexOf('/'))

/** A counted fact as stored. */
export const countedRow = ({ kind, id, from, to }: Counted): CountedRow => ({
  kind,
  id,
  from: { lo: dayTextOrNull(from.lo), hi: dayTextOrNull(from.hi) },
  to: { lo: to.lo === -Infinity ? ever : dayTextOrNull(to.lo), hi: dayTextOrNull(to.hi) },
})

const spanRows = (into: EvaluationRef, f: Finding, findingRowId: string): (typeof findingSpan.$inferInsert)[] =>
  f.spans.map((span) => ({
    root: into.root,
    findingRowId,
    findingId: f.id,
    evaluationId: into.id,
    authority: into.authority,
    personId: f.person,
    rule: f.rule,
    effectRank: effectOrder.indexOf(f.effect),
    status: span.status,
    fromOn: dayText(span.from),
    toOn: dayTextOrNull(span.to),
    since: dayText(span.since),
    dueBy: span.dueBy === null ? null : dayText(span.dueBy),
    exemptions: [...span.exemptions],
    shownWith: span.shownWith,
  }))
