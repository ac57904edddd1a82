import { anyDay, type Day, type Range } from '../../../policy/index.ts'
import type { StatedDay } from '../reading/stated-day.ts'

/** From one imprecise day to another. */
export interface Stretch {
  readonly from: Range
  readonly to: Range
}

const sinceEver: Range = { lo: -Infinity, hi: -Infinity }
const forEver: Range = { lo: Infinity, hi: Infinity }

/** The days between two cells: a blank start is since ever, a blank end for ever, `?` any day at all. */
export const stretchOf = (from: StatedDay | null, to: StatedDay | null): Stretch => ({
  from: from === null ? sinceEver : from.text === '?' ? anyDay : from,
  to: to === null ? forEver : to.text === '?' ? anyDay : to,
})

/** First and first-no-longer of the days that surely lie in the stretch; empty when the first is not before the second. */
export const surelyIn = ({ from, to }: Stretch): { readonly start: Day; readonly end: Day } => ({
  start: from.hi,
  end: to.lo,
})

/** Whether some day surely lies in both. */
export const surelyMeet = (a: Stretch, b: Stretch): boolean => {
  const start = Math.max(a.from.hi, b.from.hi)
  const end = Math.min(a.to.lo, b.to.lo)
  return start < end
}

/** Whether some day may lie in both. */
export const possiblyMeet = (a: Stretch, b: Stretch): boolean =>
  Math.max(a.from.lo, b.from.lo) < Math.min(a.to.hi, b.to.hi)

/** Order of time: by the first day each may begin. */
export const earlierFirst = (a: Stretch, b: Stretch): number =>
  order(a.from.lo, b.from.lo) || order(a.from.hi, b.from.hi) || order(a.to.lo, b.to.lo)

// Infinity minus itself is no number.
const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)
