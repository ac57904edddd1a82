import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { TeamKind } from '../../policy/index.ts'
import {
  divisionCode,
  id,
  isPlainDay,
  plainDay,
  recorded,
  recordedCheck,
  root,
  validity,
  validityChecks,
} from './columns.ts'
import { unit } from './unit.ts'

/** 班子: the lasting identity of a leading team. */
export const team = pgTable(
  'team',
  { root: root(), id: id(), jurisdiction: divisionCode().notNull(), code: text().notNull() },
  (t) => [primaryKey({ columns: [t.root, t.id] }), unique('team_code').on(t.root, t.jurisdiction, t.code)],
)

/** How a team was from one day to another. */
export const teamVersion = pgTable(
  'team_version',
  {
    root: root(),
    id: id(),
    teamId: uuid().notNull(),
    name: text().notNull(),
    kind: text().$type<TeamKind>().notNull(),
    unitId: uuid(),
    authority: divisionCode(),
    ...validity(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    foreignKey({ name: 'team_version_team', columns: [t.root, t.teamId], foreignColumns: [team.root, team.id] }),
    foreignKey({ name: 'team_version_unit', columns: [t.root, t.unitId], foreignColumns: [unit.root, unit.id] }),
    index('team_version_of').on(t.root, t.teamId),
    ...validityChecks('team_version', t),
    recordedCheck('team_version', t),
  ],
)

/** 届: a team's numbered term, `[from, to)`. */
export const term = pgTable(
  'term',
  {
    root: root(),
    id: id(),
    teamId: uuid().notNull(),
    number: integer().notNull(),
    fromOn: plainDay().notNull(),
    toOn: plainDay(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    foreignKey({ name: 'term_team', columns: [t.root, t.teamId], foreignColumns: [team.root, team.id] }),
    index('term_of').on(t.teamId),
    check('term_days', sql`${isPlainDay(t.fromOn)} and ${isPlainDay(t.toOn)} and ${t.fromOn} <= ${t.toOn}`),
    recordedCheck('term', t),
  ],
)
