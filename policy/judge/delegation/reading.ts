import type { Governs } from '../../facts/authority.ts'
import type { DivisionCode } from '../../facts/person.ts'
import { complement, type Days, intersect, noDays, runs, union } from '../../time/days.ts'
import { all, always, both, either, isCertain, negated, never, some, type Truth } from '../../time/truth.ts'
import type { Line } from '../rule-book.ts'

/** A rule read with the values of one place: the days on which these are the values, and those on which it then holds. */
export interface Reading<C> {
  readonly versions: readonly C[]
  readonly applies: Truth
  readonly holds: Truth
}

/** Somebody, as a rule reaches them: through which authorities, and on which days a jurisdiction is on their chain. */
export interface Reached {
  readonly authorities: Iterable<DivisionCode>
  /** Asked before any day is computed: false where it is on no day. */
  mayBeJudged(governs: Governs): boolean
  chain(governs: Governs): Truth
}

/** Somebody who is under one authority throughout. */
export const under = (authority: DivisionCode): Reached => ({
  authorities: [authority],
  mayBeJudged: (governs) => governs(authority),
  chain: (governs) => (governs(authority) ? always : never),
})

/**
 * How a rule is read of somebody: on each day with the values of the lowest place on their chain that sets any, else with the
 * superior's own. Two authorities may have the say on one day, through two posts: then it is read both ways.
 */
export const readingsOf = <C>(
  line: Line<C>,
  reached: Reached,
  holds: (versions: readonly C[]) => Truth,
): readonly Reading<C>[] => {
  if (line.locals === null) return [{ versions: line.versions, applies: always, holds: holds(line.versions) }]
  const there = line.locals.of(reached.authorities)
  const [only] = there
  if (only !== undefined && there.length === 1)
    return [{ versions: only.versions, applies: always, holds: holds(only.versions) }]
  return there
    .map(({ versions, governs }) => ({ versions, applies: reached.chain(governs) }))
    .filter(({ applies }) => applies.possibly.length > 0)
    .map((reading) => ({ ...reading, holds: holds(reading.versions) }))
}

/**
 * Days the rule holds, however it is read, as far as its jurisdiction is on the chain at all. It surely does where a reading
 * that surely applies says so, and where every one that may apply does: which of them it is need not be known.
 */
export const holdsAsRead = <C>(readings: readonly Reading<C>[]): Truth => {
  const [only] = readings
  if (only !== undefined && readings.length === 1) return only.holds
  const sum = some(readings.map(({ applies, holds }) => both(applies, holds)))
  if (isCertain(sum)) return sum
  const whichever = all(readings.map(({ applies, holds }) => either(holds, negated(applies))))
  return { surely: union(sum.surely, whichever.surely), possibly: sum.possibly }
}

/**
 * The versions of a rule as they judged somebody, each day by the values that held of them then: what findings and explanations
 * are read off. Where several readings may apply, the one that binds is told.
 */
export const versionsAsRead = <C extends Pieced>(
  readings: readonly Reading<C>[],
  versions: readonly C[],
): readonly C[] => {
  const [only] = readings
  if (only === undefined || readings.length === 1) return only?.versions ?? versions
  const told = daysToTell(readings)
  return versions.map((version, i) => {
    const pieces = readings.flatMap((reading, n) => clipped(reading.versions[i] ?? version, told[n] ?? noDays))
    return { ...version, pieces: pieces.toSorted((a, b) => a.from - b.from) }
  })
}

/** A rule as it judges somebody, and the days it holds of them while its jurisdiction is on their chain. */
export interface AsReached<C> {
  readonly line: Line<C>
  readonly bound: Truth
}

/**
 * A rule may reach what it judges in several ways: two people by either of them, a placement by the post and by the person
 * (S12). On each way it is read with the values of the places there: what a place sets, it sets for whom it governs.
 */
export const asReached = <C extends Pieced>(
  line: Line<C>,
  ways: readonly Reached[],
  holds: (versions: readonly C[]) => Truth,
): AsReached<C> => {
  if (line.locals === null) {
    const days = holds(line.versions)
    return { line, bound: days.possibly.length === 0 ? never : both(days, chainOf(line, ways)) }
  }
  const read = ways.map((way) => ({ chain: chainOf(line, [way]), readings: readingsOf(line, way, holds) }))
  const readings = read.flatMap(({ chain, readings }) =>
    readings.map((reading) => ({ ...reading, applies: both(reading.applies, chain) })),
  )
  return {
    line: { ...line, versions: versionsAsRead(readings, line.versions) },
    bound: some(read.map(({ chain, readings }) => both(holdsAsRead(readings), chain))),
  }
}

/** Days a rule's jurisdiction is on the chain of any of these. */
const chainOf = ({ governs }: Pick<Line<unknown>, 'governs'>, ways: readonly Reached[]): Truth => {
  let days = never
  for (const way of ways) {
    if (way.mayBeJudged(governs)) days = either(days, way.chain(governs))
    if (days === always) return days
  }
  return days
}

interface Pieced {
  readonly pieces: readonly { readonly from: number; readonly to: number; readonly cut: Days }[]
}

/** For each reading the days it is told on; no day is told twice. */
const daysToTell = <C>(readings: readonly Reading<C>[]): readonly Days[] => {
  let left = complement(noDays)
  const told = readings.map(() => noDays)
  const binding = readings.map(({ applies, holds }) => both(applies, holds))
  const preferred = [
    binding.map(({ surely }) => surely),
    binding.map(({ possibly }) => possibly),
    readings.map(({ applies }) => applies.surely),
    readings.map(({ applies }) => applies.possibly),
  ]
  for (const choice of preferred)
    for (const [n, days] of choice.entries()) {
      const taken = intersect(days, left)
      told[n] = union(told[n] ?? noDays, taken)
      left = intersect(left, complement(taken))
    }
  return told
}

const clipped = ({ pieces }: Pieced, days: Days): Pieced['pieces'] =>
  [...runs(days)].flatMap(([start, end]) =>
    pieces.flatMap((piece) => {
      const [from, to] = [Math.max(piece.from, start), Math.min(piece.to, end)]
      return from < to ? [{ ...piece, from, to, cut: intersect(piece.cut, [from, to]) }] : []
    }),
  )
