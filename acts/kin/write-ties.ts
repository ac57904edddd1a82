import { v7 } from 'uuid'
import { insertMany } from '../../db/insert-many.ts'
import type { StoredTie } from '../../db/queries/kin-ties.ts'
import { kinEdge } from '../../db/tables/kin.ts'
import type { Tx } from '../../db/transaction.ts'
import { by, keyed, revise, superseded } from '../roster/writing/revision.ts'
import { inverse } from './tie.ts'

export type NewTie = typeof kinEdge.$inferInsert

/** Everything a tie says. */
export const tieContent = [
  ...(['personId', 'relativeRoot', 'relativeId', 'relation', 'kind'] as const),
  ...(['endedBy', 'verified', 'source', 'declared'] as const),
  ...(['fromOn', 'fromPrecision', 'toOn', 'toPrecision'] as const),
] satisfies (keyof NewTie)[]

/** The same tie from the other side. */
const mirrored = (tie: NewTie): NewTie => ({
  ...tie,
  root: tie.relativeRoot,
  id: v7(),
  personId: tie.relativeId,
  relativeRoot: tie.root,
  relativeId: tie.personId,
  relation: inverse(tie.relation),
  declared: false,
})

const statement = (person: string, relative: string, relation: string) => `${person}/${relative}/${relation}`

/** Every tie from both sides; where both sides declare it, each keeps its own words and nothing is mirrored. */
const bothSides = (declared: readonly NewTie[]): readonly NewTie[] => {
  const stated = new Set(declared.map((tie) => statement(tie.personId, tie.relativeId, tie.relation)))
  const mirrors = declared
    .filter((tie) => !stated.has(statement(tie.relativeId, tie.personId, inverse(tie.relation))))
    .map(mirrored)
  return [...declared, ...mirrors]
}

/** What was written, on either side. */
export interface TiesWritten {
  readonly close: readonly StoredTie[]
  readonly insert: readonly NewTie[]
}

/**
 * Makes the stored ties say what is declared, from both sides: what says the same stays untouched, the rest is superseded
 * and never deleted. `stored` is every current tie that any of the declarations may stand for.
 */
export const writeTies = async (
  tx: Tx,
  stored: readonly StoredTie[],
  declared: readonly NewTie[],
): Promise<TiesWritten> => {
  const { close, insert } = revise<NewTie, StoredTie>(stored, bothSides(declared), tieContent)
  const taken = new Set(stored.map(({ id }) => id))
  const fresh = insert.map((tie) => (taken.has(tie.id) ? { ...tie, id: v7() } : tie))
  const closing = keyed(
    kinEdge.root,
    kinEdge.id,
    by(close, ({ id }) => id),
  )
  await tx.update(kinEdge).set(superseded).where(closing)
  await insertMany(tx, kinEdge, fresh)
  return { close, insert: fresh }
}
