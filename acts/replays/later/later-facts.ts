import type { KnownAt, Ref } from '../../../db/facts.ts'
import { postNames } from '../../../db/queries/evaluation-names.ts'
import { unitNames } from '../../../db/queries/moves.ts'
import { peopleById } from '../../../db/queries/people.ts'
import {
  everHeld,
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
 * What we know of a person now and did not know at an instant, or knew otherwise: career, states, file, evidence, and how the
 * posts ever held and their units were; ties of kinship to those who may read the family class. What came and went again in
 * between is left out: it bears on neither answer.
 */
export const laterFacts = async (
  tx: Tx,
  person: Ref,
  knownAt: KnownAt,
  { seesFamily }: { readonly seesFamily: boolean },
): Promise<readonly LaterFact[]> => {
  if (knownAt === null) return []
  const [career, states, files, authorities, dossiers, ties, held] = await Promise.all([
    laterAssignments(tx, person, knownAt),
    laterStates(tx, person, knownAt),
    laterFiles(tx, person, knownAt),
    laterAuthorities(tx, person, knownAt),
    laterDossiers(tx, person, knownAt),
    seesFamily ? laterTies(tx, person, knownAt) : [],
    everHeld(tx, person),
  ])
  const [posts, units, successions] = await Promise.all([
    laterPosts(tx, held.posts, knownAt),
    laterUnits(tx, held.units, knownAt),
    laterSuccessions(tx, [...held.posts, ...held.units], knownAt),
  ])
  const called = await namesOf(tx, {
    posts: [
      ...held.posts.map(({ id }) => id),
      ...posts.flatMap(({ reportsTo }) => reportsTo ?? []),
      ...earlier(successions, 'post'),
    ],
    units: [...held.units, ...earlier(successions, 'unit').map((id) => ({ root: person.root, id }))],
    people: ties.map(({ relativeRoot, relativeId }) => ({ root: relativeRoot, id: relativeId })),
  })
  return pairUp([
    ...career.map((row) => assignmentRow(row, called)),
    ...states.map(stateRow),
    ...files.map(fileRow),
    ...authorities.map((row) => authorityRow(row, person.id)),
    ...dossiers.map((row) => dossierRow(row, person.id)),
    ...ties.map((row) => tieRow(row, called)),
    ...posts.map((row) => postRow(row, called)),
    ...units.map((row) => unitRow(row, called)),
    ...successions.map((row) => successionRow(row, called)),
  ])
}

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
