import type { PluginDocument } from '../../law/plugin.ts'
import { conditionOf, type Rule } from '../../law/rule.ts'
import { parsePeriod } from '../../time/period.ts'
import { deadlinesOf, runCase } from '../run-case.ts'

type Path = readonly (string | number)[]

/*
 * Cases that would not notice a changed law prove nothing. A mutant is the document with one small change; each must turn at
 * least one case.
 */

/** One place of a document changed a little. */
export interface SmallChange {
  readonly path: Path
  readonly from: unknown
  readonly to: unknown
}

/** A document that differs from the published one in a single place. */
interface Mutant extends SmallChange {
  readonly plugin: PluginDocument
}

/** Every number and period a rule rests on, one more and one less, and its boundary moved by a day (满 becomes 超过). */
const thresholdMutants = (plugin: PluginDocument, rule: Rule): readonly Mutant[] =>
  mutate(plugin, leavesOf(plugin, rule), nearby)

/** Every word of a list left out, every yes made a no, every condition among several dropped, waived made deferred. */
const wordMutants = (plugin: PluginDocument, rule: Rule): readonly Mutant[] => {
  const root: Path = ['rules', plugin.rules.indexOf(rule)]
  const subject =
    rule.kind === 'rotation'
      ? ([[...root, 'per'], rule.per] as const)
      : ([[...root, 'class'], rule.kind === 'exemption' ? rule.class : null] as const)
  return mutate(
    plugin,
    [...leavesOf(plugin, rule), ...branchesOf(plugin, [...root, conditionKey(rule)], conditionOf(rule)), subject],
    without,
  )
}

const conditionKey = (rule: Rule) => (rule.kind === 'composition' ? 'assert' : 'when')

/** Whether a case about this rule comes out otherwise than the document says. */
const breaks = (whole: PluginDocument, { id, kind }: Rule): boolean => {
  // Rules of another kind say nothing about this one, but for exemptions.
  const rules = whole.rules.filter((rule) => rule.kind === kind || rule.kind === 'exemption')
  const plugin = { ...whole, rules }
  return plugin.cases.some(
    (worked) =>
      (Object.hasOwn(worked.expect, id) &&
        runCase(plugin, { ...worked, expect: { [id]: worked.expect[id] ?? 'passes' } })[id] !== worked.expect[id]) ||
      (Object.hasOwn(worked.dueBy ?? {}, id) && deadlinesOf(plugin, worked)[id] !== worked.dueBy?.[id]),
  )
}

const mutate = (
  plugin: PluginDocument,
  leaves: readonly (readonly [Path, unknown])[],
  variants: (value: unknown, path: Path) => readonly unknown[],
): readonly Mutant[] =>
  leaves.flatMap(([path, value]) =>
    variants(value, path).map((to) => ({ path, from: value, to, plugin: put(plugin, path, to) })),
  )

/** A copy with one place changed; the shape stays that of the document, so the type does too. */
const put = <T>(value: T, path: Path, to: unknown): T => {
  const copy = structuredClone(value)
  const [last, ...above] = path.toReversed()
  let at: unknown = copy
  for (const key of above.toReversed()) at = Reflect.get(Object(at), key)
  Reflect.set(Object(at), String(last), to)
  return copy
}

/** Scalars and lists under a rule's condition and deadline, followed through named conditions and parameters. */
const leavesOf = (plugin: PluginDocument, rule: Rule): readonly (readonly [Path, unknown])[] => {
  const root: Path = ['rules', plugin.rules.indexOf(rule)]
  const deadline =
    rule.kind === 'rotation' && rule.deadline !== undefined ? under(plugin, [...root, 'deadline'], rule.deadline) : []
  const teams = rule.kind === 'composition' ? under(plugin, [...root, 'of'], rule.of) : []
  return [...under(plugin, [...root, conditionKey(rule)], conditionOf(rule)), ...deadline, ...teams]
}

const under = (plugin: PluginDocument, path: Path, value: unknown): readonly (readonly [Path, unknown])[] => {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return [[path, value]]
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, member]): readonly (readonly [Path, unknown])[] => {
    // How much of a term must be served is not tried: worked cases tell no rows of terms, so a term there is five years.
    if (key === 'countsFrom') return []
    if (key === 'ref' && typeof member === 'string')
      return under(plugin, ['definitions', member], plugin.definitions[member])
    if (key === 'param' && typeof member === 'string')
      return (plugin.parameters[member]?.values ?? []).map((dated, i) => [
        ['parameters', member, 'values', i, 'value'],
        dated.value,
      ])
    return under(plugin, [...path, key], member)
  })
}

