import { levelOrder } from '../../policy/facts/vocabulary.ts'
import type { Day } from '../../policy/time/day.ts'
import { addPeriod, dayOfText, isDayText, monthOf, yearOf } from './calendar.ts'
import type { Life } from './life.ts'
import { covers } from './walk.ts'

/** The reform of statutory retirement ages in force from 2025-01-01 (rules.md §3.2). */
const reform = dayOfText('2025-01-01')

/** Age before the reform in months; first affected month of birth; birth months per month of delay; longest delay. */
const groups = {
  M: { base: 60 * 12, first: 1965 * 12, step: 4, cap: 36 },
  W55: { base: 55 * 12, first: 1970 * 12, step: 4, cap: 36 },
  W50: { base: 50 * 12, first: 1975 * 12, step: 2, cap: 60 },
} as const
export type Group = keyof typeof groups

const limits = { '50': 'W50', '55': 'W55', '60': 'M' } as const

/** The statutory day for a group under the law of a day. */
export const statutoryDay = (birth: Day, group: Group, day: Day): Day => {
  const { base, first, step, cap } = groups[group]
  const months = yearOf(birth) * 12 + monthOf(birth) - 1 - first
  const delay = day < reform || months < 0 ? 0 : Math.min(Math.floor(months / step) + 1, cap)
  return addPeriod(birth, `P${base + delay}M`)
}

/** Men; women of division level; women workers; other women — by what is held on the day. */
const groupOn = (life: Life, day: Day): Group => {
  if (life.sex === 'M') return 'M'
  const held = life.pieces.filter((piece) => covers(piece, day))
  const senior = levelOrder.indexOf('division_deputy')
  if (held.some((piece) => levelOrder.indexOf(piece.level) >= senior)) return 'M'
  const categories = held.length > 0 ? held.map((piece) => piece.category) : [life.category]
  return categories.includes('worker') ? 'W50' : 'W55'
}

const ordinary = (life: Life, day: Day): Day => {
  const limit = life.retirementLimit
  if (limit === '63' || limit === '65' || limit === '66') return addPeriod(life.birth, `P${limit}Y`)
  return statutoryDay(life.birth, limit === null ? groupOn(life, day) : limits[limit], day)
}

/** The retirement day as the law and the file stand on a day (S14). */
export const retirementOn = (life: Life, day: Day): Day =>
  life.states
    .filter((state) => state.kind === 'early_retirement_approved' && covers(state, day))
    .map((state) => (state.value !== null && isDayText(state.value) ? dayOfText(state.value) : state.from))
    .reduce((earliest, elected) => Math.min(earliest, elected), ordinary(life, day))
