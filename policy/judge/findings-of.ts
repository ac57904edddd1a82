import { parse as uuidBytes, v5 as uuidv5 } from 'uuid'
import type { Day } from '../time/day.ts'
import { runs } from '../time/days.ts'
import type { Assessment } from './assess.ts'
import { pieceOn } from './compiled-rule.ts'
import { countedFacts } from './counted.ts'
import type { Finding } from './finding.ts'
import { versionFor } from './rule-book.ts'
import { spansOf } from './spans.ts'

/** UUID namespace of finding ids. */
const namespace = uuidBytes('6f1c1d5e-3f0e-5a53-9d0e-1b6a4c0f7c11')
const utf8 = new TextEncoder()

/** The findings of an assessment: one for each maximal interval of possibly-due days (S22). */
export const findingsOf = (assessment: Assessment): readonly Finding[] => {
  const { line, subject, branch, due, reaches, stopped } = assessment
  const name = [
    line.jurisdiction,
    line.id,
    subject.person.id,
    ...subject.stay.origin,
    ...(branch > 0 ? [branch] : []),
  ].join()
  const seen = new Map<string, number>()
  return [...runs(due.possibly)].map(([from, to]) => {
    const version = versionFor(line, from, to)
    const within = (since: Day) => pieceOn(version, since)?.within ?? null
    const counted = stopped === undefined ? countedFacts(version, subject, from, to) : []
    const first = counted[0]?.id ?? ''
    const occurrence = seen.get(first) ?? 0
    seen.set(first, occurrence + 1)
    return {
      id: uuidv5(utf8.encode(`${name},${first},${occurrence}`), namespace),
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
