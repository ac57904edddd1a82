import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Category, RetirementLimit, Sex } from '../../policy/index.ts'
import {
  divisionCode,
  id,
  instant,
  isStated,
  plainDay,
  precision,
  recorded,
  recordedCheck,
  root,
  validity,
  validityChecks,
} from './columns.ts'

/** 人员, core class: a cadre or a relative. `authority` is where the file lies; it changes only by a transfer of the file. */
export const person = pgTable(
  'person',
  {
    root: root(),
    id: id(),
    authority: divisionCode().notNull(),
    /** Null for someone known only by name. */
    code: text(),
    name: text().notNull(),
    sex: text().$type<Sex>(),
    /** Grows with every change of anything in the file. */
    version: integer().notNull().default(1),
    revisedAt: instant().notNull().default(sql`now()`),
    staff: boolean().notNull().default(true),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    unique('person_code').on(t.root, t.authority, t.code),
    index('person_managed_at').on(t.authority, t.id),
    index('person_by_code').on(t.code),
    check('person_sex', sql`${t.sex} in ('M', 'F')`),
  ],
)

/** Personnel class: what the file says of the person beside the career. One current row. */
export const personPersonnel = pgTable(
  'person_personnel',
  {
    root: root(),
    id: id(),
    personId: uuid().notNull(),
    birthOn: plainDay(),
    birthPrecision: precision(),
    diedOn: plainDay(),
    diedPrecision: precision(),
    ethnicity: text(),
    category: text().$type<Category>(),
    authorityOverride: divisionCode(),
    nativePlace: divisionCode(),
    birthPlace: divisionCode(),
    growthPlaces: divisionCode().array().notNull().default(sql`'{}'`),
    retirementLimit: text().$type<RetirementLimit>(),
    workStartOn: plainDay(),
    workStartPrecision: precision(),
    education: text(),
    degree: text(),
    party: text(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    foreignKey({
      name: 'person_personnel_person',
      columns: [t.root, t.personId],
      foreignColumns: [person.root, person.id],
    }),
    uniqueIndex('person_personnel_current').on(t.root, t.personId).where(sql`recorded_to is null`),
    index('person_personnel_of').on(t.root, t.personId),
    check('person_personnel_birth_stated', isStated(t.birthOn, t.birthPrecision)),
    check('person_personnel_died_stated', isStated(t.diedOn, t.diedPrecision)),
    check('person_personnel_work_stated', isStated(t.workStartOn, t.workStartPrecision)),
    recordedCheck('person_personnel', t),
  ],
)

/** A dated row that says who manages a person, whatever the posts say. */
export const personAuthority = pgTable(
  'person_authority',
  {
    root: root(),
    id: id(),
    personId: uuid().notNull(),
    jurisdiction: divisionCode().notNull(),
    ...validity(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    foreignKey({
      name: 'person_authority_person',
      columns: [t.root, t.personId],
      foreignColumns: [person.root, person.id],
    }),
    index('person_authority_of').on(t.root, t.personId),
    ...validityChecks('person_authority', t),
    recordedCheck('person_authority', t),
  ],
)
