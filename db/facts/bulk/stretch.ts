import type { Sex } from '../../../policy/index.ts'
import { RowReader } from '../../copy/row-reader.ts'
import type { Tx } from '../../transaction.ts'

/** People of one authority, from one id up to but not including another (`null`: to the last). */
export interface Stretch {
  readonly root: number
  readonly authority: string
  readonly from: string
  readonly before: string | null
}

/** Some people in the order of their ids: as text, and their bytes one after the other. */
export interface Bunch {
  readonly root: number
  readonly ids: readonly string[]
  readonly bytes: Buffer
}

interface People {
  readonly people: Bunch
  readonly sexes: readonly (Sex | null)[]
}

const sexOf = (text: string | null): Sex | null => (text === 'M' || text === 'F' ? text : null)

export const readStretch = async (tx: Tx, { root, authority, from, before }: Stretch): Promise<People> => {
  const [ids, sexes, rows]: [string[], (Sex | null)[], Buffer[]] = [[], [], []]
  const upTo = before === null ? '' : `and id < '${before}'`
  const reader = new RowReader()
  await tx.copyOut(
    `copy (select id, sex from person where root = ${root} and authority = ${Number(authority)} and id >= '${from}' ${upTo}
     order by id) to stdout (format binary)`,
    (message) =>
      reader.each(message, (row) => {
        const bytes = Buffer.allocUnsafe(16)
        ids.push(row.keepUuid(bytes, 0))
        rows.push(bytes)
        sexes.push(sexOf(row.text()))
      }),
  )
  return { people: { root, ids, bytes: Buffer.concat(rows) }, sexes }
}

/** Calls `onRow` for rows of these people, with each one's place among them; the first column is passed over. */
export const eachRow = async (
  tx: Tx,
  people: Bunch,
  select: (mine: string) => string,
  onRow: (row: RowReader, person: number) => void,
): Promise<void> => {
  const mine = `root = ${people.root} and person_id = any('{${people.ids.join()}}'::uuid[])`
  const reader = new RowReader()
  let person = 0
  await tx.copyOut(`copy (${select(mine)}) to stdout (format binary)`, (message) =>
    reader.each(message, (row) => {
      while (!row.isUuid(people.bytes, person * 16)) person += 1
      onRow(row, person)
    }),
  )
}
