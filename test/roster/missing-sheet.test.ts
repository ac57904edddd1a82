import { isNull, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assignment } from '../../db/tables/assignment.ts'
import { bureau, type Lines, openOffice, told } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice()
  expect((await office.file(bureau)).problems).toEqual([])
})
afterEach(() => office.close())

const heldNow = async () => {
  const [row] = await office.query((tx) =>
    tx.select({ n: sql<number>`count(*)::int` }).from(assignment).where(isNull(assignment.recordedTo)),
  )
  return row?.n
}

const { assignments = [], ...others } = bureau

test('a roster of people without their assignments would empty their careers, and is refused', async () => {
  const { accepted, problems } = await office.file(others)
  expect(accepted).toBe(false)
  expect(problems.map(told)).toEqual([
    { file: 'assignments', row: null, column: null, value: null, code: 'MISSING_FILE' },
  ])
  expect(problems[0]?.reason.en).toContain('3 of the people')
  expect(await heldNow()).toBe(5)
})

test('a misspelt file of assignments empties no career', async () => {
  const { accepted, problems } = await office.file({ ...others, assignment: assignments })
  expect([accepted, problems.map(({ code }) => code)]).toEqual([false, ['UNKNOWN_FILE']])
  expect(await heldNow()).toBe(5)
})

test('a file without even a heading is no sheet of assignments; one with headings alone says that there are none', async () => {
  expect((await office.file({ ...others, assignments: [] })).problems.map(({ code }) => code)).toEqual(['MISSING_FILE'])
  const emptied: Lines = { ...others, assignments: assignments.slice(0, 1) }
  expect((await office.file(emptied)).problems).toEqual([])
  expect(await heldNow()).toBe(0)
})

test('people who have no stored career may be filed without one', async () => {
  const newcomers = { people: ['code|name|sex|birth', 'P9|赵新|F|1990'] }
  expect((await office.file(newcomers)).problems).toEqual([])
  expect((await office.file(newcomers)).problems).toEqual([])
})
