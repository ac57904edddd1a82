import type { Ref } from '../db/facts.ts'
import {
  type AssignmentValues,
  careerNow,
  closeAssignment,
  insertAssignment,
  type StoredAssignment,
} from '../db/queries/change-record.ts'
import { statedRange } from '../db/stated.ts'
import type { Tx } from '../db/transaction.ts'
import { anyDay } from '../policy/index.ts'
import { inOrderOfTime } from './roster/writing/career.ts'

type New = Omit<AssignmentValues, 'ordinal'>

/**
 * Writes an assignment at its place in the career. Where others must make way, what they say is recorded anew with their
 * new place: the order counts when a start is unknown, and we must know later in which order we saw them.
 */
export const placeInCareer = async (
  tx: Tx,
  person: Ref,
  written: New,
  corrects: StoredAssignment | null = null,
): Promise<void> => {
  const others = (await careerNow(tx, person)).filter(({ id }) => id !== written.id)
  const before = corrects === null ? others : others.filter(({ ordinal }) => ordinal < corrects.ordinal)
  const filed: readonly (New | StoredAssignment)[] = [...before, written, ...others.slice(before.length)]
  const career = inOrderOfTime(filed.map((row) => ({ row, from: startOf(row) })))
  const version = (corrects?.version ?? 0) + 1
  for (const [ordinal, { row }] of career.entries()) {
    if (row === written) await insertAssignment(tx, { ...written, ordinal }, version)
    else if ('rowId' in row && row.ordinal !== ordinal) await moveTo(tx, row, ordinal)
  }
}

const startOf = ({ fromOn, fromPrecision }: New | StoredAssignment) =>
  statedRange({ on: fromOn ?? null, precision: fromPrecision ?? null }) ?? anyDay

const moveTo = async (tx: Tx, row: StoredAssignment, ordinal: number): Promise<void> => {
  await closeAssignment(tx, row)
  const { rowId: _, version, sure: __, recordedFrom: ___, recordedTo: ____, ...says } = row
  await insertAssignment(tx, { ...says, ordinal }, version)
}
