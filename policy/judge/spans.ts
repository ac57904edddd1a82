import type { Day } from '../time/day.ts'
import { daysFrom, has, intersect, runAt, runs } from '../time/days.ts'
import { addPeriod, type Period } from '../time/period.ts'
import type { Truth } from '../time/truth.ts'
import type { FindingStatus, Span } from './finding.ts'

/** An exemption that reaches the duty, and the days it holds. */
export interface Reach {
  readonly id: string
  readonly defers: boolean
  readonly days: Truth
}

/** The deadline a rule sets for a duty that surely binds since a day; `null` where it sets none. */
export type Within = (since: Day) => Period | null

/** The spans of one maximal interval of possibly-due days, by status (S8), with `since` (S22) and the deadline (S9). */
export const spansOf = (from: Day, to: Day, due: Truth, reaches: readonly Reach[], within: Within): readonly Span[] => {
  const bounds = [...boundsInside(from, to, [due, ...reaches.map((reach) => reach.days)])].sort((a, b) => a - b)
  const spans: Span[] = []
  bounds.forEach((start, i) => {
    const end = bounds[i + 1] ?? to
    const span = { from: start, to: end, ...standing(start, from, due, reaches, within) }
    const last = spans.at(-1)
    if (last?.status === span.status && last.since === span.since) spans[spans.length - 1] = merged(last, span)
    else spans.push(span)
  })
  return spans.map((span) => ({ ...span, dueBy: extended(span.dueBy, spans) }))
}

const merged = (a: Span, b: Span): Span => ({
  ...a,
  to: b.to,
  exemptions: [...new Set([...a.exemptions, ...b.exemptions])],
})

const boundsInside = (from: Day, to: Day, truths: readonly Truth[]): ReadonlySet<Day> => {
  const bounds = new Set<Day>([from])
  const inside = daysFrom(from, to)
  for (const { surely, possibly } of truths) {
    for (const side of surely === possibly ? [surely] : [surely, possibly]) {
      for (const [start, end] of runs(intersect(side, inside))) {
        bounds.add(start)
        if (end < to) bounds.add(end)
      }
    }
  }
  return bounds
}

const standing = (on: Day, from: Day, due: Truth, reaches: readonly Reach[], within: Within) => {
  const run = runAt(due.surely, on)
  const sure = reaches.filter((reach) => has(reach.days.surely, on))
  const possible = reaches.filter((reach) => has(reach.days.possibly, on))
  const status = statusOf(run !== null, sure, possible)
  const period = run === null ? null : within(run[0])
  return {
    status,
    since: run === null || status === 'UNDETERMINED' ? from : run[0],
    dueBy: run === null || period === null ? null : addPeriod(run[0], period),
    exemptions: (sure.length > 0 ? sure : possible).map((reach) => reach.id),
    shownWith: null,
  }
}

const statusOf = (sureDue: boolean, sure: readonly Reach[], possible: readonly Reach[]): FindingStatus => {
  if (sure.length > 0) return sure.every((reach) => reach.defers) ? 'DEFERRED' : 'EXEMPT'
  return sureDue && possible.length === 0 ? 'ACTIVE' : 'UNDETERMINED'
}

/** A deadline that falls inside a deferral moves to its end. */
const extended = (dueBy: Day | null, spans: readonly Span[]): Day | null => {
  if (dueBy === null) return null
  const deferral = spans.find((span) => span.status === 'DEFERRED' && span.from <= dueBy && dueBy < span.to)
  return deferral === undefined ? dueBy : deferral.to
}
