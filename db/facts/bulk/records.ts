import { type AuthorityOverride, anyDay, type DossierRecord, dayTextOrNull, type State } from '../../../policy/index.ts'
import { given, type RowReader } from '../../copy/row-reader.ts'
import { rangeOn, validityRanges } from '../../stated.ts'
import type { Tx } from '../../transaction.ts'
import { type Bunch, eachRow } from './stretch.ts'

/** By the place of the person among the people asked for. */
type Grouped<T> = ReadonlyMap<number, readonly T[]>

const grouped = async <T>(
  tx: Tx,
  people: Bunch,
  select: (mine: string) => string,
  read: (row: RowReader) => T,
): Promise<Grouped<T>> => {
  const groups = new Map<number, T[]>()
  await eachRow(tx, people, select, (row, person) => {
    const group = groups.get(person)
    if (group === undefined) groups.set(person, [read(row)])
    else group.push(read(row))
  })
  return groups
}

const textOn = (row: RowReader) => {
  const day = row.day()
  return day === null ? null : dayTextOrNull(day)
}

const validityOf = (row: RowReader) =>
  validityRanges({ fromOn: textOn(row), fromPrecision: row.word(), toOn: textOn(row), toPrecision: row.word() })

/** States of every class, earliest first. */
export const readStates = (tx: Tx, people: Bunch): Promise<Grouped<State>> => {
  const columns = 'person_id, id, kind, value, from_on, from_precision, to_on, to_precision'
  const of = (table: string, mine: string) => `select ${columns} from ${table} where ${mine} and recorded_to is null`
  const all = (mine: string) =>
    `select * from (${['state_personnel', 'state_discipline', 'state_health'].map((table) => of(table, mine)).join(' union all ')}) s
     order by person_id, from_on nulls first, id`
  return grouped(tx, people, all, (row) => ({
    id: given(row.uuid()),
    kind: given(row.word()),
    value: row.text(),
    ...validityOf(row),
  }))
}

/** Dated evidence, earliest first. */
export const readDossiers = (tx: Tx, people: Bunch): Promise<Grouped<DossierRecord>> => {
  const all = (mine: string) => `select person_id, id, kind, on_on, on_precision, until, result from dossier
    where ${mine} and recorded_to is null order by person_id, on_on nulls first, id`
  return grouped(tx, people, all, (row) => ({
    id: given(row.uuid()),
    kind: given(row.word()),
    on: rangeOn(row.day(), row.word()) ?? anyDay,
    until: row.day(),
    result: row.text(),
  }))
}

/** Dated rows that say who manages a person. */
export const readAuthorities = (tx: Tx, people: Bunch): Promise<Grouped<AuthorityOverride>> => {
  const all = (mine: string) => `select person_id, jurisdiction, from_on, from_precision, to_on, to_precision
    from person_authority where ${mine} and recorded_to is null order by person_id, from_on nulls first, id`
  return grouped(tx, people, all, (row) => ({ jurisdiction: given(row.code()), ...validityOf(row) }))
}
