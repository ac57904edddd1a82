import type { Chart } from '../../facts/org.ts'
import type { Setting } from '../../facts/person.ts'
import { heldAtAll, type Stay } from '../../facts/stays.ts'
import { both, either, never, type Truth, within } from '../../time/truth.ts'
import { asReached } from '../delegation/reading.ts'
import { Fuel } from '../fuel.ts'
import { PersonDays } from '../person-days.ts'
import type { PairFacts } from './conflict.ts'
import type { PairLine } from './pair-book.ts'
import { type PairSize, pairSteps, sizeOf } from './pair-steps.ts'
import type { KnownRelations, PairSubject } from './pair-subject.ts'
import { reversedKin } from './reversed-kin.ts'
import { stoppedPair } from './stopped-pair.ts'

/** Two people in two posts under one rule: everything its conflicts, and their explanations, are read off. */
export interface PairAssessment {
  readonly line: PairLine
  /** The two in both orders: where a relation has a direction, one of them may lead the other either way. */
  readonly orders: readonly [PairSubject, PairSubject]
  /** Days the rule bars them, all cuts made. */
  readonly due: Truth
  /** The steps its plugin was allowed and exceeded: the days are those on which the rule could bar them, and nothing was computed. */
  readonly stopped?: number
}

/**
 * Judges two people, in every two posts they held, under every rule of the book. A plugin that asks too much of them is stopped
 * whole, whatever of it had been judged by then; those of others stand.
 */
export const assessPair = (
  pair: PairFacts,
  book: readonly PairLine[],
  chart: Chart,
  setting: Setting,
  budget: number,
): readonly PairAssessment[] => {
  const { first, second, kin } = pair
  if (kin.length === 0 || first.id === second.id) return []
  const [mine, theirs] = [new PersonDays(first, setting), new PersonDays(second, setting)]
  const reversed = kin.map(reversedKin)
  const pairs = [...stayPairs(pair, mine.stays(['post']), theirs.stays(['post']))]
  const fuel = new Fuel(budget)
  const assessments: PairAssessment[] = []
  for (const line of book) {
    const { account } = line
    if (!mine.mayBeJudged(line.governs) && !theirs.mayBeJudged(line.governs)) continue
    for (const { a, b, known, size } of pairs) {
      if (fuel.isStopped(account)) break
      const subject = {
        first: { person: first, stay: a, setting, own: line.jurisdiction },
        second: { person: second, stay: b, setting, own: line.jurisdiction },
        kin,
        chart,
        known: known.inOrder,
      }
      const orders = [
        subject,
        { first: subject.second, second: subject.first, kin: reversed, chart, known: known.swapped },
      ] as const
      const before = fuel.spentOn(account)
      const barred = (versions: PairLine['versions']) => {
        for (const { weight } of versions) fuel.charge(account, pairSteps(weight, size))
        return fuel.isStopped(account)
          ? never
          : either(barredDays(versions, orders[0]), barredDays(versions, orders[1]))
      }
      const { line: judged, bound } = asReached(line, [mine, theirs], barred)
      if (bound.possibly.length === 0) continue
      const due = both(bound, both(heldAtAll(a), heldAtAll(b)))
      // Each interval becomes a conflict, whose grounds are looked for again.
      fuel.charge(account, ((fuel.spentOn(account) - before) * due.possibly.length) / 2)
      if (due.possibly.length > 0) assessments.push({ line: judged, orders, due })
    }
  }
  if (!fuel.isAnyStopped()) return assessments
  const isStopped = ({ account }: PairLine) => fuel.isStopped(account)
  return [
    ...assessments.filter(({ line }) => !isStopped(line)),
    ...book.filter(isStopped).flatMap((line) => stoppedPair(line, pair, chart, [mine, theirs], setting, budget)),
  ]
}

interface StayPair {
  readonly a: Stay
  readonly b: Stay
  /** How the two posts stand, in both orders. */
  readonly known: { readonly inOrder: KnownRelations; readonly swapped: KnownRelations }
  readonly size: PairSize
}

function* stayPairs(pair: PairFacts, mine: readonly Stay[], theirs: readonly Stay[]): Generator<StayPair> {
  for (const a of mine)
    for (const b of theirs)
      if (meet(a, b))
        yield { a, b, known: { inOrder: new Map(), swapped: new Map() }, size: sizeOf(pair, a.pieces, b.pieces) }
}

/** Asked before any day is computed: whether both may have been held on one day. */
const meet = (a: Stay, b: Stay): boolean =>
  a.pieces.some((p) => b.pieces.some((q) => p.from.lo < q.to.hi && q.from.lo < p.to.hi))

/** Each constant piece of the parameters judged whole and then cut to force and installation (S13, S15); all versions united (S9). */
const barredDays = (versions: PairLine['versions'], subject: PairSubject): Truth => {
  let days = never
  for (const { pieces } of versions)
    for (const { cut, node } of pieces)
      if (cut.length > 0 && node.mayHold(subject)) days = either(days, within(node.truth(subject), cut))
  return days
}
