import type { Ref } from '../../db/facts.ts'
import { kinsmenOf, type StoredKinsman, type StoredTie, tiesAbove, tiesAround } from '../../db/queries/kin-ties.ts'
import { statedText } from '../../db/stated.ts'
import type { Tx } from '../../db/transaction.ts'
import type { DeclaredTie } from './tie.ts'

/** What is on file around the people of some ties. */
export interface Family {
  /** As they were declared, each once. */
  readonly ties: readonly DeclaredTie[]
  readonly kinsmen: ReadonlyMap<string, StoredKinsman>
}

export const declaredTie = (row: StoredTie): DeclaredTie => ({
  person: row.personId,
  relative: row.relativeId,
  relation: row.relation,
  kind: row.kind,
  from: statedText({ on: row.fromOn, precision: row.fromPrecision }),
  to: statedText({ on: row.toOn, precision: row.toPrecision }),
  endedBy: row.endedBy,
  verified: row.verified,
})

/** Every tie of these people and of all their ancestors, but for those that will be no more. */
export const familyOnFile = async (
  tx: Tx,
  people: readonly Ref[],
  stays: (tie: StoredTie) => boolean,
): Promise<Family> => {
  const rows = new Map<string, StoredTie>()
  for (const row of [...(await tiesAround(tx, people)), ...(await tiesAbove(tx, people))]) rows.set(row.id, row)
  const standing = [...rows.values()].filter((row) => row.declared && stays(row))
  const refs = new Map(people.map((ref) => [ref.id, ref]))
  for (const row of standing) {
    refs.set(row.personId, { root: row.root, id: row.personId })
    refs.set(row.relativeId, { root: row.relativeRoot, id: row.relativeId })
  }
  const kinsmen = await kinsmenOf(tx, [...refs.values()])
  return { ties: standing.map(declaredTie), kinsmen: new Map(kinsmen.map((someone) => [someone.id, someone])) }
}
