import type { AsOf, RowRef } from '../../db/queries/as-of.ts'
import { incumbentsOf } from '../../db/queries/careers.ts'
import type { ConflictDay } from '../../db/queries/conflict-day.ts'
import { postNames } from '../../db/queries/evaluation-names.ts'
import { type PersonRow, peopleById } from '../../db/queries/people.ts'
import { unitsAt } from '../../db/queries/units.ts'
import type { Tx } from '../../db/transaction.ts'
import type { PairNames } from '../../policy/index.ts'

/** What is called by name when a conflict is told. */
class Listening implements PairNames {
  readonly people = new Set<string>()
  readonly posts = new Set<string>()
  readonly units = new Set<string>()
  readonly held = new Set<string>()

  person = (id: string) => noted(this.people, id)
  post = (id: string) => noted(this.posts, id)
  unit = (id: string) => noted(this.units, id)
  holders = (post: string): readonly string[] => {
    this.held.add(post)
    return []
  }
}

const noted = (set: Set<string>, id: string): string => {
  set.add(id)
  return id
}

type Tell = (names: (conflict: ConflictDay) => PairNames) => void

/** Has everything told once to hear which names it takes, and reads those, each kind in one statement. */
export const gatherPairNames = async (tx: Tx, at: AsOf, tell: Tell): Promise<(conflict: ConflictDay) => PairNames> => {
  const heard = new Map<ConflictDay, Listening>()
  tell((conflict) => {
    const listening = new Listening()
    heard.set(conflict, listening)
    return listening
  })
  const all = [...heard]
  // Whoever leads lies in the root of a post they lead.
  const refs = (of: (listening: Listening) => ReadonlySet<string>): RowRef[] => {
    const found = all.flatMap(([{ sides }, listening]) =>
      sides.flatMap(({ post: { root } }) => [...of(listening)].map((id) => ({ root, id }))),
    )
    return [...new Map(found.map((ref) => [`${ref.root}:${ref.id}`, ref])).values()]
  }
  const held = refs((listening) => listening.held)
  const seated = held.length === 0 ? [] : await incumbentsOf(tx, held, at)
  const holders = new Map(held.map(({ id }, i) => [id, seated[i] ?? []] as const).filter(([, rows]) => rows.length > 0))
  const named = all.flatMap(([{ sides }]) => sides.map(({ person }) => person))
  const leading = [...holders.values()].flat().map(({ root, personId }) => ({ root, id: personId }))
  const people = byId(await peopleById(tx, [...named, ...leading]))
  const units = byId(
    await unitsAt(
      tx,
      refs((listening) => listening.units),
      at,
    ),
  )
  const posts = await postNames(tx, [...new Set(refs((listening) => listening.posts).map(({ id }) => id))], at.knownAt)
  return ({ sides }) => {
    const called = (id: string) =>
      label(
        people.get(id),
        id,
        sides.flatMap(({ person }) => people.get(person.id) ?? []),
      )
    return {
      person: called,
      post: (id) => posts.get(id) ?? id,
      unit: (id) => units.get(id)?.name ?? id,
      holders: (post) => (holders.get(post) ?? []).map(({ personId }) => called(personId)),
    }
  }
}

const byId = <Row extends RowRef>(rows: readonly (Row | null)[]): ReadonlyMap<string, Row> =>
  new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, row] as const])))

/** By name; with the code where one of the two bears the same name. */
const label = (person: PersonRow | undefined, id: string, sides: readonly PersonRow[]): string => {
  if (person === undefined) return id
  const shared = sides.some((other) => other.id !== person.id && other.name === person.name)
  return shared && person.code !== null ? `${person.name}（${person.code}）` : person.name
}
