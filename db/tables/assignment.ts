import { type SQL, sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Capacity, Level } from '../../policy/index.ts'
import {
  dayRange,
  id,
  isPlainDay,
  lastOf,
  plainDay,
  recorded,
  recordedCheck,
  root,
  validity,
  validityChecks,
} from './columns.ts'
import { person } from './person.ts'

/**
 * 任职: a person in a post. Bitemporal: `id` stays, every correction is another row. Two rules are the database's own:
 * nobody is surely twice in one post, and a post of one seat surely has one holder (`assignment_post_held`).
 */
export const assignment = pgTable(
  'assignment',
  {
    root: root(),
    rowId: id(),
    id: id(),
    personId: uuid().notNull(),
    postRoot: integer().notNull(),
    postId: uuid().notNull(),
    ...validity(),
    capacity: text().$type<Capacity>().notNull(),
    /** Level held, where the file states one; else the post's. */
    level: text().$type<Level>(),
    decidedOn: plainDay(),
    /** Place in the career as filed. */
    ordinal: integer().notNull(),
    version: integer().notNull().default(1),
    /** Formal or probationary service in a post of one seat: it leaves no room for another. */
    exclusive: boolean().notNull().default(false),
    /** Days on which it was surely held. */
    sure: dayRange().generatedAlwaysAs(
      (): SQL => sql`case
        when ${assignment.fromOn} is null or ${assignment.toPrecision} = 'unknown' then 'empty'::daterange
        when ${assignment.toOn} is null then daterange(${lastOf(assignment.fromOn, assignment.fromPrecision)}, null)
        when ${lastOf(assignment.fromOn, assignment.fromPrecision)} >= ${assignment.toOn} then 'empty'::daterange
        else daterange(${lastOf(assignment.fromOn, assignment.fromPrecision)}, ${assignment.toOn})
      end`,
    ),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.rowId] }),
    foreignKey({ name: 'assignment_person', columns: [t.root, t.personId], foreignColumns: [person.root, person.id] }),
    uniqueIndex('assignment_current').on(t.root, t.id).where(sql`recorded_to is null`),
    index('assignment_of').on(t.root, t.personId),
    index('assignment_in').on(t.postRoot, t.postId),
    check('assignment_from_given', sql`${t.fromPrecision} is not null`),
    check(
      'assignment_capacity',
      sql`${t.capacity} in ('formal', 'probation', 'secondment', 'loan', 'concurrent', 'acting')`,
    ),
    check('assignment_decided', isPlainDay(t.decidedOn)),
    ...validityChecks('assignment', t),
    recordedCheck('assignment', t),
  ],
)
