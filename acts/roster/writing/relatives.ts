import { and, eq, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { insertMany } from '../../../db/insert-many.ts'
import { kinEdge } from '../../../db/tables/kin.ts'
import { person } from '../../../db/tables/person.ts'
import type { Tx } from '../../../db/transaction.ts'
import type { KinRow } from '../checking/rows.ts'
import { filled } from '../reading/draft.ts'
import { keyed } from './revision.ts'
import { homeOf, type PeopleToWrite, refsOf } from './write-files.ts'

/** Placement key and id of a person. */
export interface PersonRef {
  readonly root: number
  readonly id: string
}

/** The other end of each tie, whether known by code or only by name. */
export type RelativeOf = ReadonlyMap<KinRow, PersonRef>

/** People known only by name are the same when the same person declares the same relation to the same name. */
const nameKey = (declarer: string, relation: string, name: string) => JSON.stringify([declarer, relation, name])

const storedByName = async (tx: Tx, declarers: Iterable<string>, { homes }: PeopleToWrite) => {
  const rows = await tx
    .select({
      declarer: kinEdge.personId,
      relation: kinEdge.relation,
      name: person.name,
      root: person.root,
      id: person.id,
      code: person.code,
      since: kinEdge.recordedFrom,
    })
    .from(kinEdge)
    .innerJoin(person, and(eq(person.root, kinEdge.relativeRoot), eq(person.id, kinEdge.relativeId)))
    .where(
      and(
        keyed(kinEdge.root, kinEdge.personId, refsOf(declarers, homes)),
        eq(kinEdge.declared, true),
        isNull(person.code),
      ),
    )
    .orderBy(kinEdge.recordedFrom, person.id)
  // Someone who was left out of an earlier roster and comes back is the same person still.
  const known = new Map<string, PersonRef[]>()
  for (const { declarer, relation, name, root, id } of rows) {
    const key = nameKey(declarer, relation, name)
    const same = known.get(key) ?? []
    if (!same.some((ref) => ref.id === id)) known.set(key, [...same, { root, id }])
  }
  return known
}

/** Finds the person at the other end of each tie; whoever is known only by name and not stored yet gets a file. */
export const findRelatives = async (tx: Tx, writing: PeopleToWrite): Promise<RelativeOf> => {
  const { rows, homes } = writing
  const byName = rows.kin.filter(({ relative }) => relative === null)
  const known = await storedByName(tx, new Set(byName.map((row) => row.person.id)), writing)
  const fresh: (typeof person.$inferInsert)[] = []
  const relatives = new Map<KinRow, PersonRef>()
  for (const row of rows.kin) {
    if (row.relative !== null) {
      relatives.set(row, { root: (row.relative.stored ?? homeOf(homes, row.relative.id)).root, id: row.relative.id })
      continue
    }
    const name = filled(row.draft.values.relative_name)
    const key = nameKey(row.person.id, filled(row.draft.values.relation).word, name)
    const stored = known.get(key)?.shift()
    if (stored === undefined) fresh.push({ ...homeOf(homes, row.person.id), id: v7(), code: null, name, staff: false })
    const last = fresh.at(-1)
    relatives.set(row, stored ?? { root: filled(last?.root ?? null), id: filled(last?.id ?? null) })
  }
  await insertMany(tx, person, fresh)
  return relatives
}
