import { v7 } from 'uuid'
import { insertMany } from '../../../db/insert-many.ts'
import { storedValidity } from '../../../db/stated.ts'
import {
  type StateTable,
  stateDiscipline,
  stateHealth,
  statePersonnel,
  stateTableOf,
} from '../../../db/tables/state.ts'
import type { Tx } from '../../../db/transaction.ts'
import { canonicalValue } from '../../state-value.ts'
import { scopeOf } from '../checking/scope.ts'
import { grouped } from '../grouped.ts'
import { filled } from '../reading/draft.ts'
import { correct, type Recorded } from './career.ts'
import { by, currently, keyed, superseded } from './revision.ts'
import { homeOf, type PeopleToWrite, refsOf } from './write-files.ts'

type NewState = Omit<typeof statePersonnel.$inferInsert, 'rowId' | 'id'>
type StoredState = typeof statePersonnel.$inferSelect

const content = [
  ...(['kind', 'value', 'note', 'fromOn', 'fromPrecision', 'toOn', 'toPrecision'] as const),
] satisfies (keyof NewState)[]

/** Matched by kind and start, value first; a state of another kind is another state. */
const keys = [
  ['kind', 'fromOn', 'fromPrecision', 'value'],
  ['kind', 'fromOn', 'fromPrecision'],
  ['kind'],
] satisfies (keyof NewState)[][]

/** The states of everyone in scope, each in the table of its class of data. Returns whose changed. */
export const writeStates = async (tx: Tx, writing: PeopleToWrite): Promise<readonly string[]> => {
  const { rows, homes } = writing
  const wanted = rows.states.map(
    ({ draft: { values }, person }): NewState => ({
      root: homeOf(homes, person.id).root,
      personId: person.id,
      kind: filled(values.kind),
      value: canonicalValue(filled(values.kind), values.value),
      note: values.note,
      ...storedValidity(filled(values.from).text, values.to?.text ?? null),
    }),
  )
  const byTable = grouped(wanted, ({ kind }) => stateTableOf(kind))
  const changed: string[] = []
  for (const table of [statePersonnel, stateDiscipline, stateHealth]) {
    changed.push(...(await writeTable(tx, table, { wanted: byTable.get(table) ?? [], writing })))
  }
  return changed
}

interface Share {
  readonly wanted: readonly NewState[]
  readonly writing: PeopleToWrite
}

const writeTable = async (tx: Tx, table: StateTable, { wanted, writing }: Share): Promise<readonly string[]> => {
  const scope = scopeOf(writing.rows, 'states')
  const rows = await tx
    .select()
    .from(table)
    .where(currently(table, table.personId, refsOf(scope, writing.homes)))
  const stored = grouped<StoredState, string>(rows, ({ personId }) => personId)
  const filed = grouped(wanted, ({ personId }) => personId)
  const corrections = [...new Set([...stored.keys(), ...filed.keys()])].map((person) => ({
    person,
    ...correct<NewState, StoredState & Recorded>(stored.get(person) ?? [], filed.get(person) ?? [], {
      content,
      keys,
      byOrder: false,
    }),
  }))
  const close = corrections.flatMap((correction) => correction.close)
  await tx
    .update(table)
    .set(superseded)
    .where(
      keyed(
        table.root,
        table.rowId,
        by(close, ({ rowId }) => rowId),
      ),
    )
  const insert = corrections.flatMap((correction) =>
    correction.insert.map(({ row, corrects }) => ({
      ...row,
      rowId: v7(),
      id: corrects?.id ?? v7(),
      version: (corrects?.version ?? 0) + 1,
    })),
  )
  await insertMany(tx, table, insert)
  return corrections.flatMap(({ person, close: closed, insert: said }) =>
    closed.length + said.length > 0 ? [person] : [],
  )
}
