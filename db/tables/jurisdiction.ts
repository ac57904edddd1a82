import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { DivisionLevel } from '../../policy/index.ts'
import { divisionCode, plainDay } from './columns.ts'

/** 辖区: a node of the national division tree. A reference table, the same everywhere. */
export const jurisdiction = pgTable(
  'jurisdiction',
  {
    code: divisionCode().primaryKey(),
    name: text().notNull(),
    level: text().$type<DivisionLevel>().notNull(),
    /** What the division is called in law: 市辖区, 县级市, 自治县 … */
    kind: text().notNull(),
    parent: divisionCode(),
    /** From the nation down to the parent. */
    ancestors: divisionCode().array().notNull(),
    /** Placement key of what is managed here: its province. */
    root: integer().notNull(),
    validFrom: plainDay(),
    validTo: plainDay(),
  },
  (t) => [index('jurisdiction_parent').on(t.parent)],
)
