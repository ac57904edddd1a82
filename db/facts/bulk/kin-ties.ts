import { type TieColumns, tieCodes } from '../../../policy/index.ts'
import { IdTable } from '../../copy/id-table.ts'
import { Numbers } from '../../copy/numbers.ts'
import type { Tx } from '../../transaction.ts'

/** The ties of a whole root by number, each from both its ends. */
export interface KinTies {
  readonly ids: IdTable
  readonly columns: TieColumns
  /** Placement keys of people whose files lie elsewhere. */
  readonly elsewhere: ReadonlyMap<number, number>
}

const codeOf = (relation: (typeof tieCodes)[number]): number => tieCodes.indexOf(relation)
const [parent, child, declared] = [codeOf('parent'), codeOf('child'), codeOf('declared')]
const coded = `case relation ${tieCodes.map((word, code) => `when '${word}' then ${code}`).join(' ')} else ${declared} end`

/** Ties beyond the border are followed so far: no derivation is longer. */
const mostRounds = 5

/**
 * Reads all ties of a root, and those of people elsewhere to whom they lead. A parent’s tie is on file from both sides, so it is read
 * from the child’s.
 */
export const readKinTies = async (tx: Tx, root: number): Promise<KinTies> => {
  const ids = new IdTable()
  const [people, relatives, codes] = [new Numbers(), new Numbers(), new Numbers()]
  const elsewhere = new Map<number, number>()
  let found = new Set<number>()
  const take = (row: Buffer) => {
    // Four columns that are never null, each after its length.
    const person = ids.add(row, 6)
    const relative = ids.add(row, 26)
    people.push(person)
    relatives.push(relative)
    codes.push(row.readInt32BE(46))
    const relativeRoot = row.readInt32BE(54)
    if (relativeRoot === root || elsewhere.has(relative)) return
    elsewhere.set(relative, relativeRoot)
    found.add(relative)
  }
  const columns = `person_id, relative_id, ${coded}, relative_root`
  const read = (where: string) =>
    tx.copyRows(
      `copy (select ${columns} from kin_edge where ${where} and recorded_to is null) to stdout (format binary)`,
      take,
    )
  await read(`root = ${root} and (relation <> 'child' or relative_root <> ${root})`)
  for (let round = 0; found.size > 0 && round < mostRounds; round += 1) {
    const front = [...found]
    found = new Set()
    const roots = [...new Set(front.map((person) => elsewhere.get(person)))]
    const texts = front.map((person) => ids.text(person))
    await read(`root = any('{${roots.join()}}'::int[]) and person_id = any('{${texts.join()}}'::uuid[])`)
  }
  return { ids, elsewhere, columns: bothWays(people.view(), relatives.view(), codes.view()) }
}

const inverse = (code: number): number => (code === parent ? child : code === child ? parent : code)

const bothWays = (people: Int32Array, relatives: Int32Array, codes: Int32Array): TieColumns => {
  const [person, relative] = [new Uint32Array(people.length * 2), new Uint32Array(people.length * 2)]
  person.set(people)
  person.set(relatives, people.length)
  relative.set(relatives)
  relative.set(people, people.length)
  const relation = new Uint8Array(codes.length * 2)
  relation.set(codes)
  relation.set(codes.map(inverse), codes.length)
  return { person, relative, relation }
}
