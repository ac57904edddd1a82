import type { CareerLine, Case } from '../../../law/case.ts'
import { type Day, day, dayText } from '../../../time/day.ts'
import { addMonths, addYears } from '../../../time/period.ts'
import { parseStated } from '../../../time/stated.ts'

/** A made-up officer: told like a worked case, on its day. */
export type Officer = Case

/** The number of the line held on the day: the one begun last. */
const lineOn = ({ career, on }: Officer): number =>
  Math.max(
    career.findLastIndex(({ from, to }) => from <= on && (to === undefined || to > on)),
    0,
  )

export const heldLine = (officer: Officer): CareerLine =>
  officer.career[lineOn(officer)] ?? { post: '甲科科员', from: officer.on }

/** The same officer, had the post held something else about it. */
export const withLine = (officer: Officer, said: Partial<CareerLine>): Officer => {
  const at = lineOn(officer)
  return { ...officer, career: officer.career.map((line, i) => (i === at ? { ...line, ...said } : line)) }
}

/** The same officer, had that been so for a month only. */
export const withLastMonth = (officer: Officer, said: Partial<CareerLine>): Officer => {
  const at = lineOn(officer)
  const since = daysBefore(officer, 30)
  return {
    ...officer,
    career: officer.career.flatMap((line, i) =>
      i === at && line.from < since
        ? [
            { ...line, to: since },
            { ...line, ...said, from: since },
          ]
        : [line],
    ),
  }
}

/** The same officer, had she held the post she holds, and no other, since a day. */
export const heldSince = (officer: Officer, since: Day): Officer => {
  const { to: _, ...line } = heldLine(officer)
  return { ...officer, career: [{ ...line, from: dayText(since) }] }
}

/** The same officer, had she served from a day on until she came to the post she holds, and that had been otherwise. */
export const servedBefore = (officer: Officer, since: Day, said: Partial<CareerLine>): Officer => {
  const line = heldLine(officer)
  return { ...officer, career: [{ ...line, ...said, from: dayText(since), to: line.from }, line] }
}

export const bornOn = (officer: Officer, birth: Day): Officer => ({
  ...officer,
  person: { ...officer.person, birth: dayText(birth) },
})

export const daysBefore = ({ on }: Officer, days: number): string => dayText(day(on) - days)

/** Everything in the story so many years later. */
export const yearsLater = (officer: Officer, years: number): Officer =>
  years === 0 ? officer : { ...(mapTexts(officer, (text) => laterText(text, years)) as Officer) }

const laterText = (text: string, years: number): string => {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(text)) return text
  const range = parseStated(text)
  return range === null ? text : dayText(addYears(range.lo, years)).slice(0, text.length)
}

/** The story with every text in it changed: a day, a code of a place. */
export const mapTexts = (part: unknown, change: (text: string) => string): unknown => {
  if (typeof part === 'string') return change(part)
  if (Array.isArray(part)) return part.map((member) => mapTexts(member, change))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, mapTexts(value, change)]))
}

/** Whole years before the day, and so many days later. */
export const before = (officer: Officer, months: number, days = 0): Day => addMonths(day(officer.on), -months) + days
