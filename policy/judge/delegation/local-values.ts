import type { Divisions } from '../../facts/person.ts'
import type { Citation } from '../../law/citation.ts'
import type { DatedValue, ParameterValue } from '../../law/dated.ts'
import { delegationsOf, maySet } from '../../law/delegation.ts'
import type { Installation } from '../../law/plugin.ts'
import type { Rule } from '../../law/rule.ts'
import type { DayText } from '../../time/day.ts'

/** Who sets a value in a superior's place: the parameter, the lower document at work, and its own citation. */
export interface SetBy {
  readonly parameter: string
  readonly installation: Installation
  readonly cite: Citation
}

/** A value a rule is judged with from a day on, and who set it where not the superior itself. */
export interface LocalValue {
  readonly from: DayText
  readonly value: ParameterValue | null
  readonly setBy: SetBy | null
}

/** The values of the parameters that lower documents set, by their name in the superior document. */
export type LocalValues = ReadonlyMap<string, readonly LocalValue[]>

/**
 * The values a superior rule is judged with at a place, `places` being what is installed at each place above it and at itself,
 * highest first; `null` where nobody there sets one that the rule lets them set. An unlawful value counts as none.
 */
export const localValues = (
  rule: Rule,
  superior: Installation,
  places: readonly (readonly Installation[])[],
  divisions: Divisions,
): LocalValues | null => {
  const names = new Set(delegationsOf(rule).map(({ parameter }) => parameter))
  const found = [...names].flatMap((parameter): (readonly [string, readonly LocalValue[]])[] => {
    // Lowest place first; at one place whatever begins last.
    const setting = places.toReversed().flatMap((place) =>
      place
        .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
        .map((installation) => settingOf(rule, superior, parameter, installation, divisions))
        .filter(({ values }) => values.some(({ value }) => value !== null)),
    )
    return setting.length === 0
      ? []
      : [[parameter, merged(superior.plugin.parameters[parameter]?.values ?? [], setting)]]
  })
  return found.length === 0 ? null : new Map(found)
}

interface Setting {
  readonly parameter: string
  readonly installation: Installation
  /** Those the rule does not let them set are none. */
  readonly values: readonly DatedValue[]
}

const settingOf = (
  rule: Rule,
  { plugin }: Installation,
  parameter: string,
  installation: Installation,
  divisions: Divisions,
): Setting => {
  const by = { level: installation.plugin.level, autonomous: divisions.autonomous(installation.jurisdiction) }
  const name = `${plugin.id}/${parameter}`
  const { delegated = {} } = installation.plugin
  const values = (Object.hasOwn(delegated, name) ? (delegated[name]?.values ?? []) : []).map((dated) =>
    dated.value !== null && maySet(plugin, rule, parameter, dated.value, by) ? dated : { ...dated, value: null },
  )
  return { parameter, installation, values }
}

/** The superior's values with those set below in their place on the days these cover. */
const merged = (own: readonly DatedValue[], setting: readonly Setting[]): readonly LocalValue[] => {
  const starts = new Set<DayText>(own.map(({ from }) => from))
  for (const { installation, values } of setting) {
    for (const { from } of values) starts.add(from)
    starts.add(installation.effectiveFrom)
    if (installation.effectiveTo !== null) starts.add(installation.effectiveTo)
  }
  return [...starts].toSorted().map((from): LocalValue => {
    for (const { parameter, installation, values } of setting) {
      const { effectiveFrom, effectiveTo } = installation
      const set = values.findLast((dated) => dated.from <= from)
      if (set !== undefined && set.value !== null && effectiveFrom <= from && (effectiveTo ?? '9999') > from)
        return { from, value: set.value, setBy: { parameter, installation, cite: set.cite } }
    }
    return { from, value: own.findLast((dated) => dated.from <= from)?.value ?? null, setBy: null }
  })
}
