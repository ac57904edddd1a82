import { Temporal } from 'temporal-polyfill'
import type { Day } from '../../policy/time/day.ts'

/**
 * The oracle's own calendar: every step is taken by a date library, so that it shares no arithmetic with the engine.
 * Days are numbers since 1970-01-01 only because findings carry them so.
 */
const epoch = Temporal.PlainDate.from('1970-01-01')
const known = new Map<Day, Temporal.PlainDate>()

const dateOf = (day: Day): Temporal.PlainDate => {
  const before = known.get(day)
  if (before !== undefined) return before
  const date = epoch.add({ days: day })
  known.set(day, date)
  return date
}

const numberOf = (date: Temporal.PlainDate): Day => epoch.until(date, { largestUnit: 'day' }).days

const read = new Map<string, Day>()

export const dayOfText = (text: string): Day => {
  const before = read.get(text)
  if (before !== undefined) return before
  const day = numberOf(Temporal.PlainDate.from(text))
  read.set(text, day)
  return day
}

/** `YYYY-MM-DD`, and the sign of infinity for days without end. */
export const textOfDay = (day: Day): string => {
  if (day === Infinity) return '+∞'
  if (day === -Infinity) return '-∞'
  return dateOf(day).toString()
}

const sums = new Map<string, Map<Day, Day>>()
const durations = new Map<string, Temporal.Duration>()

const durationOf = (period: string): Temporal.Duration => {
  const duration = durations.get(period) ?? Temporal.Duration.from(period)
  durations.set(period, duration)
  return duration
}

/** The day a period later: years and months first, falling back to the month's last day, then days. */
export const addPeriod = (day: Day, period: string): Day => {
  if (!Number.isFinite(day)) return day
  const cache = sums.get(period) ?? new Map<Day, Day>()
  sums.set(period, cache)
  const before = cache.get(day)
  if (before !== undefined) return before
  const later = numberOf(dateOf(day).add(durationOf(period), { overflow: 'constrain' }))
  cache.set(day, later)
  return later
}

export const addYears = (day: Day, years: number): Day => addPeriod(day, `P${years}Y`)

export const yearOf = (day: Day): number => dateOf(day).year
export const monthOf = (day: Day): number => dateOf(day).month

/** First and last day of the month, or of the year, that a day lies in. */
export const monthAround = (day: Day): { lo: Day; hi: Day } => {
  const date = dateOf(day)
  return { lo: numberOf(date.with({ day: 1 })), hi: numberOf(date.with({ day: date.daysInMonth })) }
}
export const yearAround = (day: Day): { lo: Day; hi: Day } => {
  const year = yearOf(day)
  return { lo: dayOfText(`${year}-01-01`), hi: dayOfText(`${year}-12-31`) }
}

/** The n-th working day after a day, Monday to Friday; the day itself when n is 0. */
export const addWorkdays = (day: Day, count: number): Day => {
  let at = day
  for (let left = count; left > 0; ) {
    at += 1
    if (dateOf(at).dayOfWeek <= 5) left -= 1
  }
  return at
}

/** Whether a text names a day of the calendar. */
export const isDayText = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}
