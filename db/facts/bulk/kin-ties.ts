import { IdTable } from '../../copy/id-table.ts'
import type { Tx } from '../../transaction.ts'

/** What one is to another, as a number; a declared term and a special interest each have theirs. */
export const tieCodes = { parent: 1, child: 2, spouse: 3, special_interest: 4, declared: 5 } as const

/** The ties of a whole root by number: those of person `i` stand at `starts[i]` up to `starts[i + 1]`. */
export interface KinTies {
  readonly ids: IdTable
  readonly starts: Int32Array
  readonly relatives: Int32Array
  readonly codes: Uint8Array
  /** Placement keys of people whose files lie elsewhere. */
  readonly elsewhere: ReadonlyMap<number, number>
}

/** A column of numbers that grows. */
class Numbers {
  private values = new Int32Array(1 << 16)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.values.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length] = value
    this.length += 1
  }

  view(): Int32Array {
    return this.values.subarray(0, this.length)
  }
}

const coded = `case relation when 'parent' then 1 when 'child' then 2 when 'spouse' then 3 when 'special_interest' then 4 else 5 end`

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
  return { ids, elsewhere, ...bothWays(ids.length, people.view(), relatives.view(), codes.view()) }
}

const inverse = (code: number): number =>
  code === tieCodes.parent ? tieCodes.child : code === tieCodes.child ? tieCodes.parent : code

/** Each tie from both its ends, gathered by person. */
const bothWays = (count: number, people: Int32Array, relatives: Int32Array, codes: Int32Array) => {
  const starts = new Int32Array(count + 1)
  for (let i = 0; i < people.length; i += 1) {
    bump(starts, (people[i] ?? 0) + 1)
    bump(starts, (relatives[i] ?? 0) + 1)
  }
  for (let i = 0; i < count; i += 1) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0)
  const places = starts.slice()
  const [to, by] = [new Int32Array(people.length * 2), new Uint8Array(people.length * 2)]
  const put = (person: number, relative: number, code: number) => {
    const place = places[person] ?? 0
    places[person] = place + 1
    to[place] = relative
    by[place] = code
  }
  for (let i = 0; i < people.length; i += 1) {
    const [person, relative, code] = [people[i] ?? 0, relatives[i] ?? 0, codes[i] ?? 0]
    put(person, relative, code)
    put(relative, person, inverse(code))
  }
  return { starts, relatives: to, codes: by }
}

const bump = (counts: Int32Array, i: number): void => {
  counts[i] = (counts[i] ?? 0) + 1
}
