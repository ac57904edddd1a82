import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { StateKind } from '../../policy/index.ts'
import { id, recorded, recordedCheck, root, validity, validityChecks } from './columns.ts'
import { person } from './person.ts'

/** States that belong to the discipline class and to the health class; every other one is personnel. */
export const disciplineKinds = ['case_filed', 'sanction'] as const satisfies readonly StateKind[]
export const healthKinds = ['health_unfit'] as const satisfies readonly StateKind[]

const columns = () => ({
  root: root(),
  rowId: id(),
  id: id(),
  personId: uuid().notNull(),
  kind: text().$type<StateKind>().notNull(),
  value: text(),
  note: text(),
  ...validity(),
  version: integer().notNull().default(1),
  ...recorded(),
})

const words = (kinds: readonly string[]) => sql.raw(kinds.map((kind) => `'${kind}'`).join(', '))

/** 状态, one table per class of data, because row security guards rows: a dated fact about a person. */
const stateTable = (name: string, kinds: { only: readonly StateKind[] } | { never: readonly StateKind[] }) =>
  pgTable(name, columns(), (t) => [
    primaryKey({ columns: [t.root, t.rowId] }),
    foreignKey({ name: `${name}_person`, columns: [t.root, t.personId], foreignColumns: [person.root, person.id] }),
    uniqueIndex(`${name}_current`).on(t.root, t.id).where(sql`recorded_to is null`),
    index(`${name}_of`).on(t.root, t.personId),
    check(
      `${name}_kind`,
      'only' in kinds ? sql`${t.kind} in (${words(kinds.only)})` : sql`${t.kind} not in (${words(kinds.never)})`,
    ),
    check(`${name}_from_given`, sql`${t.fromPrecision} is not null`),
    ...validityChecks(name, t),
    recordedCheck(name, t),
  ])

export type StateTable = ReturnType<typeof stateTable>

export const statePersonnel = stateTable('state_personnel', { never: [...disciplineKinds, ...healthKinds] })
export const stateDiscipline = stateTable('state_discipline', { only: disciplineKinds })
export const stateHealth = stateTable('state_health', { only: healthKinds })

/** The table that keeps states of a kind. */
export const stateTableOf = (kind: StateKind): StateTable => {
  if (kind === 'case_filed' || kind === 'sanction') return stateDiscipline
  return kind === 'health_unfit' ? stateHealth : statePersonnel
}
