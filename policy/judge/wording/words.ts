import type { Day } from '../../time/day.ts'
import { civilOf, dayText } from '../../time/day.ts'
import type { Period } from '../../time/period.ts'
import { precisionOf, type Range } from '../../time/stated.ts'

/** Officers read Chinese; English is for everyone else. */
export type Language = 'zh' | 'en'

/** A text in the asked language. */
export const inLanguage = (language: Language, zh: string, en: string): string => (language === 'zh' ? zh : en)

/** 10年, 1年6个月, 30日 */
export const periodWords = ({ months, days }: Period, language: Language): string => {
  const [years, rest] = [Math.floor(months / 12), months % 12]
  const parts = [
    years > 0 ? inLanguage(language, `${years}年`, count(years, 'year')) : '',
    rest > 0 ? inLanguage(language, `${rest}个月`, count(rest, 'month')) : '',
    days > 0 ? inLanguage(language, `${days}日`, count(days, 'day')) : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? inLanguage(language, '0日', '0 days') : parts.join(inLanguage(language, '', ' '))
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** A day as its file states it: to the day, month or year. */
export const statedWords = (range: Range, language: Language): string => {
  const precision = precisionOf(range)
  if (range.lo === Infinity) return inLanguage(language, '今', 'now')
  if (precision === 'day') return dayText(range.lo)
  if (precision === 'month') return dayText(range.lo).slice(0, 7)
  if (precision === 'year') return String(civilOf(range.lo).year)
  const [lo, hi] = [range.lo, range.hi - 0].map((d) => (Number.isFinite(d) ? dayText(d) : '…'))
  return range.lo === -Infinity && range.hi === Infinity
    ? inLanguage(language, '不详之日', 'an unknown day')
    : inLanguage(language, `${lo}至${hi}之间某日`, `a day from ${lo} to ${hi}`)
}

export const dayWords = (d: Day, language: Language): string =>
  Number.isFinite(d) ? dayText(d) : inLanguage(language, d < 0 ? '自始' : '长期', d < 0 ? 'ever' : 'for ever')

/** 甲、乙、丙 or `a, b, c`. */
export const listed = (words: readonly string[], language: Language): string =>
  words.join(inLanguage(language, '、', ', '))

/** `a; b` as members of one sentence. */
export const joinedBy = (parts: readonly string[], language: Language, zh: string, en: string): string =>
  parts.join(inLanguage(language, zh, en))

/** An identifier read aloud: `section_chief` is `section chief`. */
export const readable = (identifier: string): string => identifier.replaceAll('_', ' ')
