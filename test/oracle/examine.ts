import type { Edge } from '../../policy/facts/person.ts'
import type { Finding } from '../../policy/judge/finding.ts'
import type { Installation } from '../../policy/law/plugin.ts'
import type { Day } from '../../policy/time/day.ts'
import { addPeriod, addYears, dayOfText } from './calendar.ts'
import type { Story } from './compare.ts'
import type { Dice } from './random.ts'

const window = { from: dayOfText('1994-01-01'), to: dayOfText('2046-01-01'), end: dayOfText('2100-01-01') }

const memory = new WeakMap<readonly Installation[], { days: readonly Day[]; periods: readonly string[] }>()

/** Every day and every period the law itself names. */
const constantsOf = (installations: readonly Installation[]) => {
  const before = memory.get(installations)
  if (before !== undefined) return before
  const text = JSON.stringify(installations)
  const found = {
    days: [...new Set(text.match(/\d{4}-\d{2}-\d{2}/g) ?? [])].map(dayOfText),
    periods: [...new Set(text.match(/P\d[0-9YMD]*/g) ?? [])],
  }
  memory.set(installations, found)
  return found
}

const edgesOf = ({ person }: Story): Edge[] => [
  ...person.pieces.flatMap((p) => [p.from, p.to]),
  ...person.states.flatMap((s) => [s.from, s.to]),
  ...person.dossier.map((d) => d.on),
  ...person.authorities.flatMap((a) => [a.from, a.to]),
]

const around = (days: readonly Day[]): Day[] => days.filter(Number.isFinite).flatMap((day) => [day - 1, day, day + 1])

const birthdays = ({ person }: Story, dice: Dice): Day[] => {
  const born = person.birth?.lo
  if (born === undefined || !Number.isFinite(born)) return []
  return around([40, 45, 46, 50, 51, 53, 55, 56, 60].map((age) => addYears(born, age)).filter(() => dice.chance(0.2)))
}

/**
 * Days on which the two could differ: round every boundary of the answer, of the facts, and of what
 * follows from them; once in a hundred every day of a year.
 */
export const daysToExamine = (story: Story, findings: readonly Finding[], dice: Dice, most: number): Day[] => {
  const { days: named, periods } = constantsOf(story.installations)
  const answered = [
    ...new Set(findings.flatMap((f) => [f.from, f.to, ...f.spans.flatMap((s) => [s.from, s.to, s.since])])),
  ]
  const edges = edgesOf(story)
    .flatMap(({ lo, hi }) => [lo, hi])
    .filter(Number.isFinite)
  const sums = dice.some(edges, 2, 3).map((edge) => addPeriod(edge, periods.length === 0 ? 'P1Y' : dice.pick(periods)))
  const likely = [...dice.some(edges, 2, 2), ...sums, ...dice.some(named, 1, 1)]
  const anywhere = Array.from({ length: 3 }, () => dice.int(window.from, window.to))
  const reform = dayOfText('2025-01-01') - dice.int(0, 1)
  const days = [...around(dice.some(answered, 4, 6)), ...around(likely), ...birthdays(story, dice), ...anywhere, reform]
  if (dice.chance(0.01)) return Array.from({ length: 400 }, (_, i) => (anywhere[0] ?? reform) + i)
  const possible = [...new Set(days)].filter((day) => day > window.from && day < window.end)
  return dice.some(possible, most, most)
}
