import { sameKey } from '../facts/key-groups.ts'
import type { PersonFacts, Setting } from '../facts/person.ts'
import { heldAtAll, type Stay } from '../facts/stays.ts'
import type { RotationRule } from '../law/rule.ts'
import { both, either, never, type Truth } from '../time/truth.ts'

import { type CompiledRule, ruleDays } from './compiled-rule.ts'
import { holdsAsRead, readingsOf, versionsAsRead } from './delegation/reading.ts'
import { stepsOf } from './fuel.ts'

import { PersonDays } from './person-days.ts'
import { type Reach, reachOf } from './reach.ts'
import type { Reaching, RotationLine } from './rule-book.ts'
import { stoppedAssessment } from './stopped.ts'
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
  /** The steps its plugin was allowed and exceeded: the days are those on which the rule could bind, and nothing was computed. */
  readonly stopped?: number
}

/** Judges one person under every rule of the book. */
export const assess = (
  person: PersonFacts,
  book: readonly RotationLine[],
  setting: Setting,
  budget: number,
): readonly Assessment[] => {
  const days = new PersonDays(person, setting, budget)
  const { fuel } = days
  const assessments: Assessment[] = []
  const lines: RotationLine[] = []
  for (const line of book) {
    if (!days.mayBeJudged(line.governs) || fuel.isStopped(line.account)) continue
    const stays = days.stays(line.per)
    for (const stay of stays) {
      const subject: Subject = { person, stay, setting, own: line.jurisdiction }
      const before = fuel.spentOn(line.account)
      const { judged, bound } = line.locals === null ? plainly(line, subject, days) : locally(line, subject, days)
      const due = dueDays(judged, bound, subject, days)
      // Each interval becomes a finding, whose counted facts are read again.
      fuel.charge(line.account, ((fuel.spentOn(line.account) - before) * due.possibly.length) / 2)
      if (fuel.isStopped(line.account)) break
      if (due.possibly.length === 0) continue
      const reaches = line.reachedBy.map((reaching) => reachOf(reaching, subject, days))
      lines.push(line)
      assessments.push({ line: judged, subject, branch: branchOf(stay, stays), due, reaches })
    }
  }
  return fuel.isAnyStopped() ? withoutStopped(assessments, lines, person, book, setting, days) : assessments
}

/**
 * A stopped plugin is stopped whole, whatever of it had been judged by then: its rules are open, and those of others stand as if
 * it were not installed. So nobody loosens a superior duty by an exemption that cannot be computed.
 */
const withoutStopped = (
  assessments: readonly Assessment[],
  lines: readonly RotationLine[],
  person: PersonFacts,
  book: readonly RotationLine[],
  setting: Setting,
  days: PersonDays,
): readonly Assessment[] => {
  const isStopped = ({ account }: { readonly account: number }) => days.fuel.isStopped(account)
  return book.flatMap((line) => {
    if (isStopped(line)) return days.mayBeJudged(line.governs) ? [stoppedAssessment(line, person, setting, days)] : []
    const mine = assessments.filter((_, i) => lines[i] === line)
    const isOut = ({ exemption }: Reaching) => isStopped(exemption)
    if (!line.reachedBy.some(isOut)) return mine
    return mine.map((assessment) => ({
      ...assessment,
      line: { ...assessment.line, reachedBy: line.reachedBy.filter((reaching) => !isOut(reaching)) },
      reaches: assessment.reaches.filter((_, i) => !line.reachedBy.slice(i, i + 1).some(isOut)),
    }))
  })
}

/** Every version of every rule with the values it judges this person by, each on its days. */
export const rulesFor = (
  person: PersonFacts,
  book: readonly RotationLine[],
  setting: Setting,
): readonly CompiledRule<RotationRule>[] => {
  const days = new PersonDays(person, setting)
  return book.flatMap((line) =>
    line.locals === null
      ? line.versions
      : versionsAsRead(
          readingsOf(line, days, () => never),
          line.versions,
        ),
  )
}

/** A rule as it judges a subject, and the days it wants of them before any cut. */
interface Bound {
  readonly judged: RotationLine
  readonly bound: Truth
}

const plainly = (line: RotationLine, subject: Subject, days: PersonDays): Bound => ({
  judged: line,
  bound: boundDays(line, line.versions, subject, days),
})

/** With the values of the places on the person's chain that set some. */
const locally = (line: RotationLine, subject: Subject, days: PersonDays): Bound => {
  const readings = readingsOf(line, days, (versions) => boundDays(line, versions, subject, days))
  return { judged: { ...line, versions: versionsAsRead(readings, line.versions) }, bound: holdsAsRead(readings) }
}

const boundDays = (
  { account }: RotationLine,
  versions: RotationLine['versions'],
  subject: Subject,
  { fuel }: PersonDays,
): Truth => {
  let bound = never
  for (const version of versions) {
    fuel.charge(account, stepsOf(version.weight, subject))
    bound = either(bound, ruleDays(version, subject))
  }
  return bound
}

/** The days bound, inside those its jurisdiction judges the person, the subject exists, and they serve. */
const dueDays = ({ versions, governs }: RotationLine, bound: Truth, subject: Subject, days: PersonDays): Truth => {
  if (bound.possibly.length === 0) return never
  const due = both(both(bound, days.chain(governs)), heldAtAll(subject.stay))
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
