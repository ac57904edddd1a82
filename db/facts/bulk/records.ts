import { type AuthorityOverride, anyDay, type DossierRecord, dayTextOrNull, type State } from '../../../policy/index.ts'
import { given, type RowReader } from '../../copy/row-reader.ts'
import { rangeOn, validityRanges } from '../../stated.ts'
import type { Tx } from '../../transaction.ts'
import { ByPerson } from './by-person.ts'
import { type Bunch, ofRange, reading } from './stretch.ts'

const textOn = (row: RowReader) => {
  const day = row.day()
  return day === null ? null : dayTextOrNull(day)
}

const validityOf = (row: RowReader) =>
  validityRanges({ fromOn: textOn(row), fromPrecision: row.word(), toOn: textOn(row), toPrecision: row.word() })

/** States of every class, earliest first. */
export const readStates = async (tx: Tx, people: Bunch): Promise<ByPerson<State>> => {
  const columns = 'person_id, id, kind, value, from_on, from_precision, to_on, to_precision'
  const tables = ['state_personnel', 'state_discipline', 'state_health']
  const all = tables.map((table) => `select ${columns} from ${table} where ${ofRange(people)} and recorded_to is null`)
  const query = `select * from (${all.join(' union all ')}) s order by person_id, from_on nulls first, id`
  return new ByPerson(await reading(tx, query), (row) => ({
    id: given(row.uuid()),
    kind: given(row.word()),
    value: row.text(),
    ...validityOf(row),
  }))
}

/** Dated evidence, earliest first. */
export const readDossiers = async (tx: Tx, people: Bunch): Promise<ByPerson<DossierRecord>> => {
  const query = `select person_id, id, kind, on_on, on_precision, until, result from dossier
    where ${ofRange(people)} and recorded_to is null order by person_id, on_on nulls first, id`
  return new ByPerson(await reading(tx, query), (row) => ({
    id: given(row.uuid()),
    kind: given(row.word()),
    on: rangeOn(row.day(), row.word()) ?? anyDay,
    until: row.day(),
    result: row.text(),
  }))
}

/** Dated rows that say who manages a person. */
export const readAuthorities = async (tx: Tx, people: Bunch): Promise<ByPerson<AuthorityOverride>> => {
  const query = `select person_id, jurisdiction, from_on, from_precision, to_on, to_precision
    from person_authority where ${ofRange(people)} and recorded_to is null order by person_id, from_on nulls first, id`
  return new ByPerson(await reading(tx, query), (row) => ({ jurisdiction: given(row.code()), ...validityOf(row) }))
}
