import type { IdTable } from '../../copy/id-table.ts'
import { Numbers } from '../../copy/numbers.ts'
import { Shared } from '../../copy/shared.ts'
import { uuidText } from '../../copy/uuid-bytes.ts'
import type { Tx } from '../../transaction.ts'

/** Where a piece of a career was served. */
export interface Sitting {
  readonly organ: string
  readonly internalUnit: string | null
  readonly legalPerson: string | null
  readonly team: string | null
  readonly place: string
  readonly leading: boolean | null
}

/** Where everyone of some people ever sat: of person `i` the first entry is `first[i]`, each next one `next[entry]`; -1 ends. */
export interface Sittings {
  readonly first: Int32Array
  readonly next: Int32Array
  /** It may have lasted from this day, and up to this one. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** Which of the `kinds` an entry is. */
  readonly kind: Int32Array
  readonly kinds: readonly Sitting[]
}

/** Pieces that say the same of where they were served are told apart so often, and no more. */
const mostKinds = 500_000

/** The sittings of those whose ids are numbered: everyone of a root, and of some people elsewhere. */
export const readSittings = async (tx: Tx, ids: IdTable, where: readonly string[]): Promise<Sittings> => {
  const first = new Int32Array(ids.length).fill(-1)
  const [next, from, to, kind] = [new Numbers(), new Numbers(), new Numbers(), new Numbers()]
  const kinds: Sitting[] = []
  const known = new Shared<number>(mostKinds)
  const columns = 'person_id, from_lo, to_hi, organ_id, internal_unit_id, legal_person_id, team_id, place, "leading"'
  const take = (row: Buffer) => {
    const person = ids.find(row, afterLength)
    if (person < 0) return
    let which = known.find(row, afterDays, row.length)
    if (which === undefined) {
      which = known.keep(row, afterDays, row.length, kinds.length)
      kinds.push(sittingOf(row))
    }
    next.push(first[person] ?? -1)
    from.push(row.readInt32BE(26))
    to.push(row.readInt32BE(34))
    kind.push(which)
    first[person] = kind.length - 1
  }
  for (const part of where) {
    await tx.copyRows(`copy (select ${columns} from piece where ${part}) to stdout (format binary)`, take)
  }
  return { first, next: next.view(), from: from.view(), to: to.view(), kind: kind.view(), kinds }
}

/** A row begins with the number of its columns and the length of the first. */
const afterLength = 6
/** Behind the person and two days, none of which is ever null. */
const afterDays = 38

const sittingOf = (row: Buffer): Sitting => {
  let at = afterDays
  const column = <T>(read: (from: number) => T): T | null => {
    const length = row.readInt32BE(at)
    const from = at + 4
    at = from + Math.max(length, 0)
    return length < 0 ? null : read(from)
  }
  const uuid = () => column((from) => uuidText(row, from))
  return {
    organ: uuid() ?? '',
    internalUnit: uuid(),
    legalPerson: uuid(),
    team: uuid(),
    place: String(column((from) => row.readInt32BE(from))),
    leading: column((from) => row[from] === 1),
  }
}
