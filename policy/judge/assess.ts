import { sameKey } from '../facts/key-groups.ts'
import type { PersonFacts, Setting } from '../facts/person.ts'
import { heldAtAll, type Stay } from '../facts/stays.ts'
import { both, either, never, type Truth } from '../time/truth.ts'
import { ruleDays } from './compiled-rule.ts'
import { PersonDays } from './person-days.ts'
import { type Reach, reachOf } from './reach.ts'
import type { RotationLine } from './rule-book.ts'
import type { Subject } from './subject.ts'

/** One subject under one rule: everything its findings, and their explanations, are read off. */
export interface Assessment {
  readonly line: RotationLine
  readonly subject: Subject
  /** Counts the stays that go on from the same first key: what one post was divided into, held one after the other. */
  readonly branch: number
  /** Days the duty binds, all cuts made. */
  readonly due: Truth
  readonly reaches: readonly Reach[]
}

/** Judges one person under every rule of the book. */
export const assess = (person: PersonFacts, book: readonly RotationLine[], setting: Setting): readonly Assessment[] => {
  const days = new PersonDays(person, setting)
  const assessments: Assessment[] = []
  for (const line of book) {
    if (!days.mayBeJudged(line.governs)) continue
    const stays = days.stays(line.per)
    for (const stay of stays) {
      const subject: Subject = { person, stay, setting, own: line.jurisdiction }
      const due = dueDays(line, subject, days)
      if (due.possibly.length === 0) continue
      const reaches = line.reachedBy.map((exemption) => reachOf(exemption, subject, days))
      assessments.push({ line, subject, branch: branchOf(stay, stays), due, reaches })
    }
  }
  return assessments
}

/** Days the rule wants of the subject, inside the days its jurisdiction judges the person, the subject exists, and they serve. */
const dueDays = ({ versions, governs }: RotationLine, subject: Subject, days: PersonDays): Truth => {
  let due = never
  for (const version of versions) due = either(due, ruleDays(version, subject))
  if (due.possibly.length === 0) return never
  due = both(both(due, days.chain(governs)), heldAtAll(subject.stay))
  if (due.possibly.length === 0 || versions.some((version) => version.rule.action === 'retire')) return due
  return both(due, days.serving())
}

/** How many stays before this one go on from the same first key. */
const branchOf = (stay: Stay, all: readonly Stay[]): number => {
  let branch = 0
  for (const other of all) {
    if (other === stay) return branch
    if (sameKey(other.origin, stay.origin)) branch += 1
  }
  return branch
}
