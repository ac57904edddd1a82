import type { DivisionLevel } from '../../facts/vocabulary.ts'
import type { DatedValue, Parameter, ParameterValue } from '../../law/dated.ts'
import type { Delegation, DelegationBound, Rule } from '../../law/rule.ts'
import { isNoLonger } from './span-of-time.ts'
import type { SuperiorRule } from './superior-rules.ts'

export type DelegationVerdict = 'allowed' | 'NOT_DELEGABLE' | 'OUT_OF_RANGE'

/** Whether a superior rule lets a level set a parameter so. Whether an area is autonomous is for the place to say. */
export const delegationVerdict = (
  superior: SuperiorRule,
  parameter: string,
  { values }: Parameter,
  level: DivisionLevel,
  autonomous: boolean,
): DelegationVerdict => {
  const granted = grantedBy(superior.rule, parameter, level, autonomous)
  if (granted.length === 0) return 'NOT_DELEGABLE'
  const inRange = ({ value }: DatedValue) =>
    value === null || granted.some((delegation) => isInRange(value, delegation))
  return values.every(inRange) ? 'allowed' : 'OUT_OF_RANGE'
}

/** What of a parameter a rule lets a level set. */
export const grantedBy = (
  rule: Rule,
  parameter: string,
  level: DivisionLevel,
  autonomous: boolean,
): readonly Delegation[] =>
  delegationsOf(rule).filter(
    ({ parameter: name, to, areas }) => name === parameter && to.includes(level) && (areas === undefined || autonomous),
  )

export const delegationsOf = (rule: Rule): readonly Delegation[] =>
  rule.kind === 'exemption' ? [] : (rule.delegable ?? [])

const isInRange = (value: ParameterValue, { min, max }: Delegation): boolean =>
  (min === undefined || isAtLeast(value, min)) && (max === undefined || isAtMost(value, max))

/** Of a list: it holds all of these words. */
const isAtLeast = (value: ParameterValue, min: DelegationBound): boolean => {
  if (typeof value === 'number') return typeof min === 'number' && value >= min
  if (typeof value === 'string') return typeof min === 'string' && isNoLonger(min, value)
  return isWords(value) && isWords(min) && min.every((word) => value.includes(word))
}

/** Of a list: it holds none but these. */
const isAtMost = (value: ParameterValue, max: DelegationBound): boolean => {
  if (typeof value === 'number') return typeof max === 'number' && value <= max
  if (typeof value === 'string') return typeof max === 'string' && isNoLonger(value, max)
  return isWords(value) && isWords(max) && value.every((word) => max.includes(word))
}

const isWords = (value: unknown): value is readonly string[] => Array.isArray(value)
