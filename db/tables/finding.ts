import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Effect, FindingStatus } from '../../policy/index.ts'
import { divisionCode, id, instant, plainDay, recorded, recordedCheck, root } from './columns.ts'

export type EvaluationState = 'building' | 'current' | 'superseded'

/** One judging of everyone an authority manages, under one policy. Reads join the authority's current one. */
export const evaluation = pgTable(
  'evaluation',
  {
    root: root(),
    id: id(),
    authority: divisionCode().notNull(),
    policyDigest: text().notNull(),
    state: text().$type<EvaluationState>().notNull(),
    startedAt: instant().notNull().default(sql`now()`),
    activatedAt: instant(),
    supersededAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    uniqueIndex('evaluation_current').on(t.root, t.authority).where(sql`state = 'current'`),
    index('evaluation_authority').on(t.authority, t.activatedAt),
    check('evaluation_state', sql`${t.state} in ('building', 'current', 'superseded')`),
    check(
      'evaluation_activated',
      sql`(${t.state} <> 'current' or ${t.activatedAt} is not null) and (${t.state} = 'superseded') = (${t.supersededAt} is not null)`,
    ),
  ],
)

/** An assignment or state a finding counts, as stored in `finding.counted`; days are text, null is endless. */
export interface CountedRow {
  readonly kind: 'assignment' | 'state'
  readonly id: string
  readonly from: { readonly lo: string | null; readonly hi: string | null }
  readonly to: { readonly lo: string | null; readonly hi: string | null }
}

/**
 * A finding as we said it; superseded, never deleted. Rows refer to an evaluation, and spans to a finding, without a foreign
 * key: nobody may delete either, one act writes them together, and a million checks take longer than judging.
 */
export const finding = pgTable(
  'finding',
  {
    root: root(),
    rowId: id(),
    id: id(),
    evaluationId: uuid().notNull(),
    authority: divisionCode().notNull(),
    personId: uuid().notNull(),
    /** Full id, `<plugin>/<rule>`. */
    rule: text().notNull(),
    catalogueId: text().notNull(),
    pluginId: text().notNull(),
    pluginDigest: text().notNull(),
    ruleJurisdiction: divisionCode().notNull(),
    effect: text().$type<Effect>().notNull(),
    /** Place of the effect in `effectOrder`, strictest first. */
    effectRank: smallint().notNull(),
    fromOn: plainDay().notNull(),
    /** Null: no end. */
    toOn: plainDay(),
    key: text().array().notNull(),
    counted: jsonb().$type<readonly CountedRow[]>().notNull(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.rowId] }),
    // Its id first: without statistics, as after everyone was judged, the planner must not take this for an index of evaluations.
    uniqueIndex('finding_current').on(t.id, t.evaluationId, t.root).where(sql`recorded_to is null`),
    index('finding_former').on(t.root, t.id).where(sql`recorded_to is not null`),
    index('finding_of').on(t.root, t.personId),
    check('finding_days', sql`${t.fromOn} < ${t.toOn}`),
    recordedCheck('finding', t),
  ],
)

/** Days `[from, to)` on which a finding has one status: the due list is these rows. */
export const findingSpan = pgTable(
  'finding_span',
  {
    root: root(),
    findingRowId: uuid().notNull(),
    findingId: uuid().notNull(),
    evaluationId: uuid().notNull(),
    authority: divisionCode().notNull(),
    personId: uuid().notNull(),
    rule: text().notNull(),
    effectRank: smallint().notNull(),
    status: text().$type<FindingStatus>().notNull(),
    fromOn: plainDay().notNull(),
    toOn: plainDay(),
    /** First day of the duty. */
    since: plainDay().notNull(),
    dueBy: plainDay(),
    exemptions: text().array().notNull().default(sql`'{}'`),
    /** The finding these days are shown with, because its rule says this one again. */
    shownWith: uuid(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.findingRowId, t.fromOn] }),
    index('finding_span_due').on(t.root, t.evaluationId, t.effectRank, t.since, t.findingId),
    index('finding_span_order').on(t.root, t.effectRank, t.since, t.findingId),
    index('finding_span_starts').on(t.root, t.evaluationId, t.fromOn),
    index('finding_span_ends').on(t.root, t.evaluationId, t.toOn).where(sql`to_on is not null`),
    index('finding_span_deadlines').on(t.root, t.evaluationId, t.dueBy).where(sql`due_by is not null`),
    check('finding_span_status', sql`${t.status} in ('ACTIVE', 'DEFERRED', 'EXEMPT', 'UNDETERMINED')`),
    check('finding_span_days', sql`${t.fromOn} < ${t.toOn}`),
    recordedCheck('finding_span', t),
  ],
)
