import type { Day } from './day.ts'
import { after, allDays, complement, type Days, daysFrom, has, intersect, noDays, union } from './days.ts'
import type { Period } from './period.ts'
import type { Range } from './stated.ts'

/**
 * The days on which a condition holds, as far as the facts tell: on `surely` it holds however the unknown days turn out,
 * outside `possibly` it cannot hold, between the two it is undetermined. INVARIANT: `surely ⊆ possibly`; where nothing is
 * unknown both are the same object, and every operator computes once.
 */
export interface Truth {
  readonly surely: Days
  readonly possibly: Days
}

export type Holds = 'YES' | 'NO' | 'UNDETERMINED'

export const truly = (days: Days): Truth => ({ surely: days, possibly: days })
export const never: Truth = truly(noDays)
export const always: Truth = truly(allDays)
/** Nothing is known: undetermined on every day. */
export const unknown: Truth = { surely: noDays, possibly: allDays }

export const isCertain = (t: Truth): boolean => t.surely === t.possibly

export const both = (a: Truth, b: Truth): Truth => {
  const possibly = intersect(a.possibly, b.possibly)
  const surely = isCertain(a) && isCertain(b) ? possibly : intersect(a.surely, b.surely)
  return ofSides(surely, possibly, a, b)
}

export const either = (a: Truth, b: Truth): Truth => {
  const possibly = union(a.possibly, b.possibly)
  const surely = isCertain(a) && isCertain(b) ? possibly : union(a.surely, b.surely)
  return ofSides(surely, possibly, a, b)
}

/** One of the two where it says just that, so that the same days stay the same object. */
const ofSides = (surely: Days, possibly: Days, a: Truth, b: Truth): Truth => {
  if (surely === a.surely && possibly === a.possibly) return a
  return surely === b.surely && possibly === b.possibly ? b : { surely, possibly }
}

/** The truth on these days alone. */
export const within = (a: Truth, days: Days): Truth => {
  const possibly = intersect(a.possibly, days)
  const surely = isCertain(a) ? possibly : intersect(a.surely, days)
  return surely === a.surely && possibly === a.possibly ? a : { surely, possibly }
}

export const negated = (a: Truth): Truth => {
  const surely = complement(a.possibly)
  return { surely, possibly: isCertain(a) ? surely : complement(a.surely) }
}

/** Lifts a monotone operator on days side by side. */
export const lift = (a: Truth, operator: (days: Days) => Days): Truth => {
  const possibly = operator(a.possibly)
  return { possibly, surely: isCertain(a) ? possibly : operator(a.surely) }
}

export const all = (truths: readonly Truth[]): Truth => truths.reduce(both, always)
export const some = (truths: readonly Truth[]): Truth => truths.reduce(either, never)

export const holdsOn = (t: Truth, d: Day): Holds => {
  if (has(t.surely, d)) return 'YES'
  return isCertain(t) || !has(t.possibly, d) ? 'NO' : 'UNDETERMINED'
}

/** Days from an unknown first day up to an unknown end. */
export const between = (from: Range, to: Range): Truth => {
  const possibly = daysFrom(from.lo, to.hi)
  const certain = from.lo === from.hi && to.lo === to.hi
  return { possibly, surely: certain ? possibly : daysFrom(from.hi, to.lo) }
}

/** Days within the period after an event whose day is unknown, the day of the event included. */
export const withinOf = (event: Range, p: Period): Truth => {
  const possibly = after(daysFrom(event.lo, event.hi + 1), p)
  return { possibly, surely: event.lo === event.hi ? possibly : intersect(...sureSides(event, p)) }
}

const sureSides = (event: Range, p: Period): [Days, Days] => [
  daysFrom(event.hi),
  after(daysFrom(-Infinity, event.lo + 1), p),
]
