import type { DivisionLevel } from '../facts/vocabulary.ts'
import { isNeverShorter, parsePeriod } from '../time/period.ts'
import type { ParameterValue } from './dated.ts'
import { parseFraction } from './fraction.ts'
import { fits, needsOf } from './need.ts'
import type { PluginDocument } from './plugin.ts'
import type { Delegation, DelegationBound, Rule } from './rule.ts'

/** Who would set a superior's parameter: a document of this level, at a place that is an autonomous area or not. */
export interface Delegate {
  readonly level: DivisionLevel
  readonly autonomous: boolean
}

/** What a rule lets lower levels set. No exemption delegates: what loosens is the superior's alone. */
export const delegationsOf = (rule: Rule): readonly Delegation[] =>
  rule.kind === 'exemption' ? [] : (rule.delegable ?? [])

/** What of a parameter the rule lets these set. */
export const openTo = (rule: Rule, parameter: string, { level, autonomous }: Delegate): readonly Delegation[] =>
  delegationsOf(rule).filter(
    (delegation) =>
      delegation.parameter === parameter &&
      delegation.to.includes(level) &&
      (delegation.areas === undefined || autonomous),
  )

/** Whether a rule lets a lower document judge it with this value: delegated to its level and place, of the right type, in range. */
export const maySet = (
  plugin: PluginDocument,
  rule: Rule,
  parameter: string,
  value: ParameterValue,
  by: Delegate,
): boolean =>
  openTo(rule, parameter, by).some((delegation) => isWithin(value, delegation)) &&
  needsOf(plugin, rule, parameter).every((needs) => fits(value, needs))

/** Whether a value keeps to the bounds. One that cannot be compared with a bound does not. */
export const isWithin = (value: ParameterValue, { min, max }: Pick<Delegation, 'min' | 'max'>): boolean =>
  (min === undefined || isNoLess(value, min)) && (max === undefined || isNoMore(value, max))

const isNoLess = (value: ParameterValue, min: DelegationBound): boolean => {
  if (isList(min)) return min.every((word) => wordsOf(value)?.includes(word))
  return isList(value) ? false : (compares(value, min) ?? false)
}

const isNoMore = (value: ParameterValue, max: DelegationBound): boolean => {
  if (isList(max)) return wordsOf(value)?.every((word) => max.includes(word)) ?? false
  return typeof value === 'object' ? false : (compares(max, value) ?? false)
}

/** Whether the first is no less than the second whatever day one starts from; `null` where the two cannot be compared. */
const compares = (a: ParameterValue, b: ParameterValue): boolean | null => {
  if (typeof a === 'number' && typeof b === 'number') return a >= b
  if (typeof a !== 'string' || typeof b !== 'string') return null
  const [p, q] = [parsePeriod(a), parsePeriod(b)]
  if (p !== null && q !== null) return isNeverShorter(p, q)
  const [x, y] = [parseFraction(a), parseFraction(b)]
  return x !== null && y !== null ? x.p * y.q >= y.p * x.q : null
}

/** A list of words; a single word is a list of one. */
const wordsOf = (value: ParameterValue): readonly string[] | null =>
  typeof value === 'string' ? [value] : isList(value) ? value : null

const isList = (value: ParameterValue | DelegationBound): value is readonly string[] => Array.isArray(value)
