import type { Divisions } from '../../facts/person.ts'
import type { Installation } from '../../law/plugin.ts'
import type { CompositionRule } from '../../law/rule.ts'
import { compileDated, type DatedRule } from '../compiled-rule.ts'
import { type Resolved, resolve } from '../resolve.ts'
import { benchOf, type Line, linesOf } from '../rule-book.ts'
import { compileTeamCondition, type TeamNode } from './team-condition.ts'
import { type TeamWeight, teamWeightOf } from './team-steps.ts'

export interface TeamPiece {
  readonly of: Resolved<CompositionRule['of']>
  readonly node: TeamNode
  readonly weight: TeamWeight
}

export type CompiledTeamRule = DatedRule<CompositionRule, TeamPiece>
export type TeamLine = Line<CompiledTeamRule>

/** Every enabled composition rule of the installed plugins. */
export const teamBook = (installations: readonly Installation[], divisions: Divisions): readonly TeamLine[] =>
  linesOf(benchOf(installations, divisions), (rule, at, values) =>
    rule.kind === 'composition'
      ? compileDated(
          rule,
          at,
          (condition, piece) => {
            const node = compileTeamCondition(condition, at.plugin, piece)
            return { of: resolve(rule.of, piece), node, weight: teamWeightOf([node]) }
          },
          values,
        )
      : null,
  )
