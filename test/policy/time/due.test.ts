import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  addMonths,
  addPeriod,
  addYears,
  day,
  dayText,
  firstWithin,
  parseDay,
  parseStated,
  period,
} from '../../../policy/index.ts'

const rows: { start: string; years: string; due_postgres: string }[] = parse(
  readFileSync('test/cases/date_due_cases.csv'),
  { columns: true },
)

test('the cases are there', () => expect(rows.length).toBeGreaterThan(30))

test.each(rows)('$years full years from $start are reached on $due_postgres', ({ start, years, due_postgres }) => {
  expect(dayText(addYears(day(start), Number(years)))).toBe(due_postgres)
})

test('every day of four centuries is read and written back, and months are added as the calendar library adds them', () => {
  for (let d = day('1850-01-01'); d < day('2190-01-01'); d += 13) {
    const plain = Temporal.PlainDate.from(dayText(d))
    expect(parseDay(dayText(d))).toBe(d)
    const months = d % 400
    expect(dayText(addMonths(d, months))).toBe(plain.add({ months }).toString())
  }
})

test('what is not a day of the calendar is refused', () => {
  for (const text of [
    '2014-02-30',
    '2013-02-29',
    '0001-01-01',
    'infinity',
    '2014-13-01',
    '2014-00-10',
    '2014-1-1',
    '9999-12-31',
    '',
  ])
    expect(parseDay(text), text).toBeNull()
  for (const text of ['2014-13', '2014-0', '20140301', '1799', '2014-3', 'infinity', ''])
    expect(parseStated(text), text).toBeNull()
})

test('less than three years are left from the day after the third year before', () => {
  const limit = day('2028-02-01')
  expect(dayText(firstWithin(limit, period('P3Y')))).toBe('2025-02-02')
  expect(dayText(firstWithin(day('2028-02-29'), period('P3Y')))).toBe('2025-03-01')
})

test('the first day within a period is the first whose corresponding day passes the limit', () => {
  for (let limit = day('1999-12-01'); limit < day('2009-01-01'); limit += 1) {
    for (const p of ['P3Y', 'P1D', 'P0D', 'P6M', 'P1Y1M1D'].map(period)) {
      const first = firstWithin(limit, p)
      expect(addPeriod(first, p)).toBeGreaterThan(limit)
      expect(addPeriod(first - 1, p)).toBeLessThanOrEqual(limit)
    }
  }
})
