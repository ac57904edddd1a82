import { day } from '../../../time/day.ts'
import { addYears, period } from '../../../time/period.ts'
import type { Clause } from '../literal.ts'
import { before, bornOn, heldSince, type Officer } from './officer.ts'

/** The officer, and the same one a day to either side of every tenure and age these conditions count. */
export const aroundThresholds = (officer: Officer, conditions: readonly Clause[]): readonly Officer[] => {
  const leaves = conditions.flat().map(({ leaf }) => leaf)
  const spans = leaves.flatMap((leaf) =>
    'lasting' in leaf ? [leaf.lasting.atLeast] : 'accumulated' in leaf ? [leaf.accumulated.atLeast] : [],
  )
  const ages = leaves.flatMap((leaf) =>
    'age' in leaf ? [leaf.age.atLeast, leaf.age.atMost === undefined ? undefined : leaf.age.atMost + 1] : [],
  )
  const tenures = [...new Set(spans)].flatMap((span) => {
    const { months, days } = period(span)
    return nearby.map((near) => heldSince(officer, before(officer, months, near - days)))
  })
  const births = [...new Set(ages)].flatMap((age) =>
    age === undefined ? [] : nearby.map((near) => addYears(day(officer.on), -age) + near),
  )
  const told = [officer, ...tenures]
  return [...told, ...births.flatMap((birth) => told.map((one) => bornOn(one, birth)))]
}

const nearby = [0, 1, -1]
