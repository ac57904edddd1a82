import type { Day } from '../time/day.ts'
import { type Days, has, meets, runAt } from '../time/days.ts'
import { addPeriod, type Period } from '../time/period.ts'
import { isCertain, type Truth } from '../time/truth.ts'
import type { FindingStatus, Span } from './finding.ts'
import type { Reach } from './reach.ts'

/** The deadline a rule sets for a duty that surely binds since a day; `null` where it sets none. */
export type Within = (since: Day) => Period | null

/** The spans of one maximal interval of possibly-due days, by status (S8), with `since` (S22) and the deadline (S9). */
export const spansOf = (from: Day, to: Day, due: Truth, all: readonly Reach[], within: Within): readonly Span[] => {
  const reaches = all.filter((reach) => meets(reach.days.possibly, from, to))
  const bounds = boundsInside(from, to, due, reaches)
  const spans: Span[] = []
  for (const [i, start] of bounds.entries()) {
    const span = standing(start, bounds[i + 1] ?? to, from, due, reaches, within)
    const last = spans.at(-1)
    if (last?.status === span.status && last.since === span.since) spans[spans.length - 1] = merged(last, span)
    else spans.push(span)
  }
  if (!spans.some(({ status }) => status === 'DEFERRED')) return spans
  return spans.map((span) => ({ ...span, dueBy: extended(span.dueBy, spans) }))
}

const merged = (a: Span, b: Span): Span => ({
  ...a,
  to: b.to,
  exemptions: [...new Set([...a.exemptions, ...b.exemptions])],
})

/** The days, earliest first, on which something begins or ends inside `[from, to)`, its first day included. */
const boundsInside = (from: Day, to: Day, due: Truth, reaches: readonly Reach[]): readonly Day[] => {
  const bounds = [from]
  addInside(bounds, due.surely, from, to)
  for (const { days } of reaches) {
    addInside(bounds, days.possibly, from, to)
    if (!isCertain(days)) addInside(bounds, days.surely, from, to)
  }
  return bounds.length === 1 ? bounds : [...new Set(bounds)].sort((a, b) => a - b)
}

const addInside = (bounds: Day[], days: Days, from: Day, to: Day): void => {
  for (const bound of days) if (from < bound && bound < to) bounds.push(bound)
}

const standing = (on: Day, to: Day, from: Day, due: Truth, reaches: readonly Reach[], within: Within): Span => {
  const run = runAt(due.surely, on)
  const sure = reaches.filter((reach) => has(reach.days.surely, on))
  const possible = reaches.filter((reach) => has(reach.days.possibly, on))
  const status = statusOf(run !== null, sure, possible)
  const period = run === null ? null : within(run[0])
  return {
    from: on,
    to,
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
