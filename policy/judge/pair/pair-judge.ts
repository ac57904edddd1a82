import type { Chart } from '../../facts/org.ts'
import type { Setting } from '../../facts/person.ts'
import type { Installation } from '../../law/plugin.ts'
import { type Restates, shownOf } from '../restated.ts'
import { assessPair, type PairAssessment } from './assess-pair.ts'
import type { Conflict, PairFacts } from './conflict.ts'
import { conflictsOf } from './conflicts-of.ts'
import { pairBook } from './pair-book.ts'
import { stepsPerPair } from './pair-steps.ts'

/** A bench of installed avoidance rules, ready to judge any two people. */
export interface PairJudge {
  readonly installations: readonly Installation[]
  readonly setting: Setting
  conflicts(pair: PairFacts, chart: Chart): readonly Conflict[]
  /** What the conflicts and their explanations are read off. */
  assess(pair: PairFacts, chart: Chart): readonly PairAssessment[]
}

/** `budget`: steps that judging two people by one plugin may take. */
export const pairJudge = (
  installations: readonly Installation[],
  setting: Setting,
  budget: number = stepsPerPair,
): PairJudge => {
  const book = pairBook(installations, setting.divisions)
  const restated = new Map(book.map((line) => [line.id, line.versions.at(-1)?.rule.restates ?? []]))
  const restates: Restates = ({ rule }) => restated.get(rule) ?? []
  const assess = (pair: PairFacts, chart: Chart) => assessPair(pair, book, chart, setting, budget)
  return {
    installations,
    setting,
    assess,
    conflicts: (pair, chart) => shownOf(assess(pair, chart), conflictsOf, restates, sameSides),
  }
}

/** The same two people in the same two posts, whoever leads. */
const sameSides = (a: Conflict, b: Conflict): boolean => sidesOf(a) === sidesOf(b)

const sidesOf = ({ sides }: Conflict): string =>
  sides
    .map(({ person, post }) => `${person} ${post}`)
    .toSorted()
    .join()
