import type { Rule } from '../../../law/rule.ts'
import type { DatedRule } from '../../compiled-rule.ts'
import type { DatedClauses } from '../dated-clauses.ts'
import type { Effort } from '../lower-document.ts'

type Dated = DatedRule<Rule, DatedClauses>

/** Of documents far larger than any that people write, the rest goes unread. */
export const affords = (effort: Effort, one: Dated, other: Dated): boolean => {
  effort.comparisons -= 1 + alternatives(one) * alternatives(other)
  return effort.comparisons > 0
}

const alternatives = ({ pieces }: Dated): number => Math.max(0, ...pieces.map(({ clauses }) => clauses?.length ?? 0))

/** What serves another end, or counts for a person and not a post, is told beside. */
export const sameAim = (a: Rule, b: Rule): boolean =>
  a.kind === b.kind &&
  (a.kind !== 'rotation' || b.kind !== 'rotation' || (a.coreType === b.coreType && a.per.join() === b.per.join()))
