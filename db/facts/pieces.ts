import { and, asc, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Day, Edge, Piece } from '../../policy/index.ts'
import { batchesOf } from '../batches.ts'
import { among, grouped, type Ref } from '../recorded.ts'
import { endlessDay } from '../tables/columns.ts'
import { piece } from '../tables/piece.ts'
import type { Tx } from '../transaction.ts'
import { cutCareers } from './career.ts'

type PieceRow = typeof piece.$inferSelect

/** The stored pieces of these people, in the order of their careers: what is so now. */
export const storedPieces = async (tx: Tx, people: readonly Ref[]): Promise<ReadonlyMap<string, readonly Piece[]>> => {
  const rows = await tx
    .select()
    .from(piece)
    .where(and(among({ root: piece.root, id: piece.personId }, people)))
    .orderBy(asc(piece.personId), asc(piece.ordinal))
  return new Map([...grouped(rows, (row) => row.personId)].map(([person, group]) => [person, group.map(pieceOf)]))
}

const edge = (lo: Day, hi: Day, joint: number | null): Edge => (joint === null ? { lo, hi } : { lo, hi, joint })

const pieceOf = (row: PieceRow): Piece => ({
  assignment: row.assignmentId,
  from: edge(row.fromLo, row.fromHi, row.fromJoint),
  to: edge(row.toLo, row.toHi, row.toJoint),
  capacity: row.capacity,
  level: row.level,
  leading: row.leading,
  seats: row.seats,
  duties: row.duties,
  business: row.business,
  category: row.category,
  unitKind: row.unitKind,
  functions: row.functions,
  teamKind: row.teamKind,
  post: row.postId,
  internalUnit: row.internalUnitId,
  organ: row.organId,
  legalPerson: row.legalPersonId,
  team: row.teamId,
  place: row.place,
  jurisdiction: row.jurisdiction,
  authority: row.authority,
})

/** People whose careers are cut at once. */
const batch = 1_000

/** Cuts the careers of these people anew and replaces their stored pieces. Part of every write to a career or its organisation. */
export const recut = async (tx: Tx, people: readonly Ref[]): Promise<void> => {
  for (const some of batchesOf(people, batch)) {
    const careers = await cutCareers(tx, some, null)
    await tx.delete(piece).where(among({ root: piece.root, id: piece.personId }, some))
    await insert(
      tx,
      some.flatMap(({ root, id }) =>
        (careers.get(id) ?? []).map((cut, ordinal) => ({
          ...{ root, id: newId(), person_id: id, ordinal },
          ...columnsOf(cut),
        })),
      ),
    )
  }
}

const stored = (day: Day): number => Math.max(-endlessDay, Math.min(endlessDay, day))

const columnsOf = (cut: Piece) => ({
  assignment_id: cut.assignment,
  from_lo: stored(cut.from.lo),
  from_hi: stored(cut.from.hi),
  from_joint: cut.from.joint ?? null,
  to_lo: stored(cut.to.lo),
  to_hi: stored(cut.to.hi),
  to_joint: cut.to.joint ?? null,
  capacity: cut.capacity,
  level: cut.level,
  leading: cut.leading,
  seats: cut.seats,
  duties: cut.duties,
  business: cut.business,
  category: cut.category,
  unit_kind: cut.unitKind,
  functions: cut.functions,
  team_kind: cut.teamKind,
  post_id: cut.post,
  internal_unit_id: cut.internalUnit,
  organ_id: cut.organ,
  legal_person_id: cut.legalPerson,
  team_id: cut.team,
  place: cut.place,
  jurisdiction: cut.jurisdiction,
  authority: cut.authority,
})

/** Every key of the rows is a column of the table, so that one parameter fills all of them. */
const insert = (tx: Tx, rows: readonly object[]) =>
  tx.execute(sql`insert into piece select * from json_populate_recordset(null::piece, ${JSON.stringify(rows)}::json)`)
