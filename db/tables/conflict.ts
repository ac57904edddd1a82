import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Bar, KinClass, KinPattern, KinStep, NotedTie, PostRelation } from '../../policy/index.ts'
import { divisionCode, id, instant, plainDay, recorded, recordedCheck, root } from './columns.ts'

/** A step of the witness path, with the placement key of the person it leads to. */
export type StoredStep = KinStep & { readonly root: number }

export type ConflictStatus = 'ACTIVE' | 'UNDETERMINED'

/**
 * 回避情形: two relatives whom a rule bars from the two posts they hold, as we said it; superseded, never deleted. It lies
 * under the root of its first side. The authority of a side is where that person’s file lies.
 */
export const conflict = pgTable(
  'conflict',
  {
    root: root(),
    rowId: id(),
    /** UUIDv5 of rule, people and posts: stays while the same two hold the same posts. */
    id: id(),
    /** Full id, `<plugin>/<rule>`. */
    rule: text().notNull(),
    catalogueId: text().notNull(),
    pluginId: text().notNull(),
    pluginDigest: text().notNull(),
    ruleJurisdiction: divisionCode().notNull(),
    effect: text().$type<Bar>().notNull(),
    /** Place of the effect in `effectOrder`, strictest first. */
    effectRank: smallint().notNull(),
    firstPersonId: uuid().notNull(),
    firstPostRoot: integer().notNull(),
    firstPostId: uuid().notNull(),
    firstAssignmentId: uuid().notNull(),
    firstAuthority: divisionCode().notNull(),
    secondRoot: integer().notNull(),
    secondPersonId: uuid().notNull(),
    secondPostRoot: integer().notNull(),
    secondPostId: uuid().notNull(),
    secondAssignmentId: uuid().notNull(),
    secondAuthority: divisionCode().notNull(),
    /** Null: a tie outside the four classes, of which a rule only warns. */
    kinClass: text().$type<KinClass>(),
    kinPattern: text().$type<KinPattern | NotedTie>().notNull(),
    path: jsonb().$type<readonly StoredStep[]>().notNull(),
    relation: text().$type<PostRelation>().notNull(),
    fromOn: plainDay().notNull(),
    /** Null: no end. */
    toOn: plainDay(),
    /** Names the facts it rests on, but not its end: a decision on it stands for as long as they do. */
    factsDigest: text().notNull(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.rowId] }),
    uniqueIndex('conflict_current').on(t.id, t.fromOn, t.root).where(sql`recorded_to is null`),
    index('conflict_said').on(t.root, t.id),
    index('conflict_first').on(t.firstPersonId, t.root),
    index('conflict_second').on(t.secondPersonId, t.secondRoot),
    index('conflict_first_post').on(t.firstPostId, t.firstPostRoot),
    index('conflict_second_post').on(t.secondPostId, t.secondPostRoot),
    check('conflict_two', sql`${t.firstPersonId} <> ${t.secondPersonId}`),
    check('conflict_days', sql`${t.fromOn} < ${t.toOn}`),
    check('conflict_digest', sql`${t.factsDigest} ~ '^[0-9a-f]{64}$'`),
    recordedCheck('conflict', t),
  ],
)

/** Days `[from, to)` on which a conflict has one status: the list of a jurisdiction is these rows. */
export const conflictSpan = pgTable(
  'conflict_span',
  {
    root: root(),
    conflictRowId: uuid().notNull(),
    conflictId: uuid().notNull(),
    effectRank: smallint().notNull(),
    firstAuthority: divisionCode().notNull(),
    secondAuthority: divisionCode().notNull(),
    status: text().$type<ConflictStatus>().notNull(),
    fromOn: plainDay().notNull(),
    toOn: plainDay(),
    /** First day of the bar. */
    since: plainDay().notNull(),
    /** The conflict these days are shown with, because its rule says this one again. */
    shownWith: uuid(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.conflictRowId, t.fromOn] }),
    foreignKey({
      name: 'conflict_span_conflict',
      columns: [t.root, t.conflictRowId],
      foreignColumns: [conflict.root, conflict.rowId],
    }),
    index('conflict_span_order').on(t.effectRank, t.since, t.conflictId, t.root),
    index('conflict_span_first').on(t.firstAuthority, t.effectRank, t.since, t.conflictId),
    index('conflict_span_second').on(t.secondAuthority, t.effectRank, t.since, t.conflictId),
    check('conflict_span_status', sql`${t.status} in ('ACTIVE', 'UNDETERMINED')`),
    check('conflict_span_days', sql`${t.fromOn} < ${t.toOn}`),
    recordedCheck('conflict_span', t),
  ],
)

/** How far the conflicts of a root are known: under the policy of which moment, and when they were last revised in bulk. */
export const conflictRegister = pgTable('conflict_register', {
  root: integer().primaryKey(),
  /** Null: never swept; what is said then follows the present policy. */
  policyAt: instant(),
  revisedAt: instant().notNull().default(sql`now()`),
})
