import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badDates } from './bad-dates.ts'
import { badKin, soundKin } from './bad-kin.ts'
import { badHolders, badReferences, badWords } from './bad-references.ts'
import { bureau, openOffice, plus, told, withLine } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** Rows of every tenant table, by table. */
const rowCounts = async () => {
  const tables = ['unit', 'unit_version', 'team', 'term', 'post', 'post_version', 'succession', 'person', 'assignment']
  const more = [
    'person_personnel',
    'state_personnel',
    'state_discipline',
    'dossier',
    'kin_edge',
    'piece',
    'finding',
    'job',
  ]
  const counts = [...tables, ...more].map((table) => `(select count(*)::int from ${table}) as ${table}`)
  return office.query((tx) => tx.execute(sql.raw(`select ${counts.join(', ')}`)))
}

const cases = [...badDates, ...badReferences, ...badWords, ...badHolders, ...badKin]

describe('a roster is refused whole, with the cell, the word for it and what would be right', () => {
  test.each(cases.map((bad) => [bad.what, bad] as const))('%s', async (_, { roster, at, code, says }) => {
    const before = await rowCounts()
    const report = await office.file(roster)
    const [file, row, column, value] = at
    expect(report.problems.map(told)).toContainEqual({ file, row, column, value, code })
    const problem = report.problems.find((p) => p.file === file && p.row === row && p.code === code)
    expect(`${problem?.reason.en} ${problem?.remedy.en} ${problem?.remedy.zh}`).toContain(says)
    // Bad in the way said and no other: one bad cell does not drag others along.
    expect([...new Set(report.problems.map((problem) => problem.code))]).toEqual([code])
    expect(report.accepted).toBe(false)
    expect(await rowCounts()).toEqual(before)
  })

  test('and all that is wrong anywhere is told at once, in reading order', async () => {
    const bad = [
      ['terms', 2, 'T9|1|2016-09-01|2021-09-01'],
      ['assignments', 6, 'P33|Z33|2015-06-30|||'],
      ['assignments', 2, 'P1|Z2|2003-07|2012-07||'],
      ['people', 3, 'P2||X|1980-13|civil|||'],
    ] as const
    let roster = bureau
    for (const [sheet, row, line] of bad) roster = withLine(roster, sheet, row, line)
    const { problems } = await office.file(roster)
    expect(problems.map(({ file, row, code }) => [file, row, code])).toEqual([
      ['assignments.csv', 4, 'POST_OVER_QUOTA'],
      ['assignments.csv', 6, 'UNKNOWN_PERSON'],
      ['assignments.csv', 6, 'UNKNOWN_POST'],
      ['people.csv', 3, 'REQUIRED_MISSING'],
      ['people.csv', 3, 'UNKNOWN_WORD'],
      ['people.csv', 3, 'IMPOSSIBLE_DATE'],
      ['terms.csv', 2, 'UNKNOWN_TEAM'],
    ])
  })
})

describe('months leave room', () => {
  test('a successor may take a post of one seat in the very month the predecessor left it', async () => {
    const { accepted, problems } = await office.file(bureau, { check: true })
    expect([accepted, problems]).toEqual([true, []])
  })

  test('someone acting for the holder takes no seat', async () => {
    const roster = plus(bureau, 'assignments', 'P3|Z2|2016-01-01|2017-01-01|主持工作|')
    expect((await office.file(roster, { check: true })).problems).toEqual([])
  })

  test('a unit and its parent may change places on a stated day without ever containing each other', async () => {
    const roster = {
      units: [
        'code|name|kind|jurisdiction|parent|from|to|succeeds',
        'A|甲|organ|411100|||2010-01|',
        'A|甲|internal_unit|411100|B|2010-01||',
        'B|乙|internal_unit|411100|A||2010-01|',
        'B|乙|organ|411100||2010-01||',
      ],
    }
    expect((await office.file(roster, { check: true })).problems).toEqual([])
  })
})

describe('ties of kinship that look odd and are sound', () => {
  test.each(soundKin)('%s', async (_, roster) => {
    expect((await office.file(roster, { check: true })).problems).toEqual([])
  })
})
