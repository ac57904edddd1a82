import type { Divisions } from '../../facts/person.ts'
import type { Installation } from '../../law/plugin.ts'
import type { AvoidanceRule } from '../../law/rule.ts'
import { compileDated, type DatedRule } from '../compiled-rule.ts'
import { benchOf, type Line, linesOf } from '../rule-book.ts'
import { compilePairCondition, type PairNode } from './pair-condition.ts'

export type PairRule = DatedRule<AvoidanceRule, { readonly node: PairNode }>
export type PairLine = Line<PairRule>

/** Every enabled avoidance rule of the installed plugins. */
export const pairBook = (installations: readonly Installation[], divisions: Divisions): readonly PairLine[] =>
  linesOf(benchOf(installations, divisions), (rule, at, values) =>
    rule.kind === 'avoidance'
      ? compileDated(
          rule,
          at,
          (condition, piece) => ({ node: compilePairCondition(condition, at.plugin, piece) }),
          values,
        )
      : null,
  )
