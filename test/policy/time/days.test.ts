import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addPeriod, day, type Period } from '../../../policy/index.ts'
import {
  accumulated,
  after,
  bridge,
  complement,
  type Days,
  has,
  intersect,
  lasting,
  minus,
  sameDays,
  union,
} from '../../../policy/time/days.ts'

const first = day('2000-01-15')
const length = 900
const everyDay = Array.from({ length }, (_, i) => first + i)

/** A set of days inside a window, and the same set as a list of yes and no. */
const someDays = fc
  .array(fc.tuple(fc.integer({ min: 0, max: length - 1 }), fc.integer({ min: 1, max: 300 })), { maxLength: 6 })
  .map((spans) =>
    spans.map(([from, size]): Days => [first + from, first + Math.min(from + size, length)]).reduce(union, []),
  )

const short: fc.Arbitrary<Period> = fc
  .record({ months: fc.integer({ min: 0, max: 7 }), days: fc.integer({ min: 0, max: 40 }) })
  .filter((p) => p.months + p.days > 0)

const listed = (days: Days) => everyDay.filter((d) => has(days, d))
const isCanonical = (days: Days) =>
  days.every((bound, i) => i === 0 || bound > (days[i - 1] ?? Infinity)) && days.length % 2 === 0

test('union, intersection, complement and difference are those of sets', () => {
  fc.assert(
    fc.property(someDays, someDays, (a, b) => {
      for (const d of everyDay) {
        expect(has(union(a, b), d)).toBe(has(a, d) || has(b, d))
        expect(has(intersect(a, b), d)).toBe(has(a, d) && has(b, d))
        expect(has(complement(a), d)).toBe(!has(a, d))
        expect(has(minus(a, b), d)).toBe(has(a, d) && !has(b, d))
      }
      for (const set of [union(a, b), intersect(a, b), complement(a), minus(a, b)]) expect(isCanonical(set)).toBe(true)
      expect(sameDays(complement(complement(a)), a)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

/** First day of the unbroken run of `a` that contains `d`, walked back day by day. */
const startOfRun = (a: Days, d: number): number => {
  let start = d
  while (has(a, start - 1)) start -= 1
  return start
}

test('a day has lasted N when the day its run began lies N or more back', () => {
  fc.assert(
    fc.property(someDays, short, (a, p) => {
      const expected = everyDay.filter((d) => has(a, d) && addPeriod(startOfRun(a, d), p) <= d)
      expect(listed(lasting(a, p))).toEqual(expected)
    }),
    { numRuns: 150 },
  )
})

test('days add up when the current run, moved back by the earlier days, reaches N', () => {
  fc.assert(
    fc.property(someDays, short, (a, p) => {
      let served = 0
      let reached = false
      for (const d of everyDay) {
        if (has(a, d - 1) && !reached) reached = addPeriod(d - served, p) <= d
        if (has(a, d)) {
          if (!reached) reached = served > 0 && addPeriod(d - served, p) <= d
          served += 1
        }
        // In a hole the sum stands still; by how months fall it may come out a day or two before the next run begins.
        if (reached || has(a, d)) expect(has(accumulated(a, p), d)).toBe(reached)
      }
    }),
    { numRuns: 150 },
  )
})

test('a hole is bridged when it is short enough or lies wholly inside what bridges it', () => {
  fc.assert(
    fc.property(someDays, fc.integer({ min: 0, max: 60 }), someDays, (a, days, over) => {
      const bridged = bridge(a, days, over)
      for (let d = first; d < first + length; d += 1) {
        if (has(a, d)) expect(has(bridged, d)).toBe(true)
        else {
          let [from, to] = [d, d + 1]
          while (from > first - 1 && !has(a, from - 1)) from -= 1
          while (to < first + length + 1 && !has(a, to)) to += 1
          const inside = from > first - 1 && to < first + length + 1
          const all = Array.from({ length: to - from }, (_, i) => has(over, from + i)).every(Boolean)
          expect(has(bridged, d)).toBe(inside && (to - from <= days || all))
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('the days after an event are those within N of some day of it', () => {
  fc.assert(
    fc.property(someDays, short, (a, p) => {
      const marked = listed(a)
      const expected = everyDay.filter((d) => marked.some((e) => e <= d && d < addPeriod(e, p)))
      expect(listed(after(a, p))).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})

test('every operator but complement is monotone, so it lifts to what is surely and what is possibly so', () => {
  fc.assert(
    fc.property(someDays, someDays, someDays, short, (a, more, over, p) => {
      const b = union(a, more)
      const within = (x: Days, y: Days) => minus(x, y).length === 0
      expect(within(lasting(a, p), lasting(b, p))).toBe(true)
      expect(within(accumulated(a, p), accumulated(b, p))).toBe(true)
      expect(within(bridge(a, 9, over), bridge(b, 9, over))).toBe(true)
      expect(within(after(a, p), after(b, p))).toBe(true)
    }),
    { numRuns: 300 },
  )
})
