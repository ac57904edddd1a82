import type { Sex } from '../../../policy/index.ts'
import { given, RowReader } from '../../copy/row-reader.ts'
import type { Tx } from '../../transaction.ts'

/** People of one authority, from one id up to but not including another (`null`: to the last). */
export interface Stretch {
  readonly root: number
  readonly authority: string
  readonly from: string
  readonly before: string | null
}

/** Some people in the order of their ids. */
export interface Bunch {
  readonly root: number
  readonly ids: readonly string[]
  readonly sexes: readonly (Sex | null)[]
}

export const peopleOfStretch = async (tx: Tx, { root, authority, from, before }: Stretch): Promise<Bunch> => {
  const upTo = before === null ? '' : `and id < '${before}'`
  const rows = await reading(
    tx,
    `select id, sex from person where root = ${root} and authority = ${Number(authority)} and id >= '${from}' ${upTo} order by id`,
  )
  const [ids, sexes]: [string[], (Sex | null)[]] = [[], []]
  while (rows.next()) {
    ids.push(given(rows.uuid()))
    sexes.push(rows.word())
  }
  return { root, ids, sexes }
}

export const reading = async (tx: Tx, query: string): Promise<RowReader> =>
  new RowReader(await tx.copyOut(`copy (${query}) to stdout (format binary)`))

/** Exactly the rows of these people. */
export const ofEach = ({ root, ids }: Bunch): string => `root = ${root} and person_id = any('{${ids.join()}}'::uuid[])`

/** Rows of these people, and of others between them: for tables in which few people have any. */
export const ofRange = ({ root, ids }: Bunch): string =>
  `root = ${root} and person_id between '${ids[0]}' and '${ids.at(-1)}'`
