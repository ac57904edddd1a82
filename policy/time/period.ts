import { civilOf, type Day, dayOf, daysInMonth } from './day.ts'

/** A span of calendar time: whole months first, then days. */
export interface Period {
  readonly months: number
  readonly days: number
}

const pattern = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/

/** `P10Y`, `P1Y6M`, `P30D` … as a period, or `null` when the text is none. */
export const parsePeriod = (text: string): Period | null => {
  const match = pattern.exec(text)
  if (match === null) return null
  const [, y = '0', m = '0', d = '0'] = match
  return { months: Number(y) * 12 + Number(m), days: Number(d) }
}

/** The period a text names, for texts of a checked document. */
export const period = (text: string): Period => {
  const parsed = parsePeriod(text)
  if (parsed === null) throw new RangeError(`\`${text}\` is not a period; write for example P10Y, P6M or P30D.`)
  return parsed
}

/**
 * The corresponding day `months` later, or the last day of that month when it has no such day: 29 February falls to the
 * 28th (Civil Code arts 200-202). Endless days stay endless.
 */
export const addMonths = (d: Day, months: number): Day => {
  if (!Number.isFinite(d) || months === 0) return d
  const { year, month, day } = civilOf(d)
  const index = year * 12 + month - 1 + months
  const y = Math.floor(index / 12)
  const m = index - y * 12 + 1
  return dayOf(y, m, Math.min(day, daysInMonth(y, m)))
}

export const addPeriod = (d: Day, p: Period): Day => addMonths(d, p.months) + p.days

export const addYears = (d: Day, years: number): Day => addMonths(d, years * 12)

/** The first day `d` with `addPeriod(d, p) > limit`: from then on less than the period is left until `limit`. */
export const firstWithin = (limit: Day, p: Period): Day => {
  if (!Number.isFinite(limit)) return limit
  if (p.months === 0) return limit - p.days + 1
  let d = addMonths(limit - p.days, -p.months) - 4
  while (addPeriod(d, p) <= limit) d += 1
  return d
}

/** No span of this period is ever shorter than this many days: lets short stays be skipped without calendar work. */
export const shortestDays = (p: Period): number => p.days + Math.floor(p.months * 30.4) - 3

/** Whether the span `a`, from whatever day it starts, never ends before the span `b` from the same day. */
export const isNeverShorter = (a: Period, b: Period): boolean => {
  if (a.months === b.months || a.days === b.days) return a.months >= b.months && a.days >= b.days
  if (a.months > b.months && a.days > b.days) return true
  if (a.months < b.months && a.days < b.days) return false
  return startingDays.every((start) => addPeriod(start, a) >= addPeriod(start, b))
}

/** A day of each shape a month can start a span on, for all months after which the calendar repeats itself (400 years). */
const startingDays: readonly Day[] = Array.from({ length: 4800 }, (_, i) => ({
  year: 2000 + Math.floor(i / 12),
  month: (i % 12) + 1,
})).flatMap(({ year, month }) =>
  [28, 29, 30, 31].filter((day) => day <= daysInMonth(year, month)).map((day) => dayOf(year, month, day)),
)
