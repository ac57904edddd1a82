import type { DivisionCode, Divisions } from '../../../facts/person.ts'
import { civilOf, type Day, day, dayText } from '../../../time/day.ts'
import { type Days, has } from '../../../time/days.ts'
import { addYears } from '../../../time/period.ts'
import type { Clause } from '../literal.ts'
import type { Effort } from '../lower-document.ts'
import type { SuperiorRule } from '../superior-rules.ts'
import { aroundThresholds } from './around.ts'
import { layAll } from './lay.ts'
import { movedHere } from './moved-here.ts'
import { type Officer, yearsLater } from './officer.ts'

/** What a search is about: officers whom the superior binds, with further facts laid on. */
export interface Search {
  readonly superior: SuperiorRule
  /** Rules whose worked cases may serve beside the superior's own. */
  readonly others: readonly SuperiorRule[]
  readonly at: DivisionCode
  readonly divisions: Divisions
  readonly effort: Effort
  /** Days on which both rules stand. */
  readonly days: Days
  /** Facts to lay on, in the ways that may do; they are tried in turn. */
  readonly facts: readonly Clause[]
  /** Conditions around whose thresholds to look. */
  readonly thresholds: readonly Clause[]
}

const mostOfOthers = 6
/** Whoever is found is found early: one in thirty searches looks at more than fifty officers. */
const mostTried = 1500
const mostOfOne = 150

/** The first officer of the search of whom the test, which asks the engine, is true. */
export const findOfficer = (search: Search, test: (officer: Officer) => boolean): Officer | null => {
  const seen = new Set<string>()
  for (const base of bases(search)) {
    let tried = 0
    for (const officer of variants(base, search)) {
      if (search.effort.officers <= 0) return null
      search.effort.officers -= 1
      const story = JSON.stringify(officer)
      if (seen.has(story)) continue
      if (tried === mostOfOne) break
      if (seen.size === mostTried) return null
      seen.add(story)
      tried += 1
      if (test(officer)) return officer
    }
  }
  return null
}

/** The officer with the facts laid on, and around the thresholds. Of several people only the worked cases tell. */
const variants = function* (base: Officer, { superior, facts, thresholds }: Search): Generator<Officer> {
  if (superior.rule.kind !== 'rotation' && superior.rule.kind !== 'placement') {
    yield base
    return
  }
  for (const clause of facts.length > 0 ? facts : [[]])
    for (const told of layAll(base, clause)) yield* aroundThresholds(told, thresholds)
}

/** Officers to begin with: those of the superior's binding cases, a plain one, and those of other rules above. */
const bases = function* ({ superior, others, at, divisions, days, effort }: Search): Generator<Officer> {
  if (effort.officers <= 0) return
  const told = [
    ...bindingCases(superior),
    plainOfficer,
    ...others
      .filter(({ id }) => id !== superior.id)
      .flatMap((rule) => bindingCases(rule).slice(0, 1))
      .slice(0, mostOfOthers),
  ]
  for (const officer of told)
    for (const moved of movedHere({ ...officer, expect: {} }, at, divisions)) yield* inDays(moved, days)
}

const bindingCases = ({ rule, installation }: SuperiorRule): readonly Officer[] =>
  installation.plugin.cases.filter(({ expect }) => expect[rule.id] === 'binds')

const plainOfficer: Officer = {
  name: 'officer',
  on: '2020-01-01',
  career: [{ post: '甲科科员', from: '2019-01-01' }],
  expect: {},
}

/** The same story, whole years later or earlier, on a day on which the rules stand. */
const inDays = (officer: Officer, days: Days): readonly Officer[] => {
  const on = day(officer.on)
  if (has(days, on)) return [officer]
  const [from = on, to = Infinity] = days
  const wanted = Number.isFinite(from) ? from : to - 1
  const years = civilOf(wanted).year - civilOf(on).year
  return [years, years + 1]
    .map((n) => yearsLater(officer, n))
    .concat(dated(yearsLater(officer, years), wanted))
    .filter((told) => has(days, day(told.on)))
    .slice(0, 1)
}

const dated = (officer: Officer, on: Day): Officer => ({
  ...officer,
  on: dayText(Number.isFinite(on) ? on : addYears(0, 50)),
})
