import type { KnownAt, Ref } from '../../../db/facts.ts'
import { postNames } from '../../../db/queries/evaluation-names.ts'
import { type EverHeld, everHeld } from '../../../db/queries/ever-held.ts'
import { unitNames } from '../../../db/queries/moves.ts'
import { peopleById } from '../../../db/queries/people.ts'
import {
  laterAssignments,
  laterAuthorities,
  laterDossiers,
  laterFiles,
  laterPosts,
  laterStates,
  laterSuccessions,
  laterTies,
  laterUnits,
} from '../../../db/queries/recorded-later.ts'
import type { Tx } from '../../../db/transaction.ts'
import type { LaterFact } from './later-fact.ts'
import { postRow, successionRow, unitRow } from './organisation-rows.ts'
import { pairUp } from './pair-up.ts'
import { assignmentRow, authorityRow, type Called, dossierRow, fileRow, stateRow, tieRow } from './person-rows.ts'

/**
 * What we know of each of these people now and did not know at an instant, or knew otherwise: career, states, file, evidence,
 * and how the posts ever held and their units were; ties of kinship to those who may read the family class. What came and went
 * again in between is left out: it bears on neither answer.
 */
export const laterFacts = async (
  tx: Tx,
  people: readonly Ref[],
  knownAt: KnownAt,
  { seesFamily }: { readonly seesFamily: boolean },
): Promise<ReadonlyMap<string, readonly LaterFact[]>> => {
  if (knownAt === null || people.length === 0) return new Map()
  const [career, states, files, authorities, dossiers, ties, held] = await Promise.all([
    laterAssignments(tx, people, knownAt),
    laterStates(tx, people, knownAt),
    laterFiles(tx, people, knownAt),
    laterAuthorities(tx, people, knownAt),
    laterDossiers(tx, people, knownAt),
    seesFamily ? laterTies(tx, people, knownAt) : [],
    everHeld(tx, people),
  ])
  const [allPosts, allUnits] = [distinct(held, 'posts'), distinct(held, 'units')]
  const [posts, units, successions] = await Promise.all([
    laterPosts(tx, allPosts, knownAt),
    laterUnits(tx, allUnits, knownAt),
    laterSuccessions(tx, [...allPosts, ...allUnits], knownAt),
  ])
  const roots = [...new Set(allUnits.map(({ root }) => root))]
  const called = await namesOf(tx, {
    posts: [
      ...allPosts.map(({ id }) => id),
      ...posts.flatMap(({ reportsTo }) => reportsTo ?? []),
      ...earlier(successions, 'post'),
    ],
    units: [...allUnits, ...earlier(successions, 'unit').flatMap((id) => roots.map((root) => ({ root, id })))],
    people: ties.map(({ relativeRoot, relativeId }) => ({ root: relativeRoot, id: relativeId })),
  })
  return new Map(
    people.map(({ id: who }) => {
      const own = <Row extends { readonly personId: string }>(rows: readonly Row[]) =>
        rows.filter(({ personId }) => personId === who)
      const around = held.get(who) ?? { posts: [], units: [] }
      const near = new Set([...around.posts, ...around.units].map(({ id }) => id))
      const there = <Row extends { readonly id: string }>(rows: readonly Row[]) => rows.filter(({ id }) => near.has(id))
      const rows = [
        ...own(career).map((row) => assignmentRow(row, called)),
        ...own(states).map(stateRow),
        ...own(files).map(fileRow),
        ...own(authorities).map(authorityRow),
        ...own(dossiers).map(dossierRow),
        ...own(ties).map((row) => tieRow(row, called)),
        ...there(posts).map((row) => postRow(row, called)),
        ...there(units).map((row) => unitRow(row, called)),
        ...there(successions).map((row) => successionRow(row, called)),
      ]
      return [who, pairUp(rows)]
    }),
  )
}

const distinct = (held: ReadonlyMap<string, EverHeld>, kind: keyof EverHeld): readonly Ref[] => [
  ...new Map([...held.values()].flatMap((each) => each[kind]).map((ref) => [ref.id, ref])).values(),
]

const earlier = (rows: Awaited<ReturnType<typeof laterSuccessions>>, kind: 'post' | 'unit'): readonly string[] =>
  rows.flatMap((row) => (row.kind === kind ? [row.earlierId] : []))

interface Wanted {
  readonly posts: readonly string[]
  readonly units: readonly Ref[]
  readonly people: readonly Ref[]
}

const namesOf = async (tx: Tx, { posts, units, people }: Wanted): Promise<Called> => {
  const [titles, names, persons] = await Promise.all([
    postNames(tx, [...new Set(posts)], null),
    unitNames(tx, units),
    peopleById(tx, people),
  ])
  const unit = new Map(names.map((row) => [row.id, row.name]))
  const person = new Map(persons.flatMap((row) => (row === null ? [] : [[row.id, row.name] as const])))
  return {
    post: (id) => titles.get(id) ?? id,
    unit: (id) => unit.get(id) ?? id,
    person: (id) => person.get(id) ?? id,
  }
}
