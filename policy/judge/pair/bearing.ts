import { type Kinship, kinPatterns } from '../../facts/kinship/kinship.ts'
import type { AskedRelation } from '../../facts/relations/relation.ts'
import type { Day } from '../../time/day.ts'
import { meets } from '../../time/days.ts'
import { type Truth, unknown } from '../../time/truth.ts'
import { pieceOn } from '../compiled-rule.ts'
import { versionFor } from '../rule-book.ts'
import type { PairAssessment } from './assess-pair.ts'
import { type PairNode, pairLeaves } from './pair-condition.ts'
import type { PairSubject } from './pair-subject.ts'

/** What a conflict rests on: the order in which the rule holds of the two, the tie that proves it best, how their posts stand. */
export interface Bearing {
  readonly subject: PairSubject
  readonly kin: Kinship
  readonly asked: AskedRelation
}

/**
 * Read off the days `[from, to)` of a conflict. The two stand in the order in which one leads, else in that of their ids. `null`
 * of a rule that asks for no tie or no relation of posts: it says nothing about two people in two posts.
 */
export const bearingOf = (assessment: PairAssessment, from: Day, to: Day): Bearing | null => {
  const [one, other] = assessment.orders
  const byId = one.first.person.id < other.first.person.id ? assessment.orders : ([other, one] as const)
  const unweighed = assessment.stopped !== undefined
  for (const node of nodesOf(assessment, from, to)) {
    const ways = unweighed ? asked(node, byId[0]) : byId.flatMap((subject) => waysIn(node, subject, from, to))
    const best = ways.toSorted((a, b) => rank(a, from) - rank(b, from))[0]
    const kin = best === undefined ? null : provingKin(node, best.subject, from, to)
    if (best !== undefined && kin !== null) return { subject: best.subject, kin, asked: best.asked }
  }
  return null
}

/** What the rule says on the first of these days, by its latest version; then by any version and value it has on some of them. */
const nodesOf = ({ line }: PairAssessment, from: Day, to: Day): readonly PairNode[] => {
  const first = pieceOn(versionFor(line, from, to), from)
  const others = line.versions.flatMap(({ pieces }) => pieces.filter(({ cut }) => meets(cut, from, to)))
  return [...(first === undefined ? [] : [first]), ...others].map(({ node }) => node)
}

interface Way {
  readonly subject: PairSubject
  readonly asked: AskedRelation
  readonly truth: Truth
}

/** Where nothing is computed: the relations a rule asks for, as if any might hold. */
const asked = (node: PairNode, subject: PairSubject): readonly Way[] =>
  positive(node).flatMap(({ condition }) =>
    'posts' in condition ? [{ subject, asked: condition.posts, truth: unknown }] : [],
  )

/** Relations the rule asks for that may hold on some of these days, the two being taken in this order. */
const waysIn = (node: PairNode, subject: PairSubject, from: Day, to: Day): readonly Way[] => {
  if (!node.mayHold(subject) || !meets(node.truth(subject).possibly, from, to)) return []
  const ways = positive(node).flatMap((leaf): Way[] =>
    'posts' in leaf.condition ? [{ subject, asked: leaf.condition.posts, truth: leaf.truth(subject) }] : [],
  )
  return ways.filter(({ truth }) => meets(truth.possibly, from, to))
}

/** Conditions asked for, not those ruled out. */
const positive = (node: PairNode): readonly PairNode[] =>
  'not' in node.condition ? [] : node.children.length === 0 ? [node] : node.children.flatMap(positive)

/** Surely from the first day on, surely some day, possibly. */
const rank = ({ truth }: Way, from: Day): number =>
  meets(truth.surely, from, from + 1) ? 0 : truth.surely.length > 0 ? 1 : 2

/** The surest tie of those the rule asks for, then the first of the patterns, then the shortest way. */
const provingKin = (node: PairNode, subject: PairSubject, from: Day, to: Day): Kinship | null => {
  const asked = pairLeaves(node).flatMap(({ condition }) => ('kin' in condition ? condition.kin.classes : []))
  const proving = subject.kin.filter(
    ({ words, truth }) => words.some((word) => asked.includes(word)) && meets(truth.possibly, from, to),
  )
  return (
    proving.toSorted(
      (a, b) =>
        sureness(a, from, to) - sureness(b, from, to) ||
        patternRank(a) - patternRank(b) ||
        a.path.length - b.path.length ||
        Number(b.listed) - Number(a.listed) ||
        (stepsOf(a) < stepsOf(b) ? -1 : 1),
    )[0] ?? null
  )
}

const sureness = ({ truth }: Kinship, from: Day, to: Day): number => (meets(truth.surely, from, to) ? 0 : 1)

const patternRank = ({ pattern }: Kinship): number => {
  const known: readonly string[] = kinPatterns
  return known.includes(pattern) ? known.indexOf(pattern) : known.length
}

/** The same from either end. */
const stepsOf = ({ path }: Kinship): string =>
  path
    .map(({ edge }) => edge)
    .toSorted()
    .join()
