import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addPeriod, day, isNeverShorter, period } from '../../../policy/index.ts'

const spans = fc.record({
  months: fc.oneof(fc.constantFrom(0, 1, 2, 11, 12, 13, 24, 48, 120), fc.nat(40)),
  days: fc.oneof(fc.constantFrom(0, 1, 27, 28, 29, 30, 31, 32, 59, 60, 61, 364, 365, 366, 367), fc.nat(1500)),
})
const first = day('2000-01-01')
/** Every day of a few years, two of them leap years, and around a century that has no leap day. */
const starts = [
  ...Array.from({ length: 5 * 366 }, (_, i) => first + i),
  ...Array.from({ length: 800 }, (_, i) => day('2095-06-01') + i * 4),
]

test('a span is never shorter than another only if it is not so from any day one may start', () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      if (isNeverShorter(a, b)) expect(starts.find((d) => addPeriod(d, a) < addPeriod(d, b))).toBe(undefined)
    }),
    { numRuns: 400 },
  )
})

test('and where it is not, some start shows it', () => {
  const cycle = Array.from({ length: 146_097 }, (_, i) => first + i)
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      if (!isNeverShorter(a, b)) expect(cycle.some((d) => addPeriod(d, a) < addPeriod(d, b))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['P1Y', 'P365D', true],
  ['P365D', 'P1Y', false],
  ['P366D', 'P1Y', true],
  ['P1M', 'P28D', true],
  ['P1M', 'P29D', false],
  ['P31D', 'P1M', true],
  ['P30D', 'P1M', false],
  ['P12M', 'P1Y', true],
  ['P10Y', 'P9Y366D', false],
  ['P9Y366D', 'P10Y', true],
  ['P9Y365D', 'P10Y', false],
])('%s is never shorter than %s: %s', (a, b, answer) => {
  expect(isNeverShorter(period(a), period(b))).toBe(answer)
})
