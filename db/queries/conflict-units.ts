import { sql } from 'drizzle-orm'
import type { UnitKind } from '../../policy/index.ts'
import type { Tx } from '../transaction.ts'
import type { Named } from './rows.ts'

/** What any version of a unit says of where it stands. */
export interface UnitPlace {
  readonly unit: string
  readonly kind: UnitKind
  readonly jurisdiction: string
  readonly parent: string | null
  readonly regulatedBy: string | null
}

/** Every version of every unit of these roots: units are few beside people. */
export const unitPlaces = async (tx: Tx, roots: readonly number[]): Promise<UnitPlace[]> => {
  const rows = await tx.execute<Named<UnitPlace>>(sql`
    select distinct v.unit_id as unit, v.kind, u.jurisdiction::text as jurisdiction, v.parent_id as parent,
      v.regulated_by as "regulatedBy"
    from unit_version v join unit u on u.root = v.root and u.id = v.unit_id
    where v.recorded_to is null and v.root = any(${sql.param([...roots])}::int[])`)
  return [...rows]
}
