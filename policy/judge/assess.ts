import { v5 as uuidv5 } from 'uuid'
import { chainDays } from '../facts/authority.ts'
import { heldDays } from '../facts/held.ts'
import type { PersonFacts, Setting } from '../facts/person.ts'
import { daysToRetirement } from '../facts/retirement.ts'
import { type Stay, staysOf } from '../facts/stays.ts'
import type { Dim } from '../facts/vocabulary.ts'
import type { ExemptionRule } from '../law/rule.ts'
import type { Day } from '../time/day.ts'
import { daysFrom, intersect, noDays, runs } from '../time/days.ts'
import { both, either, negated, never, type Truth } from '../time/truth.ts'
import { type CompiledRule, pieceOn, ruleDays, wholePerson } from './compiled-rule.ts'
import { countedFacts } from './counted.ts'
import type { Finding } from './finding.ts'
import type { RotationLine, RuleLine } from './rule-book.ts'
import { type Reach, spansOf } from './spans.ts'
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

/** UUID namespace of finding ids. */
const namespace = '6f1c1d5e-3f0e-5a53-9d0e-1b6a4c0f7c11'

/** Judges one person under every rule of the book. */
export const assess = (person: PersonFacts, book: readonly RotationLine[], setting: Setting): readonly Assessment[] => {
  const stays = remembered((per: string) =>
    staysOf(person.pieces, per === '' ? [] : (per.split(',') as Dim[]), setting),
  )
  const chain = remembered((jurisdiction: string) => chainDays(person, jurisdiction, setting.divisions))
  const serving = remembered((_: string) => negated(daysToRetirement(person, { months: 0, days: 1 })))
  return book.flatMap((line) => {
    if (!mayBeOnChain(person, line.jurisdiction, setting)) return []
    return stays(line.per.join()).flatMap((stay, i, all) => {
      const subject: Subject = { person, stay, setting, own: line.jurisdiction }
      const wanted = line.versions.map((version) => ruleDays(version, subject)).reduce(either, never)
      if (wanted.possibly.length === 0) return []
      const retires = line.versions.some((version) => version.rule.action === 'retire')
      const cuts = [chain(line.jurisdiction), existence(stay), ...(retires ? [] : [serving('')])]
      const due = cuts.reduce(both, wanted)
      if (due.possibly.length === 0) return []
      const reaches = line.reachedBy.map((exemption) => reachOf(exemption, subject, chain(exemption.jurisdiction)))
      return [{ line, subject, branch: branchOf(stay, all.slice(0, i)), due, reaches }]
    })
  })
}

/** Asked before any day is computed: someone who never served below a jurisdiction is nobody of its policy. */
const mayBeOnChain = ({ pieces, authorities }: PersonFacts, jurisdiction: string, { divisions }: Setting): boolean =>
  pieces.some(({ authority }) => divisions.chain(authority).includes(jurisdiction)) ||
  authorities.some((row) => divisions.chain(row.jurisdiction).includes(jurisdiction))

const branchOf = (stay: Stay, earlier: readonly Stay[]): number => {
  const origin = stay.origin.join()
  return earlier.filter((other) => other.origin.join() === origin).length
}

const remembered = <V>(compute: (key: string) => V): ((key: string) => V) => {
  const known = new Map<string, V>()
  return (key) => {
    const value = known.get(key) ?? compute(key)
    known.set(key, value)
    return value
  }
}

/** Days the subject exists: some piece of the stay is held, in whatever capacity. */
const existence = ({ pieces, doubtful }: Stay): Truth =>
  heldDays(pieces, (piece) => (doubtful.has(piece) ? 'unknown' : 'yes'))

const reachOf = (exemption: RuleLine<ExemptionRule>, subject: Subject, onChain: Truth): Reach => {
  const days = exemption.versions
    .map((version) => exemptDays(version, subject, exemption.jurisdiction))
    .reduce(either, never)
  const defers = exemption.versions.every((version) => version.rule.class === 'DEFER')
  return { id: exemption.id, defers, days: both(days, onChain) }
}

/**
 * An exemption is judged about the person, or about each post-stay the reached stay is made of, on the days it is held (S8). A
 * post-stay that belongs there only doubtfully exempts only possibly.
 */
const exemptDays = (version: CompiledRule<ExemptionRule>, subject: Subject, own: string): Truth => {
  const { person, setting, stay } = subject
  if (version.rule.per === undefined) return ruleDays(version, wholePerson(person, own, setting))
  return staysOf(person.pieces, version.rule.per, setting)
    .map((post) => {
      const shared = post.pieces.filter((piece) => stay.pieces.includes(piece))
      if (shared.length === 0) return never
      const days = both(ruleDays(version, { person, setting, own, stay: post }), existence(post))
      return shared.every((piece) => stay.doubtful.has(piece)) ? { ...days, surely: noDays } : days
    })
    .reduce(either, never)
}

/** The findings of an assessment: one for each maximal interval of possibly-due days (S22). */
export const findingsOf = (assessment: Assessment): readonly Finding[] => {
  const { line, subject, branch, due, reaches } = assessment
  const name = [line.jurisdiction, line.id, subject.person.id, ...subject.stay.origin, ...(branch > 0 ? [branch] : [])]
  const seen = new Map<string, number>()
  return [...runs(due.possibly)].map(([from, to]) => {
    const version = versionFor(line, from, to)
    const within = (since: Day) => pieceOn(version, since)?.within ?? null
    const counted = countedFacts(version, subject, from, to)
    const first = counted[0]?.id ?? ''
    const occurrence = seen.get(first) ?? 0
    seen.set(first, occurrence + 1)
    return {
      id: uuidv5([...name, first, occurrence].join(), namespace),
      rule: line.id,
      catalogueId: version.rule.catalogueId,
      effect: version.rule.effect,
      jurisdiction: line.jurisdiction,
      digest: version.installation.digest,
      person: subject.person.id,
      key: subject.stay.key,
      from,
      to,
      spans: spansOf(from, to, due, reaches, within),
      counted,
    }
  })
}

/** The latest version whose days meet the finding's. */
export const versionFor = (line: RotationLine, from: Day, to: Day) => {
  const meets = line.versions.findLast((v) => intersect(daysFrom(v.from, v.to), daysFrom(from, to)).length > 0)
  const version = meets ?? line.versions[0]
  if (version === undefined) throw new RangeError(`Rule \`${line.id}\` has no version.`)
  return version
}
