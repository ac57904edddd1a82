import type { Stay } from '../facts/stays.ts'
import { heldAtAll } from '../facts/stays.ts'
import type { ExemptionRule } from '../law/rule.ts'
import { noDays } from '../time/days.ts'
import { both, either, never, type Truth, within } from '../time/truth.ts'
import { type CompiledRule, ruleDays } from './compiled-rule.ts'
import { stepsOf } from './fuel.ts'
import type { PersonDays } from './person-days.ts'
import type { Reaching } from './rule-book.ts'
import type { Subject } from './subject.ts'

/** An exemption that reaches the duty, and the days it holds. */
export interface Reach {
  readonly id: string
  readonly defers: boolean
  readonly days: Truth
}

/** An exemption is about the person, the same for all her stays, or about each post-stay the reached stay is made of (S8). */
export const reachOf = ({ exemption, on }: Reaching, subject: Subject, days: PersonDays): Reach => {
  let exempt = days.exempt(exemption)
  for (const version of exemption.versions) {
    if (version.rule.per === undefined) continue
    for (const post of days.stays(version.rule.per)) {
      days.fuel.charge(exemption.account, stepsOf(version.weight, { ...subject, stay: post }))
      const held = exemptPost(version, post, { ...subject, own: exemption.jurisdiction })
      exempt = either(exempt, both(held, days.chain(exemption.governs)))
    }
  }
  const defers = exemption.versions.every(({ rule }) => rule.class === 'DEFER')
  return { id: exemption.id, defers, days: on === null ? exempt : within(exempt, on) }
}

/**
 * A post-stay exempts the stay it is part of, on the days it is held. One that shares only doubtful service with it exempts
 * only possibly.
 */
const exemptPost = (version: CompiledRule<ExemptionRule>, post: Stay, subject: Subject): Truth => {
  const { pieces, doubtful } = subject.stay
  const shared = post.pieces.filter((piece) => pieces.includes(piece))
  if (shared.length === 0) return never
  const days = both(ruleDays(version, { ...subject, stay: post }), heldAtAll(post))
  const isDoubtful = shared.every((piece) => doubtful.has(piece) || post.doubtful.has(piece))
  return isDoubtful ? { ...days, surely: noDays } : days
}
