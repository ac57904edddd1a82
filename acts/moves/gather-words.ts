import { postNames } from '../../db/queries/evaluation-names.ts'
import { holdersOfPosts, type PostHolder, unitNames } from '../../db/queries/moves.ts'
import { peopleById } from '../../db/queries/people.ts'
import { teamsAt } from '../../db/queries/teams.ts'
import { validityRanges } from '../../db/stated.ts'
import type { Tx } from '../../db/transaction.ts'
import { type Day, dayText, type Language } from '../../policy/index.ts'
import type { Scene } from './scene.ts'
import type { Called } from './words.ts'

/** Names that are asked for. */
class Listening implements Called {
  readonly people = new Set<string>()
  readonly posts = new Set<string>()
  readonly units = new Set<string>()
  readonly teams = new Set<string>()
  readonly held = new Set<string>()

  person = (id: string) => noted(this.people, id)
  post = (id: string) => noted(this.posts, id)
  unit = (id: string) => noted(this.units, id)
  team = (id: string) => noted(this.teams, id)
  staying = (post: string): readonly string[] => {
    this.held.add(post)
    return []
  }
}

const noted = (set: Set<string>, id: string): string => {
  set.add(id)
  return id
}

/**
 * Reads the names of whoever and whatever may be told of, each kind in one statement: movers and where they served, and what
 * the reasons of the conflicts name (leaders, units), heard by telling those once.
 */
export const gatherCalled = async (
  tx: Tx,
  scene: Scene,
  language: Language,
  conflicts: (called: Called) => void,
): Promise<Called> => {
  const { knownAt } = scene
  const asked = new Listening()
  conflicts(asked)
  for (const { person } of scene.plan.movers) {
    asked.person(person.id)
    const laid = scene.people.get(person.id)
    for (const { post } of [...(laid?.before.pieces ?? []), ...(laid?.after.pieces ?? [])]) asked.post(post)
  }
  for (const { ref } of scene.teams) asked.team(ref.id)
  const roots = [...new Set([...scene.people.values()].map(({ ref }) => ref.root))]
  const refs = (ids: ReadonlySet<string>) => [...ids].flatMap((id) => roots.map((root) => ({ root, id })))
  const held = asked.held.size === 0 ? [] : await holdersOfPosts(tx, refs(asked.held), knownAt)
  const moving = new Set(scene.plan.movers.map(({ person }) => person.id))
  const staying = held.filter(({ person }) => !moving.has(person))
  const known = [...asked.people].flatMap((id) => scene.people.get(id)?.ref ?? [])
  const people = [...known, ...staying.map(({ root, person }) => ({ root, id: person }))]
  const [persons, posts, units, teams] = await Promise.all([
    people.length === 0 ? [] : peopleById(tx, people),
    postNames(tx, [...asked.posts], knownAt),
    asked.units.size === 0 ? [] : unitNames(tx, refs(asked.units), knownAt),
    asked.teams.size === 0 ? [] : teamsAt(tx, refs(asked.teams), { on: dayText(scene.plan.since), knownAt }),
  ])
  const personNames = named(persons, (row) => labelOf(row, language))
  const unitsNamed = named(units, ({ name }) => name)
  const teamNames = named(teams, ({ name }) => name)
  const person = (id: string) => personNames.get(id) ?? id
  return {
    person,
    post: (id) => posts.get(id) ?? id,
    unit: (id) => unitsNamed.get(id) ?? id,
    team: (id) => teamNames.get(id) ?? id,
    staying: (post, on) =>
      staying.filter((row) => row.post === post && isThere(row, on)).map((row) => person(row.person)),
  }
}

const named = <Row extends { readonly id: string }>(rows: readonly (Row | null)[], nameOf: (row: Row) => string) =>
  new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, nameOf(row)] as const])))

const labelOf = ({ name, code }: { readonly name: string; readonly code: string | null }, language: Language) =>
  code === null ? name : language === 'zh' ? `${name}（${code}）` : `${name} (${code})`

const isThere = (row: PostHolder, on: Day): boolean => {
  const { from, to } = validityRanges(row)
  return from.lo <= on && on < to.lo
}
