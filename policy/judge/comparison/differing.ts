import type { Divisions } from '../../facts/person.ts'
import type { Installation } from '../../law/plugin.ts'

/** Two sets of installed policies. */
export interface TwoPolicies {
  readonly before: readonly Installation[]
  readonly after: readonly Installation[]
}

/** What of two policies must be judged to know how they differ. */
export interface Differing extends TwoPolicies {
  /** Where something else is installed after than before: whoever is judged by none of these is judged alike. */
  readonly at: readonly string[]
}

/**
 * Leaves out every duty and bar that is judged alike on both sides: a rule is judged otherwise only where its own document
 * changes at that jurisdiction, where an exemption of a document that changes reaches it, or where such a document sets its
 * values. All exemptions stay, since they may reach what does change.
 */
export const differing = ({ before, after }: TwoPolicies, divisions: Divisions): Differing => {
  const changed = new Set([...missing(before, after), ...missing(after, before)].map(placeOf))
  const changing = [...before, ...after].filter((each) => changed.has(placeOf(each)))
  const reached = new Set(changing.flatMap(pluginsReached))
  const above = changing.filter(reachesBelow).map(({ jurisdiction }) => jurisdiction)
  const isJudged = (each: Installation): boolean =>
    changed.has(placeOf(each)) ||
    reached.has(each.plugin.id) ||
    (above.length > 0 && divisions.chain(each.jurisdiction).some((code) => above.includes(code)))
  const needed = (each: Installation) => (isJudged(each) ? each : onlyExemptions(each))
  return {
    at: [...new Set(changing.map(({ jurisdiction }) => jurisdiction))],
    before: before.map(needed),
    after: after.map(needed),
  }
}

const placeOf = ({ jurisdiction, plugin }: Installation): string => `${jurisdiction} ${plugin.id}`

/** Those of one side that the other has not, to the day. */
const missing = (from: readonly Installation[], others: readonly Installation[]): readonly Installation[] => {
  const known = new Set(others.map(exactly))
  return from.filter((each) => !known.has(exactly(each)))
}

const exactly = (each: Installation): string =>
  [placeOf(each), each.digest, each.effectiveFrom, each.effectiveTo ?? ''].join(' ')

/** Plugins of which an exemption of this document names a rule, or of which it sets a value. */
const pluginsReached = ({ plugin }: Installation): readonly string[] => {
  const named = plugin.rules.flatMap((rule) => (rule.kind === 'exemption' ? rule.appliesTo : []))
  return [...named, ...Object.keys(plugin.delegated ?? {})]
    .filter((name) => name.includes('/'))
    .map((name) => name.slice(0, name.lastIndexOf('/')))
}

const reachesBelow = ({ plugin }: Installation): boolean =>
  plugin.rules.some((rule) => rule.kind === 'exemption' && rule.appliesTo.includes('below'))

const onlyExemptions = (each: Installation): Installation => ({
  ...each,
  plugin: { ...each.plugin, rules: each.plugin.rules.filter(({ kind }) => kind === 'exemption') },
})
