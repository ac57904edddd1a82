import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Sex, StatedText } from '../../policy/index.ts'
import { batchesOf } from '../batches.ts'
import { among, type Ref } from '../recorded.ts'
import { kinEdge } from '../tables/kin.ts'
import { person, personPersonnel } from '../tables/person.ts'
import type { Tx } from '../transaction.ts'
import { stated } from './as-of.ts'

export type StoredTie = typeof kinEdge.$inferSelect

/** People looked up at once. */
const batch = 10_000

/** Every tie as we know it now that begins or ends at one of these people. */
export const tiesAround = async (tx: Tx, people: readonly Ref[]): Promise<StoredTie[]> => {
  const found = new Map<string, StoredTie>()
  for (const some of batchesOf(people, batch)) {
    // Apart, so that each takes the index of its side.
    for (const rows of [await tiesWith(tx, ownSide, some), await tiesWith(tx, farSide, some)]) {
      for (const row of rows) found.set(row.id, row)
    }
  }
  return [...found.values()]
}

/** Those of them that join two of these people. */
export const tiesBetween = async (tx: Tx, people: readonly Ref[]): Promise<StoredTie[]> => {
  const ids = new Set(people.map(({ id }) => id))
  return (await tiesWith(tx, ownSide, people)).filter(({ relativeId }) => ids.has(relativeId))
}

/** A tie as we know it now, by the id of what is stated on one side. */
export const tieNow = async (tx: Tx, ref: Ref): Promise<StoredTie | null> => {
  const [row] = await tx
    .select()
    .from(kinEdge)
    .where(and(eq(kinEdge.root, ref.root), eq(kinEdge.id, ref.id), isNull(kinEdge.recordedTo)))
  return row ?? null
}

const ownSide = { root: kinEdge.root, id: kinEdge.personId }
const farSide = { root: kinEdge.relativeRoot, id: kinEdge.relativeId }

const tiesWith = (tx: Tx, side: typeof ownSide | typeof farSide, people: readonly Ref[]): Promise<StoredTie[]> =>
  tx
    .select()
    .from(kinEdge)
    .where(and(isNull(kinEdge.recordedTo), among(side, people)))

/** What is declared of parents and children among the ancestors of these people, generation by generation. */
export const tiesAbove = async (tx: Tx, people: readonly Ref[]): Promise<StoredTie[]> => {
  const found = new Map<string, StoredTie>()
  const seen = new Set(people.map(({ id }) => id))
  let wanted = people
  while (wanted.length > 0) {
    const parents = new Map<string, Ref>()
    for (const some of batchesOf(wanted, batch)) {
      for (const row of await declaredDescents(tx, some)) {
        found.set(row.id, row)
        const { root, id } = parentIn(row)
        if (!seen.has(id)) parents.set(id, { root, id })
      }
    }
    wanted = [...parents.values()]
    for (const { id } of wanted) seen.add(id)
  }
  return [...found.values()]
}

const parentIn = (row: StoredTie): Ref =>
  row.relation === 'parent' ? { root: row.relativeRoot, id: row.relativeId } : { root: row.root, id: row.personId }

/** Whoever of the two declared it. */
const declaredDescents = (tx: Tx, children: readonly Ref[]): Promise<StoredTie[]> =>
  tx
    .select()
    .from(kinEdge)
    .where(
      and(
        isNull(kinEdge.recordedTo),
        eq(kinEdge.declared, true),
        or(
          and(eq(kinEdge.relation, 'parent'), among(ownSide, children)),
          and(eq(kinEdge.relation, 'child'), among(farSide, children)),
        ),
      ),
    )

/** Someone in a tie, as far as a tie may contradict what is on file of them. */
export interface StoredKinsman extends Ref {
  readonly code: string | null
  readonly name: string
  readonly sex: Sex | null
  readonly birth: StatedText | null
  readonly died: StatedText | null
}

export const kinsmenOf = async (tx: Tx, people: readonly Ref[]): Promise<StoredKinsman[]> => {
  const found: StoredKinsman[] = []
  for (const some of batchesOf(people, batch)) {
    const file = and(
      eq(personPersonnel.root, person.root),
      eq(personPersonnel.personId, person.id),
      isNull(personPersonnel.recordedTo),
    )
    const rows = await tx
      .select({
        ...{ root: person.root, id: person.id, code: person.code, name: person.name, sex: person.sex },
        birth: stated(personPersonnel.birthOn, personPersonnel.birthPrecision).as('birth'),
        died: stated(personPersonnel.diedOn, personPersonnel.diedPrecision).as('died'),
      })
      .from(person)
      .leftJoin(personPersonnel, file)
      .where(among(person, some))
    found.push(...rows)
  }
  return found
}

/** Someone without a code whom this person once declared, whether or not the tie still stands. */
export interface NamedRelative extends Ref {
  readonly declarer: string
  readonly relation: string
  readonly name: string
}

/** People known only by name, by who declared them; whoever was declared first comes first. */
export const namedBy = async (tx: Tx, declarers: readonly Ref[]): Promise<NamedRelative[]> => {
  const found: NamedRelative[] = []
  for (const some of batchesOf(declarers, batch)) {
    const rows = await tx
      .select({
        ...{ root: person.root, id: person.id, name: person.name },
        ...{ declarer: kinEdge.personId, relation: kinEdge.relation },
      })
      .from(kinEdge)
      .innerJoin(person, and(eq(person.root, kinEdge.relativeRoot), eq(person.id, kinEdge.relativeId)))
      .where(
        and(among({ root: kinEdge.root, id: kinEdge.personId }, some), eq(kinEdge.declared, true), isNull(person.code)),
      )
      .orderBy(kinEdge.recordedFrom, sql`${person.id}`)
    found.push(...rows)
  }
  return found
}
