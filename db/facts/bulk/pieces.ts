import type { Edge, Piece } from '../../../policy/index.ts'
import { given, type RowReader } from '../../copy/row-reader.ts'
import { Shared } from '../../copy/shared.ts'
import { endlessDay } from '../../tables/columns.ts'
import type { Tx } from '../../transaction.ts'
import { ByPerson } from './by-person.ts'
import { type Bunch, ofEach, reading } from './stretch.ts'

type Where = Pick<Piece, 'internalUnit' | 'organ' | 'legalPerson' | 'team'>
type What = Omit<Piece, keyof Where | 'assignment' | 'from' | 'to' | 'post'>

const columns = `person_id, ordinal, assignment_id, from_lo, from_hi, from_joint, to_lo, to_hi, to_joint, post_id,
  internal_unit_id, organ_id, legal_person_id, team_id,
  capacity, level, "leading", seats, duties, business, category, unit_kind, functions, team_kind, place, jurisdiction, authority`
const [whereColumns, whatColumns] = [4, 13]

const whereOf = (row: RowReader): Where => ({
  internalUnit: row.uuid(),
  organ: given(row.uuid()),
  legalPerson: row.uuid(),
  team: row.uuid(),
})

const whatOf = (row: RowReader): What => ({
  capacity: given(row.word()),
  level: row.word(),
  leading: row.boolean(),
  seats: row.words(),
  duties: row.words(),
  business: row.texts(),
  category: row.word(),
  unitKind: given(row.word()),
  functions: row.texts(),
  teamKind: row.word(),
  place: given(row.code()),
  jurisdiction: given(row.code()),
  authority: given(row.code()),
})

/** Combinations kept at once: of attributes, and of units. */
const wheres = new Shared<Where>(20_000)
const whats = new Shared<What>(20_000)

const dayOf = (stored: number): number =>
  stored === endlessDay ? Infinity : stored === -endlessDay ? -Infinity : stored

const edgeOf = (row: RowReader): Edge => {
  const [lo, hi, joint] = [dayOf(given(row.integer())), dayOf(given(row.integer())), row.integer()]
  return joint === null ? { lo, hi } : { lo, hi, joint }
}

/** A stored piece and its place in the career. */
interface Placed {
  readonly ordinal: number
  readonly piece: Piece
}

export const readPieces = async (tx: Tx, people: Bunch): Promise<ByPerson<Placed>> => {
  const query = `select ${columns} from piece where ${ofEach(people)} order by person_id`
  return new ByPerson(await reading(tx, query), (row) => ({ ordinal: given(row.integer()), piece: pieceOf(row) }))
}

/** In the order of the career; they mostly come so. */
export const careerOf = (pieces: readonly Placed[]): readonly Piece[] => {
  const sorted = pieces.every(({ ordinal }, i) => ordinal === i)
    ? pieces
    : pieces.toSorted((a, b) => a.ordinal - b.ordinal)
  return sorted.map(({ piece }) => piece)
}

const pieceOf = (row: RowReader): Piece => {
  const assignment = given(row.uuid())
  const [from, to] = [edgeOf(row), edgeOf(row)]
  const post = given(row.uuid())
  const where = row.shared(whereColumns, wheres, whereOf)
  const what = row.shared(whatColumns, whats, whatOf)
  return {
    assignment,
    from,
    to,
    capacity: what.capacity,
    level: what.level,
    leading: what.leading,
    seats: what.seats,
    duties: what.duties,
    business: what.business,
    category: what.category,
    unitKind: what.unitKind,
    functions: what.functions,
    teamKind: what.teamKind,
    post,
    internalUnit: where.internalUnit,
    organ: where.organ,
    legalPerson: where.legalPerson,
    team: where.team,
    place: what.place,
    jurisdiction: what.jurisdiction,
    authority: what.authority,
  }
}
