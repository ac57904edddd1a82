import { afterAll, beforeAll, expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { renderReport } from '../../acts/roster/report/report.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'
import { type Lines, openOffice } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice()
  const installed = await installPlugin(office.db, { document: tenurePolicy(10), by: 'test' })
  if (installed instanceof KnownProblem) throw installed
  await runJobsUntilDone(office.db, installed.jobs)
})
afterAll(() => office.close())

/** People who took their posts in January of these years and hold them still. */
const section = (...years: readonly number[]): Lines => ({
  units: ['code|name|kind|jurisdiction', 'U1|市财政局|organ|411100'],
  posts: ['code|unit|title|quota', `Z1|U1|科员|${years.length + 1}`],
  people: ['code|name|sex|birth|category', ...years.map((_, i) => `P${i}|某${i}|M|1985|civil`)],
  assignments: ['person|post|from', ...years.map((year, i) => `P${i}|Z1|${year}-01-01`)],
})

test('a check says who becomes due, the import says the same, and the record agrees', async () => {
  const roster = section(2001, 2010, 2014, 2020)
  const check = await office.file(roster, { check: true })
  expect(check.counts).toMatchObject({ becomeDue: 3, ceaseDue: 0, careersChanged: 4 })
  expect(renderReport(check)).toContain('4 人履历有变化，3 人转为应交流')
  expect((await office.file(roster)).counts).toMatchObject({ becomeDue: 3, ceaseDue: 0 })
  const later = section(2001, 2010, 2019, 2012)
  expect((await office.file(later, { check: true })).counts).toMatchObject({
    becomeDue: 1,
    ceaseDue: 1,
    careersChanged: 2,
  })
  expect((await office.file(later)).counts).toMatchObject({ becomeDue: 1, ceaseDue: 1 })
})

test('more people than are judged while one waits are judged by a job, and the import returns when it is done', async () => {
  const many = section(...Array.from({ length: 520 }, (_, i) => (i % 2 === 0 ? 2000 : 2022)))
  const { counts: checked } = await office.file(many, { check: true })
  expect(checked).toMatchObject({ people: 520, becomeDue: 259, ceaseDue: 2 })
  expect((await office.file(many)).counts).toMatchObject({ becomeDue: checked.becomeDue, ceaseDue: checked.ceaseDue })
})
