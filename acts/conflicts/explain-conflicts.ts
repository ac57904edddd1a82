import { gatherChart } from '../../db/facts/chart.ts'
import { type GatheredKin, gatherKin } from '../../db/facts/kin.ts'
import { gatherFacts, installationsAt, settingFor } from '../../db/facts.ts'
import type { AsOf, RowRef } from '../../db/queries/as-of.ts'
import type { ConflictDay } from '../../db/queries/conflict-day.ts'
import { conflictPolicyMoment } from '../../db/queries/conflict-register.ts'
import type { Tx } from '../../db/transaction.ts'
import {
  type Chart,
  type ConflictExplanation,
  day,
  explainConflict,
  type Kinship,
  kinOf,
  kinPathWords,
  type Language,
  type PairJudge,
  type PairNames,
  type PersonFacts,
  pairJudge,
  type Telling,
} from '../../policy/index.ts'
import { gatherPairNames } from './pair-names.ts'

/** A conflict to be told, and to whom. */
export interface ConflictAsked {
  readonly conflict: ConflictDay
  /** `veiled`: for readers who may not see who is whose kin. */
  readonly naming: Telling['naming']
  /** Which of the two stays named then. */
  readonly about: string
}

/**
 * Why these conflicts are what they are, as of one day and one state of the record; `null` where the facts no longer lead
 * there. All are judged on one reading of what bears on any of them, however many they are.
 */
export const explainConflicts = async (
  tx: Tx,
  asked: readonly ConflictAsked[],
  at: AsOf,
  language: Language,
): Promise<readonly (ConflictExplanation | null)[]> => {
  if (asked.length === 0) return []
  const bench = await benchFor(
    tx,
    asked.map(({ conflict }) => conflict),
    at.knownAt,
  )
  const tell = (names: (conflict: ConflictDay) => PairNames) =>
    asked.map((each) => explained(bench, each, at, language, names(each.conflict)))
  return tell(await gatherPairNames(tx, at, tell))
}

/** A judge of two people, and all it may know about those of some conflicts. */
interface Bench {
  readonly judge: PairJudge
  readonly people: ReadonlyMap<string, PersonFacts>
  readonly graph: GatheredKin
  readonly chart: Chart
}

const benchFor = async (tx: Tx, conflicts: readonly ConflictDay[], knownAt: string | null): Promise<Bench> => {
  const sides = conflicts.flatMap((each) => each.sides)
  const people = distinct(sides.map(({ person }) => person))
  const facts = await gatherFacts(tx, people, knownAt)
  const roots = [...new Set(people.map(({ root }) => root))]
  const moment = knownAt ?? (await conflictPolicyMoment(tx, roots))
  return {
    judge: pairJudge(await installationsAt(tx, moment), await settingFor(tx, facts, knownAt)),
    people: new Map(facts.map((person) => [person.id, person])),
    graph: await gatherKin(tx, people, knownAt),
    chart: await gatherChart(tx, distinct(sides.map(({ post }) => post)), knownAt),
  }
}

const distinct = (refs: readonly RowRef[]): RowRef[] => [...new Map(refs.map((ref) => [ref.id, ref])).values()]

const explained = (
  { judge, people, graph, chart }: Bench,
  { conflict, naming, about }: ConflictAsked,
  { on }: AsOf,
  language: Language,
  names: PairNames,
): ConflictExplanation | null => {
  const [one, other] = conflict.sides
  const [first, second] = [people.get(one.person.id), people.get(other.person.id)]
  if (first === undefined || second === undefined) return null
  const kin = kinOf(graph, first.id).filter(({ relative }) => relative === second.id)
  const kinPath = (kinship: Kinship) => kinPathWords(asWalked(kinship, graph), graph, language)
  const telling: Telling = { language, names, kinPath, naming, about }
  return explainConflict(judge, { first, second, kin }, chart, conflict.id, day(on), telling)
}

/** A tie the judge turned round names it by the file of the other: read from there it bears the words stated there. */
const asWalked = (kinship: Kinship, graph: GatheredKin): Kinship => {
  const way = ({ path }: Kinship) => path.map(({ tie, to }) => `${tie} ${to}`).join()
  return (
    kinOf(graph, kinship.person).find((each) => each.relative === kinship.relative && way(each) === way(kinship)) ??
    kinship
  )
}
