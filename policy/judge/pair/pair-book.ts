import type { Divisions } from '../../facts/person.ts'
import type { Installation } from '../../law/plugin.ts'
import type { AvoidanceRule } from '../../law/rule.ts'
import { compileDated, type DatedRule } from '../compiled-rule.ts'
import { compiled, governors, type Line, lines } from '../rule-book.ts'
import { compilePairCondition, type PairNode } from './pair-condition.ts'

export type PairRule = DatedRule<AvoidanceRule, { readonly node: PairNode }>
export type PairLine = Line<PairRule>

/** Every enabled avoidance rule of the installed plugins. */
export const pairBook = (installations: readonly Installation[], divisions: Divisions): readonly PairLine[] => {
  const rules = compiled(installations, (rule, at) =>
    rule.kind === 'avoidance'
      ? compileDated(rule, at, (condition, piece) => ({ node: compilePairCondition(condition, at.plugin, piece) }))
      : null,
  )
  return lines(rules, () => '', governors(installations, divisions))
}
