import type { Condition } from '../law/condition.ts'
import type { ParameterValue } from '../law/dated.ts'
import type { PluginDocument } from '../law/plugin.ts'
import { type Day, day } from '../time/day.ts'
import type { LocalValues } from './delegation/local-values.ts'

/** A piece of a document in which every named parameter is replaced by the value in force. */
export type Resolved<T> = T extends { readonly param: string }
  ? never
  : T extends readonly [infer A, infer B]
    ? readonly [Resolved<A>, Resolved<B>]
    : T extends readonly (infer E)[]
      ? readonly Resolved<E>[]
      : T extends object
        ? { readonly [K in keyof T]: Resolved<T[K]> }
        : T

/** Days `[from, to)` on which every dated parameter a rule names is constant, with the values of these days. */
export interface ConstantPiece {
  readonly from: Day
  readonly to: Day
  readonly values: ReadonlyMap<string, ParameterValue>
}

/** Follows `ref` to the named condition; documents are checked to be acyclic. */
export const definitionOf = (document: PluginDocument, name: string): Condition => {
  const condition = document.definitions[name]
  if (condition === undefined) throw new RangeError(`The document defines no condition \`${name}\`.`)
  return condition
}

/** The names of the parameters a condition (or any part of a rule) reads, through its definitions. */
export const parametersOf = (
  part: unknown,
  document: PluginDocument,
  found = new Set<string>(),
): ReadonlySet<string> => {
  if (Array.isArray(part)) for (const member of part) parametersOf(member, document, found)
  else if (typeof part === 'object' && part !== null) {
    for (const [key, value] of Object.entries(part)) {
      if (key === 'param' && typeof value === 'string') found.add(value)
      else if (key === 'ref' && typeof value === 'string') parametersOf(definitionOf(document, value), document, found)
      else parametersOf(value, document, found)
    }
  }
  return found
}

/**
 * The constant pieces of the named parameters, with the values set below in their place where there are any, earliest first. Days on which one of them has no value (before the first, or
 * repealed) belong to no piece: there the rule says nothing.
 */
export const constantPieces = (
  names: Iterable<string>,
  document: PluginDocument,
  local?: LocalValues,
): readonly ConstantPiece[] => {
  const series = [...names].map((name) => ({
    name,
    values: local?.get(name) ?? document.parameters[name]?.values ?? [],
  }))
  const starts = new Set<Day>(series.length === 0 ? [-Infinity] : [])
  for (const { values } of series) for (const value of values) starts.add(day(value.from))
  const bounds = [...starts].sort((a, b) => a - b)
  return bounds.flatMap((from, i) => {
    const values = new Map<string, ParameterValue>()
    for (const { name, values: dated } of series) {
      const current = dated.findLast((v) => day(v.from) <= from)
      if (current === undefined || current.value === null) return []
      values.set(name, current.value)
    }
    return [{ from, to: bounds[i + 1] ?? Infinity, values }]
  })
}

/** The part with the values of a piece put in. INVARIANT: the document was checked, so values fit where they are named. */
export const resolve = <T>(part: T, { values }: Pick<ConstantPiece, 'values'>): Resolved<T> =>
  substitute(part, values) as Resolved<T>

const substitute = (part: unknown, values: ReadonlyMap<string, ParameterValue>): unknown => {
  if (Array.isArray(part)) return part.map((member) => substitute(member, values))
  if (typeof part !== 'object' || part === null) return part
  if ('param' in part && typeof part.param === 'string') {
    const value = values.get(part.param)
    if (value === undefined) throw new RangeError(`The document has no parameter \`${part.param}\` in force here.`)
    return value
  }
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, substitute(value, values)]))
}

/** A condition with its values, definitions followed, and what it combines. */
export interface ResolvedTree {
  readonly condition: Resolved<Condition>
  readonly children: readonly ResolvedTree[]
}

/** The condition as a tree to read, whatever kind of rule it belongs to. */
export const resolvedTree = (condition: Condition, document: PluginDocument, piece: ConstantPiece): ResolvedTree => {
  if ('ref' in condition) return resolvedTree(definitionOf(document, condition.ref), document, piece)
  const below = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  const children = 'not' in condition ? [condition.not] : [...below, ...membersAsked(condition)]
  return {
    condition: resolve(condition, piece),
    children: children.map((child) => resolvedTree(child, document, piece)),
  }
}

/** What is asked about each member of a team. */
const membersAsked = (condition: Condition): readonly Condition[] => {
  const who = 'share' in condition ? condition.share.who : 'count' in condition ? condition.count.who : undefined
  return who === undefined ? [] : [who]
}
