import type { Day } from '../../time/day.ts'
import { type Days, daysFrom, has, union } from '../../time/days.ts'
import type { Truth } from '../../time/truth.ts'
import type { Crew, Member } from './crew.ts'

/** Least and most something may come to, over all completions of what is not known. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

/** What one member adds to a sum: when they belong and are counted, when they belong and are not, when they do not belong. */
export interface Weights {
  readonly counted: number
  readonly uncounted: number
}

/** What is added up on a day beside the members, such as a debt for each seat. */
export type Constant = (on: Day) => number

interface Stand {
  readonly belongs: Truth
  readonly counted: Truth
}

/**
 * Days on which a sum over the members is not negative: surely where even its least is not, possibly where its most is not
 * (S17). Walks once over the days on which somebody comes, goes or changes.
 */
export const notNegative = (
  { members }: Crew,
  counts: (member: Member) => Truth,
  weights: Weights,
  constant: Constant,
  changes: readonly Day[],
): Truth => {
  const stands = members.map((member): Stand => ({ belongs: member.belongs, counted: counts(member) }))
  let surely: Days = []
  let possibly: Days = []
  for (const [from, to] of stretches(stands, changes)) {
    const { least, most } = sumOn(stands, from, weights)
    const debt = constant(from)
    if (most + debt >= 0) possibly = union(possibly, daysFrom(from, to))
    if (least + debt >= 0) surely = union(surely, daysFrom(from, to))
  }
  return { surely, possibly }
}

/** The days cut wherever something about a member, or `changes`, begins or ends. */
function* stretches(stands: readonly Stand[], changes: readonly Day[]): Generator<readonly [Day, Day]> {
  const bounds = new Set<Day>([-Infinity, ...changes])
  for (const { belongs, counted } of stands)
    for (const days of [belongs.surely, belongs.possibly, counted.surely, counted.possibly])
      for (const bound of days) bounds.add(bound)
  const ordered = [...bounds].filter((bound) => bound < Infinity).sort((a, b) => a - b)
  for (const [i, from] of ordered.entries()) yield [from, ordered[i + 1] ?? Infinity]
}

const sumOn = (stands: readonly Stand[], on: Day, weights: Weights): Bounds => {
  let [least, most] = [0, 0]
  for (const stand of stands) {
    const { least: low, most: high } = shareOf(stand, on, weights)
    least += low
    most += high
  }
  return { least, most }
}

const shareOf = ({ belongs, counted }: Stand, on: Day, weights: Weights): Bounds => {
  if (!has(belongs.possibly, on)) return { least: 0, most: 0 }
  const may = [
    ...(has(counted.possibly, on) ? [weights.counted] : []),
    ...(has(counted.surely, on) ? [] : [weights.uncounted]),
    ...(has(belongs.surely, on) ? [] : [0]),
  ]
  return { least: Math.min(...may), most: Math.max(...may) }
}

/** Members on a day, and those of them for whom something holds. */
export const headsOn = (crew: Crew, counts: (member: Member) => Truth, on: Day) => {
  const there = crew.members.filter(({ belongs }) => has(belongs.possibly, on))
  return {
    members: there.length,
    surely: there.filter((m) => has(m.belongs.surely, on) && has(counts(m).surely, on)),
    possibly: there.filter((m) => has(counts(m).possibly, on)),
  }
}
