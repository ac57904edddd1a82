import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { id, recorded, recordedCheck, root, validity, validityChecks } from './columns.ts'
import { person } from './person.ts'

/** How a parent or spouse came to be one. */
export type KinKind = 'birth' | 'adoptive' | 'step_supported'
export type KinEnd = 'divorce' | 'death' | 'annulled' | 'dissolved'

/**
 * 亲属关系, family class: says what `relative` is to the person. Stored in both directions, each under its own person's
 * root. `parent`, `child`, `spouse`, `special_interest`, or a declared term kept as it was declared.
 */
export const kinEdge = pgTable(
  'kin_edge',
  {
    root: root(),
    id: id(),
    personId: uuid().notNull(),
    relativeRoot: integer().notNull(),
    relativeId: uuid().notNull(),
    relation: text().notNull(),
    kind: text().$type<KinKind>(),
    ...validity(),
    endedBy: text().$type<KinEnd>(),
    verified: boolean().notNull().default(true),
    source: text(),
    /** False on the row written for the other side of a declaration. */
    declared: boolean().notNull().default(true),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    foreignKey({ name: 'kin_edge_person', columns: [t.root, t.personId], foreignColumns: [person.root, person.id] }),
    index('kin_edge_of').on(t.root, t.personId),
    index('kin_edge_to').on(t.relativeRoot, t.relativeId),
    check('kin_edge_two', sql`${t.personId} <> ${t.relativeId}`),
    check('kin_edge_kind', sql`${t.kind} in ('birth', 'adoptive', 'step_supported')`),
    check('kin_edge_ended_by', sql`${t.endedBy} in ('divorce', 'death', 'annulled', 'dissolved')`),
    ...validityChecks('kin_edge', t),
    recordedCheck('kin_edge', t),
  ],
)
