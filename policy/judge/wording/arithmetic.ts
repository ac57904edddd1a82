import type { PersonFacts } from '../../facts/person.ts'
import { type RetirementGroup, retirementRange } from '../../facts/retirement.ts'
import type { Day } from '../../time/day.ts'
import { runAt, runs } from '../../time/days.ts'
import { addPeriod, addYears, period } from '../../time/period.ts'
import type { Range } from '../../time/stated.ts'
import type { Truth } from '../../time/truth.ts'
import type { Node } from '../node.ts'
import type { Subject } from '../subject.ts'
import { dayWords, inLanguage, type Language, periodWords, statedWords } from './words.ts'

/** The sum behind a leaf on a day, in words; empty where there is nothing to add up. */
export const arithmeticWords = (node: Node, subject: Subject, on: Day, language: Language): string => {
  const { condition } = node
  if ('lasting' in condition) {
    const { held } = node.evidence(subject)
    return held === undefined ? '' : tenureWords(held, condition.lasting.atLeast, on, language)
  }
  if ('accumulated' in condition) {
    const { held } = node.evidence(subject)
    return held === undefined ? '' : sumWords(held, condition.accumulated.atLeast, on, language)
  }
  if ('terms' in condition && node.evidence(subject).assumedTerms) {
    return inLanguage(language, '无届次登记，按五年一届折算', 'no term rows: five years of stay count as a term')
  }
  if ('age' in condition) return ageWords(subject.person, condition.age, language)
  if ('toRetirement' in condition) return retirementWords(subject.person, condition.toRetirement.under, on, language)
  return ''
}

/** 自2014-03起连续，满10年之日为2024-03-01至2024-03-31之间 */
const tenureWords = (held: Truth, atLeast: string, on: Day, language: Language): string => {
  const span = period(atLeast)
  const run = runAt(held.possibly, on) ?? [...runs(held.possibly)].findLast(([from]) => from <= on)
  if (run === undefined || run === null) return inLanguage(language, '没有可计的任职', 'no service counts')
  const latest = runAt(held.surely, on)?.[0] ?? run[0]
  const start: Range = { lo: run[0], hi: Math.max(latest, run[0]) }
  const due: Range = { lo: addPeriod(start.lo, span), hi: addPeriod(start.hi, span) }
  const ended =
    run[1] <= on
      ? inLanguage(language, `，${dayWords(run[1], language)}中断`, `, broken on ${dayWords(run[1], language)}`)
      : ''
  const [from, full, years] = [statedWords(start, language), statedWords(due, language), periodWords(span, language)]
  return inLanguage(
    language,
    `自${from}起连续计算${ended}，满${years}之日为${full}`,
    `unbroken since ${from}${ended}; ${years} are full on ${full}`,
  )
}

/** 累计：2010-01-01至2014-01-01，2016-01-01至今 */
const sumWords = (held: Truth, atLeast: string, on: Day, language: Language): string => {
  const parts = [...runs(held.possibly)]
    .filter(([from]) => from <= on)
    .map(([from, to]) => {
      const end = to <= on ? dayWords(to, language) : inLanguage(language, '今', 'now')
      return inLanguage(language, `${dayWords(from, language)}至${end}`, `${dayWords(from, language)} to ${end}`)
    })
  const years = periodWords(period(atLeast), language)
  return inLanguage(
    language,
    `累计各段：${parts.join('；')}；须满${years}`,
    `sum of ${parts.join('; ')}; ${years} are needed`,
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
  const later = addPeriod(on, period(under))
  return inLanguage(
    language,
    `${ways.join('；或')}；${dayWords(on, language)}起${periodWords(period(under), language)}为${dayWords(later, language)}`,
    `${ways.join('; or ')}; ${periodWords(period(under), language)} from ${dayWords(on, language)} is ${dayWords(later, language)}`,
  )
}