/** Lists of conditions, any of which may be dropped while one remains. */
const branchesOf = (plugin: PluginDocument, path: Path, value: unknown): readonly (readonly [Path, unknown])[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]): readonly (readonly [Path, unknown])[] => {
    if (key === 'ref' && typeof member === 'string')
      return branchesOf(plugin, ['definitions', member], plugin.definitions[member])
    const below = branchesOf(plugin, [...path, key], member)
    return (key === 'all' || key === 'any') && Array.isArray(member) ? [[[...path, key], member], ...below] : below
  })
}

const nearby = (value: unknown): readonly unknown[] => {
  if (isTable(value))
    return Object.entries(value).flatMap(([word, period]) => nearby(period).map((to) => ({ ...value, [word]: to })))
  const fraction = typeof value === 'string' ? /^(\d+)\/(\d+)$/.exec(value) : null
  if (fraction !== null) {
    const [p, q] = [Number(fraction[1]), Number(fraction[2])]
    return [`${8 * p - 1}/${8 * q}`, `${8 * p + 1}/${8 * q}`]
  }
  if (typeof value === 'number') return [value - 1, value + 1]
  const span = typeof value === 'string' ? parsePeriod(value) : null
  if (span === null) return []
  const { months, days } = span
  const text = (m: number, d: number) => {
    const [years, rest] = [Math.floor(m / 12), m % 12]
    return `P${years > 0 ? `${years}Y` : ''}${rest > 0 ? `${rest}M` : ''}${d > 0 || m === 0 ? `${d}D` : ''}`
  }
  if (months === 0) return [text(0, days - 1), text(0, days + 1)]
  const step = months < 12 ? 1 : 12
  return [text(months - step, days), text(months + step, days), text(months, days + 1)]
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Choices among a few words, each with the one that reads the law otherwise. */
const otherwise: Readonly<Record<string, string>> = {
  person: 'team',
  place: 'team',
  organ: 'withSubordinates',
  withDispatched: 'organ',
  withSubordinates: 'organ',
  sameLeader: 'directSuperior',
  directSuperior: 'sameLeader',
}

const without = (value: unknown, path: Path): readonly unknown[] => {
  if (value === 'team') return path.includes('native') ? [] : [path.includes('leaderScope') ? 'person' : 'place']
  if (isTable(value))
    return Object.keys(value).map((word) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== word)))
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'string' && Object.hasOwn(otherwise, value)) return [otherwise[value]]
  if (value === 'EXEMPT' || value === 'DEFER') return [value === 'EXEMPT' ? 'DEFER' : 'EXEMPT']
  return Array.isArray(value) ? value.map((_, i) => value.toSpliced(i, 1)) : []
}

export interface MutationTest {
  readonly tried: number
  /** Small changes of the law that no case notices, each with the rule it was made for. */
  readonly unnoticed: readonly (SmallChange & { readonly rule: string })[]
}

/**
 * Every number, period, word and condition of each rule at work changed a little, one at a time, and the cases tried again. A
 * threshold must be noticed by a case of its own rule, a word or condition by any.
 */
export const mutationTest = (plugin: PluginDocument): MutationTest => {
  const enabled = plugin.rules.filter((rule) => rule.enabled !== false)
  const tried = new Set<string>()
  const passing = (rule: Rule, mutants: readonly Mutant[], judges: readonly Rule[], scope: string) =>
    mutants
      .filter(({ path, to }) => isFresh(tried, JSON.stringify([scope, path, to])))
      .filter((mutant) => !judges.some((judge) => breaks(mutant.plugin, judge)))
      .map(({ path, from, to }) => ({ rule: rule.id, path, from, to }))
  const unnoticed = enabled.flatMap((rule) => [
    ...passing(rule, thresholdMutants(plugin, rule), [rule], rule.id),
    ...passing(rule, wordMutants(plugin, rule), [rule, ...enabled], ''),
  ])
  return { tried: tried.size, unnoticed }
}

/** Whether this is seen for the first time: what several rules share is tried once. */
const isFresh = (seen: Set<string>, change: string): boolean => !seen.has(change) && seen.add(change).has(change)
