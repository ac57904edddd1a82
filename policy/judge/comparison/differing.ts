import type { Divisions } from '../../facts/person.ts'
import type { Installation } from '../../law/plugin.ts'
import type { Rule } from '../../law/rule.ts'

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
  const exempted = new Set(changing.flatMap(({ plugin }) => plugin.rules.flatMap(reachedBy)))
  const valued = new Set(changing.flatMap(({ plugin }) => Object.keys(plugin.delegated ?? {}).map(pluginOf)))
  const above = changing.filter(({ plugin }) => plugin.rules.some((rule) => reachedBy(rule).includes('below')))
  const isBelow = ({ jurisdiction }: Installation): boolean =>
    above.length > 0 && divisions.chain(jurisdiction).some((code) => above.some((each) => each.jurisdiction === code))
  const needed = (each: Installation): Installation => {
    if (changed.has(placeOf(each)) || valued.has(each.plugin.id)) return each
    const below = isBelow(each)
    const isJudged = (rule: Rule): boolean =>
      rule.kind === 'exemption' || (rule.kind === 'rotation' && (below || exempted.has(`${each.plugin.id}/${rule.id}`)))
    return { ...each, plugin: { ...each.plugin, rules: each.plugin.rules.filter(isJudged) } }
  }
  return {
    at: [...new Set(changing.map(({ jurisdiction }) => jurisdiction))],
    before: before.map(needed),
    after: after.map(needed),
  }
}

/** What an exemption reaches, as it says it. */
const reachedBy = (rule: Rule): readonly string[] => (rule.kind === 'exemption' ? rule.appliesTo : [])

const pluginOf = (fullName: string): string => fullName.slice(0, fullName.lastIndexOf('/'))

const placeOf = ({ jurisdiction, plugin }: Installation): string => `${jurisdiction} ${plugin.id}`

/** Those of one side that the other has not, to the day. */
const missing = (from: readonly Installation[], others: readonly Installation[]): readonly Installation[] => {
  const known = new Set(others.map(exactly))
  return from.filter((each) => !known.has(exactly(each)))
}

const exactly = (each: Installation): string =>
  [placeOf(each), each.digest, each.effectiveFrom, each.effectiveTo ?? ''].join(' ')
