import type { Chart } from '../../facts/org.ts'
import type { Setting } from '../../facts/person.ts'
import { heldAtAll, type Stay } from '../../facts/stays.ts'
import { both, either, never, type Truth, within } from '../../time/truth.ts'
import { asReached } from '../delegation/reading.ts'
import { PersonDays } from '../person-days.ts'
import type { PairFacts } from './conflict.ts'
import type { PairLine } from './pair-book.ts'
import type { KnownRelations, PairSubject } from './pair-subject.ts'
import { reversedKin } from './reversed-kin.ts'

/** Two people in two posts under one rule: everything its conflicts, and their explanations, are read off. */
export interface PairAssessment {
  readonly line: PairLine
  /** The two in both orders: where a relation has a direction, one of them may lead the other either way. */
  readonly orders: readonly [PairSubject, PairSubject]
  /** Days the rule bars them, all cuts made. */
  readonly due: Truth
}

/** Judges two people, in every two posts they held, under every rule of the book. */
export const assessPair = (
  { first, second, kin }: PairFacts,
  book: readonly PairLine[],
  chart: Chart,
  setting: Setting,
): readonly PairAssessment[] => {
  if (kin.length === 0 || first.id === second.id) return []
  const [mine, theirs] = [new PersonDays(first, setting), new PersonDays(second, setting)]
  const reversed = kin.map(reversedKin)
  const pairs = [...stayPairs(mine.stays(['post']), theirs.stays(['post']))]
  const assessments: PairAssessment[] = []
  for (const line of book) {
    if (!mine.mayBeJudged(line.governs) && !theirs.mayBeJudged(line.governs)) continue
    for (const { a, b, known } of pairs) {
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
      const barred = (versions: PairLine['versions']) =>
        either(barredDays(versions, orders[0]), barredDays(versions, orders[1]))
      const { line: judged, bound } = asReached(line, [mine, theirs], barred)
      if (bound.possibly.length === 0) continue
      const due = both(bound, both(heldAtAll(a), heldAtAll(b)))
      if (due.possibly.length > 0) assessments.push({ line: judged, orders, due })
    }
  }
  return assessments
}

interface StayPair {
  readonly a: Stay
  readonly b: Stay
  /** How the two posts stand, in both orders. */
  readonly known: { readonly inOrder: KnownRelations; readonly swapped: KnownRelations }
}

function* stayPairs(mine: readonly Stay[], theirs: readonly Stay[]): Generator<StayPair> {
  for (const a of mine)
    for (const b of theirs) if (meet(a, b)) yield { a, b, known: { inOrder: new Map(), swapped: new Map() } }
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
