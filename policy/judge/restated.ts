import { effectOrder } from '../law/rule.ts'
import type { Day } from '../time/day.ts'
import type { Finding, Span } from './finding.ts'

/** Which rules a rule says again, by full ids. */
export type Restates = (finding: Finding) => readonly string[]

/**
 * Where a rule says a superior one again, the officer sees one finding with both citations: on the days both stand alike, the
 * spans of the superior finding name the one they are shown with. A weaker or otherwise standing restatement hides nothing.
 */
export const groupRestated = (findings: readonly Finding[], restates: Restates): readonly Finding[] => {
  const restating = findings.filter((finding) => restates(finding).length > 0)
  if (restating.length === 0) return findings
  return findings.map((superior) => {
    const by = restating.filter((lower) => restates(lower).includes(superior.rule) && saysTheSame(lower, superior))
    return by.length === 0 ? superior : { ...superior, spans: superior.spans.flatMap((span) => shown(span, by)) }
  })
}

const saysTheSame = (lower: Finding, superior: Finding): boolean =>
  lower !== superior &&
  lower.key.join('\u0000') === superior.key.join('\u0000') &&
  effectOrder.indexOf(lower.effect) <= effectOrder.indexOf(superior.effect)

/** The span cut where a restating finding begins or ends to stand alike. */
const shown = (span: Span, by: readonly Finding[]): readonly Span[] => {
  const alike = by.flatMap((lower) =>
    lower.spans
      .filter((other) => other.status === span.status && other.from < span.to && span.from < other.to)
      .map((other) => ({ id: lower.id, from: other.from, to: other.to })),
  )
  const bounds = new Set<Day>([span.from])
  for (const { from, to } of alike) for (const d of [from, to]) if (span.from < d && d < span.to) bounds.add(d)
  const cuts = [...bounds].sort((a, b) => a - b)
  return cuts.map((from, i) => {
    const to = cuts[i + 1] ?? span.to
    const shownWith = alike.find((other) => other.from <= from && from < other.to)?.id ?? null
    return { ...span, from, to, shownWith }
  })
}
