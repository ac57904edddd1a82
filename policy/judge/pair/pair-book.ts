import type { Divisions } from '../../facts/person.ts'
import type { Installation } from '../../law/plugin.ts'
import type { AvoidanceRule } from '../../law/rule.ts'
import { compileDated, type DatedRule } from '../compiled-rule.ts'
import type { LocalValues } from '../delegation/local-values.ts'
import { benchOf, type Line, linesOf } from '../rule-book.ts'
import { compilePairCondition, type PairNode } from './pair-condition.ts'
import { type PairWeight, pairWeightOf } from './pair-steps.ts'

export interface PairRule extends DatedRule<AvoidanceRule, { readonly node: PairNode }> {
  /** Of all pieces that count on some day. */
  readonly weight: PairWeight
}
export type PairLine = Line<PairRule>

/** Every enabled avoidance rule of the installed plugins. */
export const pairBook = (installations: readonly Installation[], divisions: Divisions): readonly PairLine[] =>
  linesOf(benchOf(installations, divisions), (rule, at, values) =>
    rule.kind === 'avoidance' ? compilePairRule(rule, at, values) : null,
  )

const compilePairRule = (rule: AvoidanceRule, at: Installation, values?: LocalValues): PairRule => {
  const dated = compileDated(
    rule,
    at,
    (condition, piece) => ({ node: compilePairCondition(condition, at.plugin, piece) }),
    values,
  )
  return { ...dated, weight: pairWeightOf(dated.pieces.filter(({ cut }) => cut.length > 0).map(({ node }) => node)) }
}
