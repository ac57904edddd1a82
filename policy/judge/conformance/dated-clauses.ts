import type { Divisions } from '../../facts/person.ts'
import type { Condition } from '../../law/condition.ts'
import type { Installation, PluginDocument } from '../../law/plugin.ts'
import type { CompositionRule, Rule } from '../../law/rule.ts'
import { type Days, intersect } from '../../time/days.ts'
import { compileDated, type DatedRule } from '../compiled-rule.ts'
import { definitionOf, type Resolved, resolve } from '../resolve.ts'
import { inlined } from './inlined.ts'
import { type Clause, clausesOf, combined, type Reading } from './literal.ts'

/** What a rule says under one constant set of values, as alternatives; of a composition, when it fails. */
export interface DatedClauses {
  readonly clauses: readonly Clause[] | null
  /** Whom and which posts the rule addresses at all: its outermost filters. */
  readonly scope: readonly Clause[] | null
  readonly within: string | null
  /** Of a composition, what is counted together: one team, or these kinds of one place. */
  readonly together: string
  /** The condition itself, its definitions written out. */
  readonly says: Condition
}

/** A document as if it had always been installed where it is proposed. */
export const proposed = (plugin: PluginDocument, jurisdiction: string): Installation => ({
  plugin,
  digest: '',
  jurisdiction,
  effectiveFrom: '1900-01-01',
  effectiveTo: null,
})

export const datedClauses = (
  rule: Rule,
  installation: Installation,
  divisions: Divisions,
): DatedRule<Rule, DatedClauses> => {
  const reading: Reading = { own: installation.jurisdiction, per: perOf(rule), divisions }
  const { plugin } = installation
  const deadline = rule.kind === 'rotation' ? rule.deadline : undefined
  return compileDated(rule, installation, (condition, piece) => ({
    clauses: clausesOf(condition, plugin, piece, reading, rule.kind !== 'composition'),
    scope: combined(
      scopeOf(condition, plugin).map((part) => clausesOf(part, plugin, piece, reading)),
      true,
    ),
    within: deadline === undefined ? null : resolve(deadline, piece).within,
    together: rule.kind === 'composition' ? countedTogether(resolve(rule.of, piece)) : '',
    says: inlined(condition, plugin, piece),
  }))
}

const countedTogether = ({ groupBy, teamKind }: Resolved<CompositionRule['of']>): string =>
  groupBy === 'place' ? teamKind.toSorted().join() : ''

const perOf = (rule: Rule) => (rule.kind === 'rotation' || rule.kind === 'exemption' ? (rule.per ?? []) : [])

/** The filters of posts that a condition asks beside everything else. */
export const scopeOf = (condition: Condition, plugin: PluginDocument): readonly Condition[] => {
  if ('ref' in condition) return scopeOf(definitionOf(plugin, condition.ref), plugin)
  if ('all' in condition) return condition.all.flatMap((part) => scopeOf(part, plugin))
  return isFilter('not' in condition ? condition.not : condition) ? [condition] : []
}

const isFilter = (condition: Condition): boolean => 'held' in condition || 'takes' in condition || 'leaves' in condition

/** The pieces of two rules that judge the same days, with these days. */
export const sharedPieces = <P, Q>(
  one: DatedRule<Rule, P>,
  other: DatedRule<Rule, Q>,
): readonly (readonly [DatedRule<Rule, P>['pieces'][number], DatedRule<Rule, Q>['pieces'][number], Days])[] =>
  one.pieces.flatMap((a) =>
    other.pieces.flatMap((b) => {
      const days = intersect(a.cut, b.cut)
      return days.length === 0 ? [] : [[a, b, days] as const]
    }),
  )
