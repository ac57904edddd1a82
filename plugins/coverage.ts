import type { PluginDocument, RuleKind } from '../policy/index.ts'
import { catalogue } from './catalogue.ts'

/** How much of its instruments a plugin computes, and who carries the rest. Every clause is somewhere: nothing is missing. */
export interface Coverage {
  readonly plugin: string
  readonly rulesOn: number
  readonly rulesOff: number
  readonly manual: number
  readonly unpublished: number
  /** Clauses that wait for a rule kind yet to come. */
  readonly later: Readonly<Partial<Record<RuleKind, number>>>
  readonly cases: number
  /** Ids of the catalogue that the plugin neither computes nor lists. */
  readonly missing: readonly string[]
}

export const coverageOf = ({ id, rules, clauses, cases }: PluginDocument): Coverage => {
  const accountedFor = new Set([...rules, ...clauses].map(({ catalogueId }) => catalogueId))
  const later: Partial<Record<RuleKind, number>> = {}
  for (const { status } of clauses) if (typeof status === 'object') later[status.later] = (later[status.later] ?? 0) + 1
  return {
    plugin: id,
    rulesOn: rules.filter(({ enabled }) => enabled !== false).length,
    rulesOff: rules.filter(({ enabled }) => enabled === false).length,
    manual: clauses.filter(({ status }) => status === 'manual').length,
    unpublished: clauses.filter(({ status }) => status === 'unpublished').length,
    later,
    cases: cases.length,
    missing: (catalogue[id] ?? []).filter((known) => !accountedFor.has(known)),
  }
}
