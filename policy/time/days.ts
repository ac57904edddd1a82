import type { Day } from './day.ts'
import { addPeriod, type Period, shortestDays } from './period.ts'

/**
 * An immutable set of calendar days: sorted, disjoint, non-touching half-open intervals `[from, to)` laid flat,
 * `[from0, to0, from1, to1, …]`. Endless sides are infinite.
 */
export type Days = readonly Day[]

export const noDays: Days = []
export const allDays: Days = [-Infinity, Infinity]

/** The days from `from` up to but without `to`; none when `to` is not later. */
export const daysFrom = (from: Day, to: Day = Infinity): Days => (from < to ? [from, to] : noDays)

/** Appends `[from, to)` to intervals that all start no later, merging what touches. */
const append = (into: Day[], from: Day, to: Day): void => {
  const last = into.length - 1
  if (last > 0 && from <= (into[last] ?? -Infinity)) {
    if (to > (into[last] ?? Infinity)) into[last] = to
  } else if (from < to) into.push(from, to)
}

export const union = (a: Days, b: Days): Days => {
  if (a === b || b.length === 0) return a
  if (a.length === 0) return b
  if (a.length === 2 && b.length === 2) return unionOfRuns(a, b)
  const out: Day[] = []
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const fromA = a[i] ?? Infinity
    const fromB = b[j] ?? Infinity
    if (j >= b.length || (i < a.length && fromA <= fromB)) {
      append(out, fromA, a[i + 1] ?? Infinity)
      i += 2
    } else {
      append(out, fromB, b[j + 1] ?? Infinity)
      j += 2
    }
  }
  return out
}

/** Most sets are one run: no walk, and no new set where one of the two is the answer. */
const unionOfRuns = (a: Days, b: Days): Days => {
  const fromA = a[0] ?? Infinity
  const toA = a[1] ?? Infinity
  const fromB = b[0] ?? Infinity
  const toB = b[1] ?? Infinity
  if (fromA <= fromB && toB <= toA) return a
  if (fromB <= fromA && toA <= toB) return b
  if (toA < fromB) return [fromA, toA, fromB, toB]
  if (toB < fromA) return [fromB, toB, fromA, toA]
  return fromA < fromB ? [fromA, toB] : [fromB, toA]
}

export const unionAll = (sets: Iterable<Days>): Days => {
  let out: Days = noDays
  for (const set of sets) out = union(out, set)
  return out
}

export const intersect = (a: Days, b: Days): Days => {
  if (a === b) return a
  if (a.length === 0 || b.length === 0) return noDays
  if (a.length === 2 && b.length === 2) return intersectionOfRuns(a, b)
  const out: Day[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const toA = a[i + 1] ?? Infinity
    const toB = b[j + 1] ?? Infinity
    const from = Math.max(a[i] ?? Infinity, b[j] ?? Infinity)
    const to = Math.min(toA, toB)
    if (from < to) out.push(from, to)
    if (toA < toB) i += 2
    else j += 2
  }
  return out
}

const intersectionOfRuns = (a: Days, b: Days): Days => {
  const fromA = a[0] ?? Infinity
  const toA = a[1] ?? Infinity
  const fromB = b[0] ?? Infinity
  const toB = b[1] ?? Infinity
  if (fromB <= fromA && toA <= toB) return a
  if (fromA <= fromB && toB <= toA) return b
  return daysFrom(Math.max(fromA, fromB), Math.min(toA, toB))
}

export const complement = (a: Days): Days => {
  const out: Day[] = []
  let from = -Infinity
  for (let i = 0; i < a.length; i += 2) {
    const start = a[i] ?? Infinity
    if (from < start) out.push(from, start)
    from = a[i + 1] ?? Infinity
  }
  if (from < Infinity) out.push(from, Infinity)
  return out
}

export const minus = (a: Days, b: Days): Days => (a.length === 0 || b.length === 0 ? a : intersect(a, complement(b)))

export const has = (a: Days, d: Day): boolean => runAt(a, d) !== null

/** The maximal interval of `a` that contains `d`. */
export const runAt = (a: Days, d: Day): readonly [Day, Day] | null => {
  for (let i = 0; i < a.length; i += 2) {
    const [from = Infinity, to = Infinity] = [a[i], a[i + 1]]
    if (d < from) return null
    if (d < to) return [from, to]
  }
  return null
}

/** Whether some day of `a` lies in `[from, to)`. */
export const meets = (a: Days, from: Day, to: Day): boolean => {
  for (let i = 0; i < a.length; i += 2) if ((a[i] ?? Infinity) < to && from < (a[i + 1] ?? Infinity)) return true
  return false
}

/** The maximal intervals, earliest first. */
export function* runs(a: Days): Generator<readonly [Day, Day]> {
  for (let i = 0; i < a.length; i += 2) yield [a[i] ?? Infinity, a[i + 1] ?? Infinity]
}

export const sameDays = (a: Days, b: Days): boolean =>
  a === b || (a.length === b.length && a.every((bound, i) => bound === b[i]))

/** Days on which `a` has lasted unbroken for the period: from the anniversary of each interval's start to its end. */
export const lasting = (a: Days, p: Period): Days => {
  const atLeast = shortestDays(p)
  if (a.length === 2) {
    const from = a[0] ?? Infinity
    const to = a[1] ?? Infinity
    return to - from < atLeast ? noDays : daysFrom(addPeriod(from, p), to)
  }
  const out: Day[] = []
  for (let i = 0; i < a.length; i += 2) {
    const [from = Infinity, to = Infinity] = [a[i], a[i + 1]]
    if (to - from < atLeast) continue
    const due = addPeriod(from, p)
    if (due < to) out.push(due, to)
  }
  return out
}

/**
 * Days from which the intervals of `a` add up to the period. The start of the current interval is moved back by the days
 * of the earlier ones, then the period is added (S11); for one interval this is the anniversary.
 */
export const accumulated = (a: Days, p: Period): Days => {
  let before = 0
  for (const [from, to] of runs(a)) {
    const due = addPeriod(from - before, p)
    if (due <= to) return daysFrom(due)
    before += to - from
  }
  return noDays
}

/** `a` and every hole of it that is at most `days` long or lies wholly inside `over`. */
export const bridge = (a: Days, days: number, over: Days): Days => {
  if (a.length <= 2) return a
  const out: Day[] = []
  for (const [from, to] of runs(a)) {
    const end = out.at(-1)
    const bridged = end !== undefined && (from - end <= days || covers(over, end, from))
    append(out, bridged ? end : from, to)
  }
  return out
}

const covers = (a: Days, from: Day, to: Day): boolean => (runAt(a, from)?.[1] ?? -Infinity) >= to

/** Days that lie within the period after some day of `a`, that day included. */
export const after = (a: Days, p: Period): Days => {
  const out: Day[] = []
  for (const [from, to] of runs(a)) append(out, from, addPeriod(to - 1, p))
  return out
}
