import type { Edge, Piece } from '../../../policy/index.ts'
import { given, type RowReader, Shared } from '../../copy/row-reader.ts'
import { endlessDay } from '../../tables/columns.ts'
import type { Tx } from '../../transaction.ts'
import { type Bunch, eachRow } from './stretch.ts'

type Where = Pick<Piece, 'internalUnit' | 'organ' | 'legalPerson' | 'team'>
type What = Omit<Piece, keyof Where | 'assignment' | 'from' | 'to' | 'post'>

const columns = `person_id, assignment_id, from_lo, from_hi, from_joint, to_lo, to_hi, to_joint, post_id,
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

/** The stored pieces of each person, in the order of the career. */
export const readPieces = async (tx: Tx, people: Bunch): Promise<readonly (readonly Piece[] | undefined)[]> => {
  const careers: Piece[][] = new Array(people.ids.length)
  const stored = (mine: string) => `select ${columns} from piece where ${mine} order by person_id, ordinal`
  await eachRow(tx, people, stored, (row, person) => {
    const career = careers[person]
    if (career === undefined) careers[person] = [pieceOf(row)]
    else career.push(pieceOf(row))
  })
  return careers
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
