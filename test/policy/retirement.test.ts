import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { day, dayText, type RetirementGroup, retirementAgeMonths, retirementDay } from '../../policy/index.ts'

interface Row {
  readonly sex_category: 'male' | 'female_55' | 'female_50'
  readonly birth_year_month: string
  readonly retirement_age_years_months: string
  readonly retirement_year_month: string
}

const rows: Row[] = parse(readFileSync('test/cases/retirement_cases.csv'), { columns: true })
const groups: Record<Row['sex_category'], RetirementGroup> = { male: 'M', female_55: 'W55', female_50: 'W50' }
const today = day('2026-01-01')

test('the cases are there', () => expect(rows.length).toBeGreaterThan(50))

test.each(rows)(
  '$sex_category born $birth_year_month retires at $retirement_age_years_months in $retirement_year_month',
  (row) => {
    const birth = day(`${row.birth_year_month}-01`)
    const months = retirementAgeMonths(birth, groups[row.sex_category], today)
    expect(`${Math.floor(months / 12)}y${months % 12}m`).toBe(row.retirement_age_years_months)
    expect(dayText(retirementDay(birth, groups[row.sex_category], today)).slice(0, 7)).toBe(row.retirement_year_month)
  },
)

test('a day judged before 2025 keeps the old ages', () => {
  expect(dayText(retirementDay(day('1967-06-15'), 'M', day('2024-12-31')))).toBe('2027-06-15')
  expect(dayText(retirementDay(day('1967-06-15'), 'M', day('2025-01-01')))).toBe('2028-02-15')
})

test('the day of the month is kept, and clamped where the month has none', () => {
  expect(dayText(retirementDay(day('1965-12-31'), 'M', today))).toBe('2026-03-31')
  expect(dayText(retirementDay(day('1967-08-31'), 'M', today))).toBe('2028-04-30')
})

test('the limits of 63 and 65 lie outside the annexes and are not delayed', () => {
  expect(dayText(retirementDay(day('1970-03-04'), 'AGE63', today))).toBe('2033-03-04')
  expect(dayText(retirementDay(day('1970-03-04'), 'AGE65', today))).toBe('2035-03-04')
})
