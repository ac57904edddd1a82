import type { Condition, Where } from './condition.ts'
import type { PluginDocument } from './plugin.ts'
import { conditionOf, type Rule } from './rule.ts'
import { childrenOf, parametersOf } from './walk.ts'

/** What judging a person by a document costs, in comparisons of one piece of a career with one condition. */
export interface PluginCost {
  readonly total: number
  /** Every rule, dearest first. */
  readonly rules: readonly { readonly rule: string; readonly cost: number }[]
}

/** How large a condition is, definitions followed and counted each time they are used. */
export interface Measure {
  readonly nodes: number
  readonly depth: number
  readonly leaves: number
  /** Of judging it once, under one set of values. */
  readonly cost: number
}

/** Subjects a person is judged as, by a rule that has one for each of her posts: so often a condition about the whole career is asked. */
const keys = 8
/** Words of a list that are compared in the time of one condition. */
const wordsAtOnce = 8
/** Costs are counted no further: nobody could pay them. */
const beyond = 1e12

/**
 * The static cost of semantics.md §4.1: over all nodes of a rule, constant pieces of its dated values times keys times intervals.
 * A definition is measured once and counted each time it is used, so that doubling references cost what they would cost and
 * nothing is expanded.
 */
export const costOf = (plugin: PluginDocument): PluginCost => {
  const measures = measuresOf(plugin)
  const rules = plugin.rules.map((rule) => ({ rule: rule.id, cost: measures.costOf(rule) }))
  return {
    total: capped(rules.reduce((sum, { cost }) => sum + cost, 0)),
    rules: rules.toSorted((a, b) => b.cost - a.cost),
  }
}

/** The measures of a document whose definitions form no ring. */
export const measuresOf = (plugin: PluginDocument) => {
  const known = new Map<string, Measure>()
  const read = new Map<string, ReadonlySet<string>>()

  const named = (name: string): Measure => {
    const before = known.get(name)
    if (before !== undefined) return before
    const target = definition(plugin, name)
    const found = target === undefined ? nothing : measure(target)
    known.set(name, found)
    return found
  }

  const measure = (condition: Condition): Measure => {
    if ('ref' in condition) {
      const { nodes, depth, leaves, cost } = named(condition.ref)
      return { nodes: capped(nodes + 1), depth: depth + 1, leaves, cost }
    }
    const below = childrenOf(condition).map(([, child]) => measure(child))
    if (below.length === 0) return { nodes: 1, depth: 1, leaves: 1, cost: leafCost(plugin, condition) }
    return combined(below)
  }

  const parametersRead = (condition: Condition): ReadonlySet<string> => {
    const names = new Set<string>()
    const refs = new Set<string>()
    gather(condition, names, refs)
    for (const ref of refs) for (const name of definitionReads(ref)) names.add(name)
    return names
  }

  const definitionReads = (name: string): ReadonlySet<string> => {
    const before = read.get(name)
    if (before !== undefined) return before
    const target = definition(plugin, name)
    const names = target === undefined ? new Set<string>() : parametersRead(target)
    read.set(name, names)
    return names
  }

  /** Constant sets of values the rule is judged under. */
  const datedPieces = (rule: Rule): number => {
    const starts = new Set<string>()
    const names = new Set(parametersRead(conditionOf(rule)))
    if (rule.kind === 'rotation' && typeof rule.deadline?.within === 'object') names.add(rule.deadline.within.param)
    for (const name of names)
      for (const { from } of Object.hasOwn(plugin.parameters, name) ? (plugin.parameters[name]?.values ?? []) : [])
        starts.add(from)
    return starts.size
  }

  const ofRule = (rule: Rule): Measure => measure(conditionOf(rule))

  return {
    ofRule,
    datedPieces,
    costOf: (rule: Rule): number => capped(ofRule(rule).cost * Math.max(1, datedPieces(rule))),
  }
}

const definition = ({ definitions }: PluginDocument, name: string): Condition | undefined =>
  Object.hasOwn(definitions, name) ? definitions[name] : undefined

const nothing: Measure = { nodes: 0, depth: 0, leaves: 0, cost: 0 }

/** Days of the children are merged one after the other: each merge passes over the intervals gathered so far. */
const combined = (below: readonly Measure[]): Measure => {
  let [nodes, depth, leaves, cost] = [1, 0, 0, 0]
  for (const child of below) {
    nodes += child.nodes
    depth = Math.max(depth, child.depth)
    leaves += child.leaves
    cost += child.cost + (below.length > 1 ? leaves : 0)
  }
  return { nodes: capped(nodes), depth: depth + 1, leaves: capped(leaves), cost: capped(cost) }
}

const capped = (n: number): number => Math.min(n, beyond)

/** Collects what a condition names, without following `ref`. */
const gather = (condition: Condition, names: Set<string>, refs: Set<string>): void => {
  if ('ref' in condition) refs.add(condition.ref)
  for (const { name } of parametersOf(condition)) names.add(name)
  for (const [, child] of childrenOf(condition)) gather(child, names, refs)
}

const leafCost = (plugin: PluginDocument, condition: Condition): number => {
  const words = wordsIn(plugin, condition)
  return (1 + Math.ceil(words / wordsAtOnce)) * (isAboutCareer(condition) ? keys : 1)
}

/** Whether it looks at the whole career whatever the subject is. */
const isAboutCareer = (condition: Condition): boolean =>
  'accumulated' in condition ||
  'happened' in condition ||
  'terms' in condition ||
  ('lasting' in condition && condition.lasting.along !== undefined)

/** Words its filters compare with, those of the longest value of each parameter it names among them. */
const wordsIn = (plugin: PluginDocument, condition: Condition): number =>
  parametersOf(condition).reduce(
    (sum, { name }) => sum + longest(plugin, name),
    filtersOf(condition).reduce((sum, list) => sum + list.length, 0),
  )

const longest = ({ parameters }: PluginDocument, name: string): number => {
  let most = 0
  for (const { value } of Object.hasOwn(parameters, name) ? (parameters[name]?.values ?? []) : [])
    if (typeof value === 'object' && value !== null) most = Math.max(most, Object.keys(value).length)
  return most
}

const filtersOf = (condition: Condition): readonly (readonly unknown[])[] =>
  Object.values(condition).flatMap((args: unknown) => {
    const own = listsOf(args)
    const where =
      typeof args === 'object' && args !== null && 'where' in args ? (args as { where?: Where }).where : null
    return [...own, ...listsOf(where)]
  })

const listsOf = (args: unknown): readonly (readonly unknown[])[] =>
  typeof args === 'object' && args !== null ? Object.values(args).filter((value) => Array.isArray(value)) : []
