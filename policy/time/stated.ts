import { civilOf, type Day, dayOf, daysInMonth, parseDay } from './day.ts'

/** How exactly a file states a day. */
export type Precision = 'day' | 'month' | 'year' | 'unknown'

/** A day as a file states it: `2014-03-01`, `2014-03`, `2014`, or `?`. The precision is kept, never filled in. */
export type StatedText = string

/** An imprecise day: it is one of the days from `lo` to `hi`, both included. */
export interface Range {
  readonly lo: Day
  readonly hi: Day
}

export const exactly = (d: Day): Range => ({ lo: d, hi: d })

/** A day nothing is known about. */
export const anyDay: Range = { lo: -Infinity, hi: Infinity }

/** The days a stated text may mean, or `null` when the text is none of the four forms or names no real day. */
export const parseStated = (text: StatedText): Range | null => {
  if (text === '?') return anyDay
  if (text.length === 10) {
    const d = parseDay(text)
    return d === null ? null : exactly(d)
  }
  const [, y, m] = /^(\d{4})(?:-(\d{2}))?$/.exec(text) ?? []
  if (y === undefined) return null
  const year = Number(y)
  if (year < 1800 || year > 2200) return null
  if (m === undefined) return { lo: dayOf(year, 1, 1), hi: dayOf(year, 12, 31) }
  const month = Number(m)
  if (month < 1 || month > 12) return null
  return { lo: dayOf(year, month, 1), hi: dayOf(year, month, daysInMonth(year, month)) }
}

export const precisionOf = (range: Range): Precision => {
  if (range.lo === range.hi) return 'day'
  if (!Number.isFinite(range.lo) || !Number.isFinite(range.hi)) return 'unknown'
  const [a, b] = [civilOf(range.lo), civilOf(range.hi)]
  if (a.year !== b.year || a.day !== 1) return 'unknown'
  if (a.month === b.month && b.day === daysInMonth(b.year, b.month)) return 'month'
  return a.month === 1 && b.month === 12 && b.day === 31 ? 'year' : 'unknown'
}
