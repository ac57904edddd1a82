import { and, sql } from 'drizzle-orm'
import type { StatedText, StateKind } from '../../policy/index.ts'
import { stateDiscipline, stateHealth, statePersonnel } from '../tables/state.ts'
import type { Tx } from '../transaction.ts'
import { inOrder, isOneOf, knownAt, type RowRef, stated } from './as-of.ts'

/** A dated fact about a person, as recorded at some moment. */
export interface StateRow extends RowRef {
  readonly personId: string
  readonly kind: StateKind
  readonly value: string | null
  readonly note: string | null
  readonly from: StatedText
  readonly to: StatedText | null
  readonly version: number
  readonly recordedFrom: string
  readonly recordedTo: string | null
}

/** One table per class of data; the three have the same columns. */
const tables = [statePersonnel, stateDiscipline, stateHealth]

type Keyed = 'id' | 'personId'

/** One statement for the three classes: what the reader may not see is missing, not refused. */
const statesWhere = async (
  tx: Tx,
  key: Keyed,
  refs: readonly RowRef[],
  moment: string | null,
): Promise<readonly StateRow[]> => {
  const [personnel, discipline, health] = tables.map((t) =>
    tx
      .select({
        root: t.root,
        id: t.id,
        personId: t.personId,
        kind: t.kind,
        value: t.value,
        note: t.note,
        from: stated(t.fromOn, t.fromPrecision).as('held_from'),
        to: stated(t.toOn, t.toPrecision).as('held_to'),
        version: t.version,
        recordedFrom: t.recordedFrom,
        recordedTo: t.recordedTo,
        fromOn: t.fromOn,
      })
      .from(t)
      .where(and(isOneOf({ root: t.root, id: t[key] }, refs), knownAt(t, moment))),
  )
  if (personnel === undefined || discipline === undefined || health === undefined) return []
  const rows = await personnel.unionAll(discipline).unionAll(health).orderBy(sql`from_on`)
  return rows.map((row) => ({ ...row, from: row.from ?? '?' }))
}

/** The states of each of these people as we knew them, earliest first. */
export const statesOf = async (
  tx: Tx,
  people: readonly RowRef[],
  moment: string | null,
): Promise<(readonly StateRow[])[]> => {
  const rows = await statesWhere(tx, 'personId', people, moment)
  return people.map(({ root, id }) => rows.filter((row) => row.root === root && row.personId === id))
}

export const statesById = async (
  tx: Tx,
  refs: readonly RowRef[],
  moment: string | null,
): Promise<(StateRow | null)[]> => inOrder(refs, await statesWhere(tx, 'id', refs, moment))
