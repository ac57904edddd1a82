import type { Rule } from '../../law/rule.ts'
import { effectOrder } from '../../law/rule.ts'
import type { DatedRule } from '../compiled-rule.ts'
import { type DatedClauses, sharedPieces } from './dated-clauses.ts'
import { clauseImplies, isContradictory } from './leaf-implies.ts'
import { type Clause, combined } from './literal.ts'
import { isNoLonger } from './span-of-time.ts'

/**
 * Whether every day that fulfils one alternative fulfils the other, by what each literal says alone. Sound: never true where a
 * day tells otherwise; not complete: several literals together may say more than each (semantics §4.2).
 */
export const alternativesImply = (some: readonly Clause[] | null, other: readonly Clause[] | null): boolean =>
  some !== null &&
  other !== null &&
  some.length * other.length <= mostCompared &&
  some.every(
    (clause) =>
      isContradictory(clause) || other.some((wanted) => wanted.every((literal) => clauseImplies(clause, literal))),
  )

/** No two rules that people write have so many alternatives between them. */
const mostCompared = 4_096

type Dated = DatedRule<Rule, DatedClauses>

/** Whether wherever one rule binds the other does too, on every day of force they share. */
export const bindsWherever = (lower: Dated, superior: Dated, inScope: boolean): boolean =>
  sameAction(lower.rule, superior.rule) &&
  sharedPieces(superior, lower).every(
    ([s, l]) =>
      // Teams are counted alike when they are grouped alike; of single teams a lower rule may speak of fewer.
      s.together === l.together &&
      alternativesImply(inScope ? combined([s.clauses, l.scope], true) : s.clauses, l.clauses),
  )

/** Whether the effect is as strict, and what is to be done by a day is to be done as early. */
export const isNoWeaker = (lower: Dated, superior: Dated): boolean =>
  asStrict(lower.rule, superior.rule) && sharedPieces(superior, lower).every(([s, l]) => asSoon(l.within, s.within))

export const asStrict = (lower: Rule, superior: Rule): boolean =>
  lower.kind !== 'exemption' &&
  superior.kind !== 'exemption' &&
  effectOrder.indexOf(lower.effect) <= effectOrder.indexOf(superior.effect)

export const asSoon = (lower: string | null, superior: string | null): boolean =>
  superior === null || (lower !== null && isNoLonger(lower, superior))

/** Duties to move and to retire bind on other days of a life. */
const sameAction = (a: Rule, b: Rule): boolean =>
  a.kind === b.kind && (a.kind !== 'rotation' || b.kind !== 'rotation' || (a.action ?? 'move') === (b.action ?? 'move'))
