import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { UnitKind } from '../../policy/index.ts'
import { divisionCode, id, recorded, recordedCheck, root, validity, validityChecks } from './columns.ts'

/** 单位: the lasting identity of an organ, internal unit, institution … What it was like on a day is in its versions. */
export const unit = pgTable(
  'unit',
  { root: root(), id: id(), jurisdiction: divisionCode().notNull(), code: text().notNull() },
  (t) => [primaryKey({ columns: [t.root, t.id] }), unique('unit_code').on(t.root, t.jurisdiction, t.code)],
)

/** How a unit was from one day to another. */
export const unitVersion = pgTable(
  'unit_version',
  {
    root: root(),
    id: id(),
    unitId: uuid().notNull(),
    name: text().notNull(),
    kind: text().$type<UnitKind>().notNull(),
    parentId: uuid(),
    functions: text().array().notNull().default(sql`'{}'`),
    system: text(),
    /** Null: not stated. */
    legalPerson: boolean(),
    staffing: integer(),
    regulatedBy: text(),
    ...validity(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    foreignKey({ name: 'unit_version_unit', columns: [t.root, t.unitId], foreignColumns: [unit.root, unit.id] }),
    foreignKey({ name: 'unit_version_parent', columns: [t.root, t.parentId], foreignColumns: [unit.root, unit.id] }),
    index('unit_version_of').on(t.root, t.unitId),
    index('unit_version_below').on(t.root, t.parentId),
    ...validityChecks('unit_version', t),
    recordedCheck('unit_version', t),
  ],
)
