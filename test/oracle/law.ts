import type { Instrument } from '../../policy/law/citation.ts'
import type { Condition } from '../../policy/law/condition.ts'
import type { ParameterValue } from '../../policy/law/dated.ts'
import type { Installation, PluginDocument } from '../../policy/law/plugin.ts'
import type { ExemptionRule, RotationRule, Rule } from '../../policy/law/rule.ts'
import type { Day } from '../../policy/time/day.ts'
import { dayOfText } from './calendar.ts'

/** A condition in which every parameter has its value and every name its meaning. */
export type Literal = { readonly [key: string]: unknown }

/** The days `[from, to)` a rule is in force as law (S13). */
const inForce = (document: PluginDocument, rule: Rule): readonly [Day, Day] => {
  const instrument: Instrument | undefined = document.instruments.find((i) => i.id === rule.cite.instrument)
  const said = rule.inForce ?? instrument?.inForce
  if (said === undefined) throw new RangeError(`Rule ${rule.id} has no day of force.`)
  return [dayOfText('from' in said ? said.from : said.knownBy), said.to === undefined ? Infinity : dayOfText(said.to)]
}

/** Whether an installed rule is law on a day: switched on, in force, and installed. */
export const standsOn = (installation: Installation, rule: Rule, day: Day): boolean => {
  if (rule.enabled === false) return false
  const [first, end] = inForce(installation.plugin, rule)
  if (day < first || day >= end || day < dayOfText(installation.effectiveFrom)) return false
  return installation.effectiveTo === null || day < dayOfText(installation.effectiveTo)
}

/** What a dated parameter is worth on a day; `null` before its first value and after its repeal. */
const worth = (document: PluginDocument, name: string, day: Day): ParameterValue | null => {
  let value: ParameterValue | null = null
  for (const dated of document.parameters[name]?.values ?? []) if (dayOfText(dated.from) <= day) value = dated.value
  return value
}

const missing = Symbol('a parameter without a value')

const filledIn = (document: PluginDocument, node: unknown, day: Day): unknown => {
  if (Array.isArray(node)) return node.map((each) => filledIn(document, each, day))
  if (typeof node !== 'object' || node === null) return node
  if ('param' in node && typeof node.param === 'string') {
    const value = worth(document, node.param, day)
    if (value === null) throw missing
    return value
  }
  if ('ref' in node && typeof node.ref === 'string') return filledIn(document, document.definitions[node.ref], day)
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, filledIn(document, value, day)]))
}

const changes = new WeakMap<PluginDocument, readonly Day[]>()

/** Between two of these days no parameter of the document changes. */
const changesOf = (document: PluginDocument): readonly Day[] => {
  const found =
    changes.get(document) ?? Object.values(document.parameters).flatMap((p) => p.values.map((v) => dayOfText(v.from)))
  changes.set(document, found)
  return found
}

const remembered = new WeakMap<Condition, Map<Day, Literal | null>>()

/** The condition under the law of a day (S15), or `null` when a parameter it names has no value then. */
export const underTheLawOf = (day: Day, document: PluginDocument, when: Condition): Literal | null => {
  const sinceChange = changesOf(document).reduce(
    (latest, change) => (change <= day && change > latest ? change : latest),
    -Infinity,
  )
  const cache = remembered.get(when) ?? new Map<Day, Literal | null>()
  remembered.set(when, cache)
  const before = cache.get(sinceChange)
  if (before !== undefined) return before
  let literal: Literal | null = null
  try {
    literal = filledIn(document, when, day) as Literal
  } catch (why) {
    if (why !== missing) throw why
  }
  cache.set(sinceChange, literal)
  return literal
}

/** A literal, or what the parameter is worth on the day. */
export const argOn = (document: PluginDocument, arg: unknown, day: Day): unknown =>
  typeof arg === 'object' && arg !== null && 'param' in arg ? worth(document, String(arg.param), day) : arg

/** All versions of one rule of one plugin at one jurisdiction (S9). */
export interface Statute {
  /** `<plugin id>/<rule id>` */
  readonly id: string
  readonly jurisdiction: string
  readonly versions: readonly { readonly installation: Installation; readonly rule: RotationRule }[]
}

const known = new WeakMap<readonly Installation[], readonly Statute[]>()

export const statutesOf = (installations: readonly Installation[]): readonly Statute[] => {
  const before = known.get(installations)
  if (before !== undefined) return before
  const found = new Map<string, Statute & { versions: { installation: Installation; rule: RotationRule }[] }>()
  for (const installation of installations)
    for (const rule of installation.plugin.rules) {
      if (rule.kind !== 'rotation') continue
      const id = `${installation.plugin.id}/${rule.id}`
      const key = `${id} ${installation.jurisdiction}`
      const statute = found.get(key) ?? { id, jurisdiction: installation.jurisdiction, versions: [] }
      statute.versions.push({ installation, rule })
      found.set(key, statute)
    }
  const statutes = [...found.values()]
  known.set(installations, statutes)
  return statutes
}

/** What is asked of one subject of the law on one day, worked out once. */
const daily = <K extends object, V>(work: (of: K, day: Day) => V): ((of: K, day: Day) => V) => {
  const memory = new WeakMap<K, Map<Day, V>>()
  return (of, day) => {
    const days = memory.get(of) ?? new Map<Day, V>()
    memory.set(of, days)
    const before = days.get(day)
    if (before !== undefined || days.has(day)) return before as V
    const fresh = work(of, day)
    days.set(day, fresh)
    return fresh
  }
}

export const versionOn = daily((statute: Statute, day) =>
  statute.versions.find(({ installation, rule }) => standsOn(installation, rule, day)),
)

export const exemptionsOn = daily((installations: readonly Installation[], day) =>
  installations.flatMap((installation) =>
    installation.plugin.rules
      .filter((rule): rule is ExemptionRule => rule.kind === 'exemption' && standsOn(installation, rule, day))
      .map((rule) => ({ installation, rule })),
  ),
)
