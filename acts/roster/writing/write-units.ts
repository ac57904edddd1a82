import { v7 } from 'uuid'
import { insertMany } from '../../../db/insert-many.ts'
import { unit, unitVersion } from '../../../db/tables/unit.ts'
import type { Tx } from '../../../db/transaction.ts'
import type { UnitRow } from '../checking/rows.ts'
import { filled } from '../reading/draft.ts'
import { daysOf, entitiesOf, fresh, refs, validity } from './entity-rows.ts'
import { by, currently, keyed, revise, superseded } from './revision.ts'

type NewUnit = typeof unitVersion.$inferInsert

const unitContent = [
  ...(['unitId', 'name', 'kind', 'parentId', 'functions', 'system', 'legalPerson', 'staffing', 'regulatedBy'] as const),
  ...validity,
] satisfies (keyof NewUnit)[]

const unitRow = ({ draft, self, parent, regulatedBy }: UnitRow): NewUnit => ({
  root: self.root,
  id: v7(),
  unitId: self.id,
  name: filled(draft.values.name),
  kind: filled(draft.values.kind),
  parentId: parent?.id ?? null,
  functions: [...(draft.values.functions ?? [])],
  system: draft.values.system,
  legalPerson: draft.values.legal_person,
  staffing: draft.values.staffing,
  regulatedBy: regulatedBy === null ? null : `${regulatedBy.jurisdiction}:${regulatedBy.code}`,
  ...daysOf(draft),
})

/** Returns the units that are no longer what they were. */
export const writeUnits = async (tx: Tx, rows: readonly UnitRow[]): Promise<string[]> => {
  const entities = entitiesOf(rows)
  await insertMany(tx, unit, fresh(entities))
  const known = refs(entities)
  const stored = await tx
    .select()
    .from(unitVersion)
    .where(currently(unitVersion, unitVersion.unitId, known))
  const { close, insert } = revise<NewUnit, (typeof stored)[number]>(stored, rows.map(unitRow), unitContent)
  await tx
    .update(unitVersion)
    .set(superseded)
    .where(
      keyed(
        unitVersion.root,
        unitVersion.id,
        by(close, ({ id }) => id),
      ),
    )
  await insertMany(tx, unitVersion, insert)
  return [...close, ...insert].map(({ unitId }) => unitId)
}
