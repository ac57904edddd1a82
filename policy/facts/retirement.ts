import { civilOf, type Day, day } from '../time/day.ts'
import { allDays, complement, type Days, daysFrom, has, intersect, minus, noDays, union } from '../time/days.ts'
import { addMonths, firstWithin, type Period } from '../time/period.ts'
import { anyDay, parseStated, type Range } from '../time/stated.ts'
import { between, both, either, never, type Truth } from '../time/truth.ts'
import { type Answer, answer, heldAs, heldDays, type PieceTest } from './held.ts'
import type { PersonFacts, Piece } from './person.ts'
import { levelOrder, type RetirementLimit } from './vocabulary.ts'

/** Retirement scale of a person on a day: the annexes' three, and the three ages outside them. */
export type RetirementGroup = 'M' | 'W55' | 'W50' | 'AGE63' | 'AGE65' | 'AGE66'

interface Scale {
  readonly months: number
  /** First affected birth month since 2025, months between steps, longest delay; none outside the annexes. */
  readonly delay?: { readonly birthYear: number; readonly step: number; readonly cap: number }
}

/** NPC Standing Committee decision of 2024-09-13 and its measures, annexes 1-3 (rules.md §3). */
const scales: Readonly<Record<RetirementGroup, Scale>> = {
  M: { months: 60 * 12, delay: { birthYear: 1965, step: 4, cap: 36 } },
  W55: { months: 55 * 12, delay: { birthYear: 1970, step: 4, cap: 36 } },
  W50: { months: 50 * 12, delay: { birthYear: 1975, step: 2, cap: 60 } },
  AGE63: { months: 63 * 12 },
  AGE65: { months: 65 * 12 },
  AGE66: { months: 66 * 12 },
}

const groupOfLimit: Readonly<Record<RetirementLimit, RetirementGroup>> = {
  50: 'W50',
  55: 'W55',
  60: 'M',
  63: 'AGE63',
  65: 'AGE65',
  66: 'AGE66',
}

/** First day of the gradual delay. */
export const reformDay: Day = day('2025-01-01')

/** Months of age at which someone born on `birth` retires, under the law of the judged day. */
export const retirementAgeMonths = (birth: Day, group: RetirementGroup, on: Day): number => {
  const { months, delay } = scales[group]
  if (delay === undefined || on < reformDay) return months
  const { year, month } = civilOf(birth)
  const since = (year - delay.birthYear) * 12 + month - 1
  return months + (since < 0 ? 0 : Math.min(Math.floor(since / delay.step) + 1, delay.cap))
}

/** The statutory retirement day: the birthday plus the age, clamped to the month's end. */
export const retirementDay = (birth: Day, group: RetirementGroup, on: Day): Day =>
  Number.isFinite(birth) ? addMonths(birth, retirementAgeMonths(birth, group, on)) : birth

/** Days on which less than the period is left until the statutory retirement day of that day's law and group (S14). */
export const daysToRetirement = (person: PersonFacts, under: Period): Truth =>
  either(statutoryNearness(person, under), electedRetirement(person, under))

const statutoryNearness = (person: PersonFacts, under: Period): Truth => {
  const birth = person.birth ?? anyDay
  const certain = certainGroup(person)
  if (certain !== null) return nearRetirement(birth, certain, under)
  let possibly: Days = noDays
  let surelyNot: Days = noDays
  for (const [group, days] of groupDays(person)) {
    const near = nearRetirement(birth, group, under)
    possibly = union(possibly, intersect(days, near.possibly))
    surelyNot = union(surelyNot, minus(days, near.surely))
  }
  return { possibly, surely: minus(allDays, surelyNot) }
}

const nearRetirement = (birth: Range, group: RetirementGroup, under: Period): Truth => {
  const possibly = nearDays(birth.lo, group, under)
  return { possibly, surely: birth.lo === birth.hi ? possibly : nearDays(birth.hi, group, under) }
}

/** Before the reform by the old age, from its first day on by the new one. */
const nearDays = (born: Day, group: RetirementGroup, under: Period): Days => {
  const old = firstWithin(retirementDay(born, group, reformDay - 1), under)
  const later = firstWithin(retirementDay(born, group, reformDay), under)
  if (old >= reformDay) return daysFrom(Math.max(later, reformDay))
  return later <= reformDay ? daysFrom(old) : [old, reformDay, later, Infinity]
}

export interface RetirementOn {
  readonly group: RetirementGroup
  readonly day: Range
}

/** The statutory retirement day as the law and the person's group of the judged day have it; several when the group is open. */
export const retirementRange = (person: PersonFacts, on: Day): readonly RetirementOn[] =>
  groupDays(person)
    .filter(([, days]) => has(days, on))
    .map(([group]) => {
      const birth = person.birth ?? anyDay
      return { group, day: { lo: retirementDay(birth.lo, group, on), hi: retirementDay(birth.hi, group, on) } }
    })

/** An approved early retirement counts from the day it names, or from its own first day. */
const electedRetirement = (person: PersonFacts, under: Period): Truth => {
  let elected: Truth = never
  for (const state of person.states) {
    if (state.kind !== 'early_retirement_approved') continue
    const day = (state.value === null ? null : parseStated(state.value)) ?? state.from
    const near: Truth = { possibly: daysFrom(firstWithin(day.lo, under)), surely: daysFrom(firstWithin(day.hi, under)) }
    elected = either(elected, both(between(state.from, state.to), near))
  }
  return elected
}

/** The scale that is this person's on every day, whatever the career. */
const certainGroup = ({ retirementLimit, sex }: PersonFacts): RetirementGroup | null =>
  retirementLimit !== null ? groupOfLimit[retirementLimit] : sex === 'M' ? 'M' : null

/** For each scale the days on which it may be this person's (rules.md §3.5). */
const groupDays = (person: PersonFacts): readonly (readonly [RetirementGroup, Days])[] => {
  const certain = certainGroup(person)
  if (certain !== null) return [[certain, allDays]]
  const high = heldDays(person.pieces, isDivisionLevel)
  const low = complement(high.surely)
  const worker = workerDays(person)
  const groups: [RetirementGroup, Days][] = [
    ['M', person.sex === null ? allDays : high.possibly],
    ['W50', intersect(low, worker.possibly)],
    ['W55', minus(low, worker.surely)],
  ]
  return groups
}

const divisionLevels = levelOrder.slice(levelOrder.indexOf('division_deputy'))

const isDivisionLevel: PieceTest = ({ level }) => (level === null ? 'unknown' : answer(divisionLevels.includes(level)))

const isWorker = (piece: Piece, person: PersonFacts): Answer => {
  const category = piece.category ?? person.category
  return category === null ? 'unknown' : answer(category === 'worker')
}

const workerDays = (person: PersonFacts): Truth => {
  const held = heldAs(person.pieces, isWorker, person)
  if (person.category !== 'worker') return held
  const idle = heldDays(person.pieces, () => 'yes')
  return either(held, { surely: complement(idle.possibly), possibly: complement(idle.surely) })
}
