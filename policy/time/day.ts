/**
 * A calendar day as a whole number: days since 1970-01-01 in the proleptic Gregorian calendar.
 *
 * `-Infinity` stands for "since ever" and `Infinity` for "for ever". No zone and no clock ever enters the law.
 */
export type Day = number

/** A calendar day as people write it: `YYYY-MM-DD`. */
export type DayText = string

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day of year `y`, month `m` (1-12), day-of-month `d`; days past the month's end fall back to its last day. */
export const dayOf = (y: number, m: number, d: number): Day => {
  const clamped = Math.min(d, daysInMonth(y, m))
  const shifted = m <= 2 ? y - 1 : y
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + clamped - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Year, month and day-of-month of a finite day. */
export const civilOf = (day: Day): CivilDate => {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

const isLeap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0

export const daysInMonth = (y: number, m: number): number =>
  m === 2 ? (isLeap(y) ? 29 : 28) : m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31

/** The day a text names, or `null` when it is no day of the calendar (`2014-02-30`) or outside years 1800-2200. */
export const parseDay = (text: string): Day | null => {
  const [, y, m, d] = pattern.exec(text) ?? []
  if (y === undefined) return null
  const [year, month, day] = [Number(y), Number(m), Number(d)]
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return dayOf(year, month, day)
}

/** The day a text names, for texts that are known to be days: our own constants and validated documents. */
export const day = (text: DayText): Day => {
  const parsed = parseDay(text)
  if (parsed === null) throw new RangeError(`\`${text}\` is not a day of the calendar; write YYYY-MM-DD.`)
  return parsed
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')

/** `YYYY-MM-DD`; infinite days have no text and throw. */
export const dayText = (d: Day): DayText => {
  if (!Number.isFinite(d)) throw new RangeError('An endless day has no text.')
  const { year, month, day: dom } = civilOf(d)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dom, 2)}`
}

/** `YYYY-MM-DD`, or `null` for a day that is not bounded. */
export const dayTextOrNull = (d: Day): DayText | null => (Number.isFinite(d) ? dayText(d) : null)
