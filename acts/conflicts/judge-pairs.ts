import { gatherChart } from '../../db/facts/chart.ts'
import { type GatheredKin, gatherKin } from '../../db/facts/kin.ts'
import { gatherFacts, type KnownAt, type Ref, settingFor } from '../../db/facts.ts'
import { everSeated, type Seat, seatsOf } from '../../db/queries/conflict-people.ts'
import type { Said } from '../../db/queries/conflict-store.ts'
import { grouped } from '../../db/recorded.ts'
import type { Tx } from '../../db/transaction.ts'
import {
  type Chart,
  type Installation,
  type Kinship,
  kinOf,
  type PairFacts,
  pairJudge,
  type Setting,
} from '../../policy/index.ts'
import { type Pair, pairKey, pairOf } from './pair.ts'
import { saidOf } from './said.ts'

/** A pair that is kin, with every way in which the second is kin of the first. */
export interface KinPair extends Pair {
  readonly kin: readonly Kinship[]
}

/** Asks once for everyone who is kin of a person, however many pairs they are in. */
export const kinIn = (graph: GatheredKin): ((person: string) => ReadonlyMap<string, readonly Kinship[]>) => {
  const known = new Map<string, ReadonlyMap<string, readonly Kinship[]>>()
  return (person) => {
    const before = known.get(person)
    if (before !== undefined) return before
    const relatives = grouped(kinOf(graph, person), ({ relative }) => relative)
    known.set(person, relatives)
    return relatives
  }
}

/** Pairs of kin that both hold or held a post, by what we knew at the instant of the graph, one of them at least a subject. */
export const pairsOf = async (
  tx: Tx,
  subjects: readonly Ref[],
  graph: GatheredKin,
  knownAt: KnownAt = null,
): Promise<readonly KinPair[]> => {
  const kin = kinIn(graph)
  const relatives = new Set(subjects.flatMap(({ id }) => [id, ...kin(id).keys()]))
  const known = [...relatives].flatMap((id) => graph.people.get(id) ?? [])
  const seated = new Map((await everSeated(tx, known, knownAt)).map((ref) => [ref.id, ref]))
  const pairs = new Map<string, KinPair>()
  for (const { id } of subjects) {
    const subject = seated.get(id)
    if (subject === undefined) continue
    for (const relative of kin(id).keys()) {
      const other = seated.get(relative)
      if (other === undefined) continue
      const pair = pairOf(subject, other)
      const key = pairKey(pair)
      if (!pairs.has(key)) pairs.set(key, { ...pair, kin: kin(pair.first.id).get(pair.second.id) ?? [] })
    }
  }
  return [...pairs.values()]
}

/** Candidates that are kin, once it is known in which ways, with the ties around them. */
export const tiedOf = async (
  tx: Tx,
  pairs: readonly Pair[],
): Promise<{ readonly graph: GatheredKin; readonly tied: readonly KinPair[] }> => {
  const firsts = [...new Map(pairs.map(({ first }) => [first.id, first])).values()]
  const graph = await gatherKin(tx, firsts)
  const kin = kinIn(graph)
  const tied = pairs.flatMap((pair) => {
    const ways = kin(pair.first.id).get(pair.second.id)
    return ways === undefined ? [] : [{ ...pair, kin: ways }]
  })
  return { graph, tied }
}

/** All that a judge may know about some pairs. */
export interface GatheredPairs {
  readonly pairs: readonly PairFacts[]
  readonly chart: Chart
  readonly setting: Setting
  readonly seats: readonly Seat[]
}

/** The facts of these pairs as we knew them at an instant. */
export const gatherPairs = async (
  tx: Tx,
  pairs: readonly KinPair[],
  knownAt: KnownAt = null,
): Promise<GatheredPairs> => {
  const people = [
    ...new Map(pairs.flatMap(({ first, second }) => [first, second]).map((ref) => [ref.id, ref])).values(),
  ]
  const [facts, seats] = [await gatherFacts(tx, people, knownAt), await seatsOf(tx, people, knownAt)]
  const chart = await gatherChart(
    tx,
    seats.map(({ post }) => post),
    knownAt,
  )
  const known = new Map(facts.map((person) => [person.id, person]))
  const gathered = pairs.flatMap(({ first, second, kin }): PairFacts[] => {
    const [one, other] = [known.get(first.id), known.get(second.id)]
    return one === undefined || other === undefined ? [] : [{ first: one, second: other, kin }]
  })
  return { pairs: gathered, chart, setting: await settingFor(tx, facts, knownAt), seats }
}

/** Says of these pairs what follows from their facts as recorded now. */
export const judgePairs = async (
  tx: Tx,
  installations: readonly Installation[],
  graph: GatheredKin,
  pairs: readonly KinPair[],
): Promise<Said[]> => {
  if (pairs.length === 0) return []
  const { pairs: gathered, chart, setting, seats } = await gatherPairs(tx, pairs)
  const judge = pairJudge(installations, setting)
  const postRoots = new Map(seats.map(({ assignment, post }) => [assignment, post.root]))
  const where = {
    person: (id: string) => found(graph.people.get(id), id),
    postRoot: (assignment: string) => found(postRoots.get(assignment), assignment),
  }
  return gathered.flatMap((pair) => judge.conflicts(pair, chart).map((conflict) => saidOf(conflict, where)))
}

const found = <T>(value: T | undefined, id: string): T => {
  if (value === undefined) throw new Error(`A conflict names \`${id}\`, which was not gathered.`)
  return value
}
