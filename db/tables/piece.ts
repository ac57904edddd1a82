import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Capacity, Category, Duty, Level, Seat, TeamKind, UnitKind } from '../../policy/index.ts'
import { dayNumber, divisionCode, id, root } from './columns.ts'
import { person } from './person.ts'

/**
 * 任职片段: a current assignment cut wherever an attribute of its post, units or team changes; what the engine reads.
 * Derived: replaced whole whenever the career or the organisation changes, never corrected. Days are the engine's numbers.
 */
export const piece = pgTable(
  'piece',
  {
    root: root(),
    id: id(),
    personId: uuid().notNull(),
    assignmentId: uuid().notNull(),
    ordinal: integer().notNull(),
    fromLo: dayNumber().notNull(),
    fromHi: dayNumber().notNull(),
    fromJoint: integer(),
    toLo: dayNumber().notNull(),
    toHi: dayNumber().notNull(),
    toJoint: integer(),
    capacity: text().$type<Capacity>().notNull(),
    level: text().$type<Level>(),
    leading: boolean(),
    seats: text().array().$type<Seat[]>().notNull(),
    duties: text().array().$type<Duty[]>().notNull(),
    business: text().array().notNull(),
    category: text().$type<Category>(),
    unitKind: text().$type<UnitKind>().notNull(),
    functions: text().array().notNull(),
    teamKind: text().$type<TeamKind>(),
    postId: uuid().notNull(),
    internalUnitId: uuid(),
    organId: uuid().notNull(),
    legalPersonId: uuid(),
    teamId: uuid(),
    place: divisionCode().notNull(),
    jurisdiction: divisionCode().notNull(),
    authority: divisionCode().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    foreignKey({ name: 'piece_person', columns: [t.root, t.personId], foreignColumns: [person.root, person.id] }),
    index('piece_of').on(t.root, t.personId),
    index('piece_post').on(t.postId),
    index('piece_organ').on(t.organId),
    index('piece_internal_unit').on(t.internalUnitId),
  ],
)
