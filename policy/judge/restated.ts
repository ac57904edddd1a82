import { effectOrder } from '../law/rule.ts'
import type { Day } from '../time/day.ts'
import type { Finding, Span } from './finding.ts'

/** What is shown once where two rules say the same of one subject: a finding of a person, of two people, of a team. */
export type Restatable = Pick<Finding, 'id' | 'rule' | 'effect' | 'spans'>

/** Which rules a rule says again, by full ids. */
export type Restates = (finding: Restatable) => readonly string[]

export const sameStay = (a: Finding, b: Finding): boolean => a.key.join('\u0000') === b.key.join('\u0000')

/** What is read off assessments, each thing said once. A rule that was stopped says nothing again: it stands beside the others. */
export const shownOf = <A extends { readonly stopped?: number }, F extends Restatable>(
  assessments: readonly A[],
  read: (assessment: A) => readonly F[],
  restates: Restates,
  sameSubject: (a: F, b: F) => boolean,
): readonly F[] => {
  const computed = assessments.filter(({ stopped }) => stopped === undefined)
  const shown = showOnce(computed.flatMap(read), restates, sameSubject)
  if (computed.length === assessments.length) return shown
  return [...shown, ...assessments.filter(({ stopped }) => stopped !== undefined).flatMap(read)]
}

/**
 * Where a rule says a superior one again, the officer sees one finding with both citations: on the days both stand alike, the
 * spans of the superior finding name the one they are shown with. A weaker or otherwise standing restatement hides nothing.
 */
const showOnce = <F extends Restatable>(
  findings: readonly F[],
  restates: Restates,
  sameSubject: (a: F, b: F) => boolean,
): readonly F[] => {
  const restating = findings.filter((finding) => restates(finding).length > 0)
  if (restating.length === 0) return findings
  return findings.map((superior) => {
    const by = restating.filter(
      (lower) => restates(lower).includes(superior.rule) && isNoWeaker(lower, superior) && sameSubject(lower, superior),
    )
    return by.length === 0 ? superior : { ...superior, spans: superior.spans.flatMap((span) => shown(span, by)) }
  })
}

const isNoWeaker = (lower: Restatable, superior: Restatable): boolean =>
  lower !== superior && effectOrder.indexOf(lower.effect) <= effectOrder.indexOf(superior.effect)

/** Where the restatement would be due later, or never, the superior's own day has to be seen. */
const isDueAsSoon = (lower: Span, superior: Span): boolean =>
  superior.dueBy === null || (lower.dueBy !== null && lower.dueBy <= superior.dueBy)

/** The span cut where a restating finding begins or ends to stand alike. */
const shown = (span: Span, by: readonly Restatable[]): readonly Span[] => {
  const alike = by.flatMap((lower) =>
    lower.spans
      .filter((other) => other.status === span.status && other.from < span.to && span.from < other.to)
      .filter((other) => isDueAsSoon(other, span))
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
