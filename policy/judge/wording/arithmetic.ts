import type { PersonFacts, Piece } from '../../facts/person.ts'
import { type RetirementGroup, retirementRange } from '../../facts/retirement.ts'
import type { Day } from '../../time/day.ts'
import { accumulated, runAt, runs } from '../../time/days.ts'
import { addPeriod, addYears, period } from '../../time/period.ts'
import type { Range } from '../../time/stated.ts'
import type { Truth } from '../../time/truth.ts'
import type { Node } from '../node.ts'
import type { Subject } from '../subject.ts'
import { dayWords, inLanguage, type Language, periodWords, statedWords } from './words.ts'

/** The sum behind a leaf on a day, in words; empty where there is nothing to add up. */
export const arithmeticWords = (node: Node, subject: Subject, on: Day, language: Language): string => {
  const { condition } = node
  const evidence = node.evidence(subject)
  const { held } = evidence
  if ('lasting' in condition && held !== undefined) {
    return tenureWords(held, evidence.pieces, condition.lasting.atLeast, on, language)
  }
  if ('accumulated' in condition && held !== undefined) {
    return sumWords(held, condition.accumulated.atLeast, on, language)
  }
  if ('terms' in condition && evidence.assumedTerms) {
    return inLanguage(language, '无届次登记，按五年一届折算', 'no term rows: five years of stay count as a term')
  }
  if ('age' in condition) return ageWords(subject.person, condition.age, language)
  if ('toRetirement' in condition) return retirementWords(subject.person, condition.toRetirement.under, on, language)
  return ''
}

/** 自2014-03起连续计算，满10年之日为2024-03；中断而未满的，不写满期之日 */
const tenureWords = (held: Truth, pieces: readonly Piece[], atLeast: string, on: Day, language: Language): string => {
  const span = period(atLeast)
  const run = runAt(held.possibly, on) ?? [...runs(held.possibly)].findLast(([from]) => from <= on)
  if (run === undefined || run === null) return inLanguage(language, '没有可计的任职', 'no service counts')
  const start = startOf(run[0], held, pieces, on)
  const due: Range = { lo: addPeriod(start.lo, span), hi: addPeriod(start.hi, span) }
  const [from, full, years] = [statedWords(start, language), statedWords(due, language), periodWords(span, language)]
  const broken = run[1] <= on ? dayWords(run[1], language) : null
  if (broken !== null && due.lo > run[1]) {
    return inLanguage(
      language,
      `自${from}起连续计算，${broken}中断，未满${years}`,
      `unbroken since ${from}, broken on ${broken} before ${years} were full`,
    )
  }
  const ended = broken === null ? '' : inLanguage(language, `，${broken}中断`, `, broken on ${broken}`)
  return inLanguage(
    language,
    `自${from}起连续计算${ended}，满${years}之日为${full}`,
    `unbroken since ${from}${ended}; ${years} are full on ${full}`,
  )
}

/** The day a run began, as exactly as the file states it: an unknown start is told as unknown, never as its earliest day. */
const startOf = (from: Day, held: Truth, pieces: readonly Piece[], on: Day): Range => {
  const opening = pieces.filter((piece) => piece.from.lo === from).map((piece) => piece.from.hi)
  const sure = runAt(held.surely, on)?.[0] ?? from
  return { lo: from, hi: Math.max(from, sure, opening.length === 0 ? from : Math.min(...opening)) }
}

/** 累计各段：2010-01-01至2014-01-01；2016-01-01至今，共5000日，满10年之日为2022-01-01 */
const sumWords = (held: Truth, atLeast: string, on: Day, language: Language): string => {
  const span = period(atLeast)
  const counted = [...runs(held.possibly)].filter(([from]) => from <= on)
  if (counted.length === 0) return inLanguage(language, '没有可计的任职', 'no service counts')
  const parts = counted.map(([from, to]) => {
    const end = to <= on ? dayWords(to, language) : inLanguage(language, '今', 'now')
    return inLanguage(language, `${dayWords(from, language)}至${end}`, `${dayWords(from, language)} to ${end}`)
  })
  const total = counted.reduce((sum, [from, to]) => sum + Math.min(to, on) - from, 0)
  const [least, most] = [accumulated(held.possibly, span)[0], accumulated(held.surely, span)[0]]
  const full = least === undefined ? null : statedWords({ lo: least, hi: most ?? Infinity }, language)
  const years = periodWords(span, language)
  const verdict =
    full === null
      ? inLanguage(language, `未满${years}`, `${years} are not full`)
      : inLanguage(language, `满${years}之日为${full}`, `${years} are full on ${full}`)
  return inLanguage(
    language,
    `累计各段：${parts.join('；')}，共${total}日，${verdict}`,
    `sum of ${parts.join('; ')}: ${total} days; ${verdict}`,
  )
}

const ageWords = (
  { birth }: PersonFacts,
  { atLeast, atMost }: { readonly atLeast?: number; readonly atMost?: number },
  language: Language,
): string => {
  if (birth === null) return inLanguage(language, '出生日期不详', 'birth unknown')
  const birthday = (years: number): string =>
    statedWords({ lo: addYears(birth.lo, years), hi: addYears(birth.hi, years) }, language)
  const born = statedWords(birth, language)
  const limits = [...(atLeast === undefined ? [] : [atLeast]), ...(atMost === undefined ? [] : [atMost + 1])]
  const full = limits.map((years) =>
    inLanguage(language, `${birthday(years)}满${years}岁`, `${years} on ${birthday(years)}`),
  )
  return inLanguage(language, `${born}出生，${full.join('，')}`, `born ${born}; ${full.join(', ')}`)
}

const groupNames: Readonly<Record<RetirementGroup, readonly [string, string]>> = {
  M: ['男职工（含县处级以上女干部）标准', 'the men’s scale (and women of division level)'],
  W55: ['原55周岁退休女职工标准', 'the scale of women retiring at 55'],
  W50: ['原50周岁退休女职工标准', 'the scale of women retiring at 50'],
  AGE63: ['任职年龄界限63岁', 'the limit of 63'],
  AGE65: ['任职年龄界限65岁', 'the limit of 65'],
  AGE66: ['任职年龄界限66岁', 'the limit of 66'],
}

const retirementWords = (person: PersonFacts, under: string, on: Day, language: Language): string => {
  const ways = retirementRange(person, on).map(({ group, day }) => {
    const [zh, en] = groupNames[group]
    return inLanguage(
      language,
      `按${zh}，法定退休日为${statedWords(day, language)}`,
      `retires on ${statedWords(day, language)} by ${en}`,
    )
  })
  const span = period(under)
  if (span.months === 0 && span.days <= 1) return ways.join(inLanguage(language, '；或', '; or '))
  const later = addPeriod(on, span)
  return inLanguage(
    language,
    `${ways.join('；或')}；${dayWords(on, language)}起${periodWords(span, language)}为${dayWords(later, language)}`,
    `${ways.join('; or ')}; ${periodWords(span, language)} from ${dayWords(on, language)} is ${dayWords(later, language)}`,
  )
}
