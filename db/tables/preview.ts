import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { ChangeKind, Effect, FindingStatus } from '../../policy/index.ts'
import { divisionCode, id, instant, isPlainDay, plainDay, root } from './columns.ts'

/** `preview`: what a document would change. `replay`: what we would have said then, beside what we say now. */
export type PreviewKind = 'preview' | 'replay'

/** Two ways of judging everyone a jurisdiction's policy reaches, compared person by person by the engine; nothing else is written. */
export const preview = pgTable(
  'preview',
  {
    root: root(),
    id: id(),
    jobId: uuid().notNull(),
    kind: text().$type<PreviewKind>().notNull(),
    jurisdiction: divisionCode().notNull(),
    /** The document that would take effect; null in a replay. */
    pluginDigest: text(),
    effectiveFrom: plainDay(),
    /** Years looked ahead. */
    horizon: smallint().notNull(),
    /** First day looked at. */
    fromOn: plainDay().notNull(),
    /** Of a replay: what was recorded, and what was installed, by then. */
    knownAt: instant(),
    policyAt: instant(),
    askedBy: text().notNull(),
    /** Names what was installed when it was computed. */
    policyDigest: text(),
    /** Names the facts it was computed on. */
    rosterState: text(),
    /** Of the document, the place, the first day, the policy beside it, the facts and the horizon; null until done. */
    digest: text(),
    people: integer(),
    recordedAt: instant().notNull().default(sql`now()`),
    doneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    index('preview_job').on(t.jobId),
    index('preview_digest').on(t.digest),
    check('preview_kind', sql`${t.kind} in ('preview', 'replay')`),
    check('preview_document', sql`(${t.kind} = 'preview') = (${t.pluginDigest} is not null)`),
    check('preview_horizon', sql`${t.horizon} between 1 and 40`),
    check('preview_days', sql`${isPlainDay(t.fromOn)} and ${isPlainDay(t.effectiveFrom)}`),
  ],
)

/** One line of a preview, in the order people read it: by unit, person and rule. */
export const previewChange = pgTable(
  'preview_change',
  {
    root: root(),
    previewId: uuid().notNull(),
    ordinal: integer().notNull(),
    kind: text().$type<ChangeKind>().notNull(),
    /** The year of the horizon in which it is felt first. */
    year: smallint().notNull(),
    personRoot: integer().notNull(),
    personId: uuid().notNull(),
    /** Of a conflict: the other one. */
    otherRoot: integer(),
    otherId: uuid(),
    /** The organ the person serves in on the day it is felt; null when in none. */
    unitRoot: integer(),
    unitId: uuid(),
    rule: text().notNull(),
    catalogueId: text().notNull(),
    effect: text().$type<Effect>().notNull(),
    beforeStatus: text().$type<FindingStatus>(),
    beforeSince: plainDay(),
    /** First day on which it stood so: an exemption may come before. */
    beforeFrom: plainDay(),
    beforeDueBy: plainDay(),
    afterStatus: text().$type<FindingStatus>(),
    afterSince: plainDay(),
    afterFrom: plainDay(),
    afterDueBy: plainDay(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.previewId, t.ordinal] }),
    foreignKey({
      name: 'preview_change_preview',
      columns: [t.root, t.previewId],
      foreignColumns: [preview.root, preview.id],
    }),
    check(
      'preview_change_kind',
      sql`${t.kind} in ('NEWLY_DUE', 'RELEASED', 'EARLIER', 'LATER', 'EFFECT_CHANGED', 'NEWLY_UNDETERMINED', 'CONFLICT_BEGINS', 'CONFLICT_ENDS')`,
    ),
    check('preview_change_other', sql`(${t.otherRoot} is null) = (${t.otherId} is null)`),
    check('preview_change_unit', sql`(${t.unitRoot} is null) = (${t.unitId} is null)`),
  ],
)
