import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RosterProblemCode } from '../../acts/roster/problem.ts'
import { bureau, type Lines, openOffice, plus, told, withLine } from './office.ts'

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

interface Bad {
  readonly what: string
  readonly roster: Lines
  readonly at: readonly [file: string, row: number, column: string, value: string | null]
  readonly code: RosterProblemCode
  /** What the report proposes, or whom it names. */
  readonly says: string
}

const dates: readonly Bad[] = [
  {
    what: 'an assignment that ends before it begins',
    roster: withLine(bureau, 'assignments', 6, 'P3|Z3|2015-06-30|2014-01-01|试用|'),
    at: ['assignments.csv', 6, 'to', '2014-01-01'],
    code: 'REVERSED_DATES',
    says: '2015-06-30',
  },
  {
    what: 'an assignment that ends on the day it begins',
    roster: withLine(bureau, 'assignments', 6, 'P3|Z4|2010-01-01|2010-01-01||'),
    at: ['assignments.csv', 6, 'to', '2010-01-01'],
    code: 'REVERSED_DATES',
    says: 'no day between them',
  },
  {
    what: 'a unit that ends before it begins',
    roster: withLine(bureau, 'units', 4, 'U3|国库科|internal_unit|411100|U1|2012|2009-12|'),
    at: ['units.csv', 4, 'to', '2009-12'],
    code: 'REVERSED_DATES',
    says: '2012',
  },
  {
    what: 'two rows of one code that share days',
    roster: plus(
      withLine(bureau, 'units', 4, 'U3|国库科|internal_unit|411100|U1||2019-01-01|'),
      'units',
      'U3|国库处|internal_unit|411100|U1|2018-01-01||',
    ),
    at: ['units.csv', 5, 'from', '2018-01-01'],
    code: 'OVERLAPPING_DATES',
    says: 'row 4',
  },
  {
    what: 'two rows of one code without days',
    roster: plus(bureau, 'posts', 'Z1|U1|局长|正处|yes|chief|||||||'),
    at: ['posts.csv', 6, 'code', 'Z1'],
    code: 'DUPLICATE_CODE',
    says: 'row 2',
  },
  {
    what: 'the first day of all days',
    roster: withLine(bureau, 'assignments', 2, 'P1|Z2|0001-01-01|2012-05||'),
    at: ['assignments.csv', 2, 'from', '0001-01-01'],
    code: 'IMPOSSIBLE_DATE',
    says: '0001-01-01',
  },
  {
    what: 'a day without end',
    roster: withLine(bureau, 'assignments', 3, 'P1|Z1|2012-05|infinity||'),
    at: ['assignments.csv', 3, 'to', 'infinity'],
    code: 'BAD_DATE',
    says: 'leave the cell blank',
  },
  {
    what: 'a day that no calendar has',
    roster: withLine(bureau, 'people', 2, 'P1|张建国|M|1970-02-30|civil|||'),
    at: ['people.csv', 2, 'birth', '1970-02-30'],
    code: 'IMPOSSIBLE_DATE',
    says: 'no such day',
  },
  {
    what: 'someone who joined before birth',
    roster: withLine(bureau, 'people', 3, 'P2|李秀英|F|2013|civil|||'),
    at: ['assignments.csv', 4, 'from', '2012-05'],
    code: 'JOINED_BEFORE_BIRTH',
    says: '2013',
  },
  {
    what: 'someone who began to work before birth',
    roster: withLine(bureau, 'people', 2, 'P1|张建国|M|1970-03|civil|||1969-12'),
    at: ['people.csv', 2, 'work_start', '1969-12'],
    code: 'JOINED_BEFORE_BIRTH',
    says: '1970-03',
  },
  {
    what: 'someone who took a post after death',
    roster: withLine(bureau, 'people', 4, 'P3|王伟|男|1985-05-06|公务员|2012-01-01||'),
    at: ['assignments.csv', 6, 'from', '2015-06-30'],
    code: 'AFTER_DEATH',
    says: '2012-01-01',
  },
  {
    what: 'a term number given twice',
    roster: plus(bureau, 'terms', 'T1|2|2026-09-01|'),
    at: ['terms.csv', 4, 'number', '2'],
    code: 'TERM_NUMBER_TWICE',
    says: 'row 3',
  },
  {
    what: 'a later term that begins before an earlier one',
    roster: withLine(bureau, 'terms', 3, 'T1|2|2011-09-01|2016-09-01'),
    at: ['terms.csv', 3, 'from', '2011-09-01'],
    code: 'TERM_ORDER',
    says: 'term 1',
  },
  {
    what: 'two authorities at once',
    roster: { ...bureau, authorities: ['person|jurisdiction|from|to', 'P1|411100|2010|2015', 'P1|410000|2014|2016'] },
    at: ['authorities.csv', 3, 'from', '2014'],
    code: 'OVERLAPPING_DATES',
    says: 'row 2',
  },
]

const references: readonly Bad[] = [
  {
    what: 'an unknown post',
    roster: withLine(bureau, 'assignments', 6, 'P3|Z33|2015-06-30|||'),
    at: ['assignments.csv', 6, 'post', 'Z33'],
    code: 'UNKNOWN_POST',
    says: '`Z3`',
  },
  {
    what: 'an unknown person',
    roster: withLine(bureau, 'states', 2, 'P22|appraisal|2024-12-31||优秀'),
    at: ['states.csv', 2, 'person', 'P22'],
    code: 'UNKNOWN_PERSON',
    says: '`P2`',
  },
  {
    what: 'an unknown relative',
    roster: withLine(bureau, 'kin', 2, 'P1|spouse|Q9|'),
    at: ['kin.csv', 2, 'relative', 'Q9'],
    code: 'UNKNOWN_PERSON',
    says: 'add the person to the roster',
  },
  {
    what: 'an unknown unit',
    roster: withLine(bureau, 'posts', 5, 'Z4|U22|科员|科员|no||||3|civil|||'),
    at: ['posts.csv', 5, 'unit', 'U22'],
    code: 'UNKNOWN_UNIT',
    says: '`U2`',
  },
  {
    what: 'an unknown team',
    roster: withLine(bureau, 'terms', 2, 'T9|1|2016-09-01|2021-09-01'),
    at: ['terms.csv', 2, 'team', 'T9'],
    code: 'UNKNOWN_TEAM',
    says: '`T1`',
  },
  {
    what: 'an unknown jurisdiction',
    roster: withLine(bureau, 'units', 3, 'U2|预算科|internal_unit|411199|U1|||'),
    at: ['units.csv', 3, 'jurisdiction', '411199'],
    code: 'UNKNOWN_JURISDICTION',
    says: '411100 漯河市',
  },
  {
    what: 'a jurisdiction by name',
    roster: withLine(bureau, 'units', 3, 'U2|预算科|internal_unit|漯河市|U1|||'),
    at: ['units.csv', 3, 'jurisdiction', '漯河市'],
    code: 'UNKNOWN_JURISDICTION',
    says: '411100',
  },
  {
    what: 'a dangling superior',
    roster: withLine(bureau, 'posts', 3, 'Z2|U2|科长|正科|yes|chief||Z9||civil|||'),
    at: ['posts.csv', 3, 'reports_to', 'Z9'],
    code: 'UNKNOWN_POST',
    says: 'Did you mean',
  },
  {
    what: 'a unit that contains itself',
    roster: withLine(bureau, 'units', 2, 'U1|市财政局|organ|411100|U1|||'),
    at: ['units.csv', 2, 'parent', 'U1'],
    code: 'UNIT_CONTAINS_ITSELF',
    says: '`U1` → `U1`',
  },
  {
    what: 'a post that reports to its own subordinate',
    roster: withLine(bureau, 'posts', 4, 'Z3|U3|科长|正科|yes|chief||Z3||civil|||'),
    at: ['posts.csv', 4, 'reports_to', 'Z3'],
    code: 'REPORTS_TO_CYCLE',
    says: '`Z3` → `Z3`',
  },
  {
    what: 'a chief who reports to someone whose blank superior is that chief',
    roster: withLine(bureau, 'posts', 3, 'Z2|U2|科长|正科|yes|chief||Z4||civil|||'),
    at: ['posts.csv', 3, 'reports_to', 'Z4'],
    code: 'REPORTS_TO_CYCLE',
    says: '`Z2` → `Z4` → `Z2`',
  },
  {
    what: 'a unit that succeeds itself',
    roster: withLine(bureau, 'units', 4, 'U3|国库科|internal_unit|411100|U1|||U3'),
    at: ['units.csv', 4, 'succeeds', 'U3'],
    code: 'SUCCESSION_CYCLE',
    says: '`U3` → `U3`',
  },
  {
    what: 'a succession from nowhere',
    roster: withLine(bureau, 'posts', 4, 'Z3|U3|科长|正科|yes|chief||||civil|||Z0'),
    at: ['posts.csv', 4, 'succeeds', 'Z0'],
    code: 'UNKNOWN_POST',
    says: 'Did you mean',
  },
  {
    what: 'a person given twice',
    roster: plus(bureau, 'people', 'P1|张建军|M|1972|civil|||'),
    at: ['people.csv', 5, 'code', 'P1'],
    code: 'DUPLICATE_CODE',
    says: 'row 2',
  },
  {
    what: 'a code that two jurisdictions of the file use',
    roster: plus(plus(bureau, 'units', 'U3|区财政局|organ|411102||||'), 'posts', 'Z5|U3|局长|正科|yes|chief|||||||'),
    at: ['posts.csv', 4, 'unit', 'U3'],
    code: 'AMBIGUOUS_CODE',
    says: '`411100:U3`, `411102:U3`',
  },
  {
    what: 'a parent in another province, whose data are kept apart',
    roster: plus(
      withLine(bureau, 'units', 4, 'U3|国库科|internal_unit|411100|360400:U9|||'),
      'units',
      'U9|九江市财政局|organ|360400||||',
    ),
    at: ['units.csv', 4, 'parent', '360400:U9'],
    code: 'OTHER_PROVINCE',
    says: 'same province',
  },
]

const words: readonly Bad[] = [
  {
    what: 'a word that no list has',
    roster: withLine(bureau, 'assignments', 2, 'P1|Z2|2003-07|2012-05|正是|'),
    at: ['assignments.csv', 2, 'capacity', '正是'],
    code: 'UNKNOWN_WORD',
    says: '`正式`',
  },
  {
    what: 'an unknown word for a relation',
    roster: withLine(bureau, 'kin', 3, 'P1|邻居||张建军'),
    at: ['kin.csv', 3, 'relation', '邻居'],
    code: 'UNKNOWN_RELATION',
    says: '堂兄',
  },
  {
    what: 'an appraisal without a grade',
    roster: withLine(bureau, 'states', 2, 'P2|appraisal|2024-12-31||'),
    at: ['states.csv', 2, 'value', null],
    code: 'REQUIRED_MISSING',
    says: 'the grade',
  },
  {
    what: 'a grade that is none',
    roster: withLine(bureau, 'states', 2, 'P2|appraisal|2024-12-31||良好'),
    at: ['states.csv', 2, 'value', '良好'],
    code: 'UNKNOWN_WORD',
    says: '称职',
  },
  {
    what: 'a relative who is oneself',
    roster: withLine(bureau, 'kin', 2, 'P1|spouse|P1|'),
    at: ['kin.csv', 2, 'relative', 'P1'],
    code: 'KIN_TO_SELF',
    says: 'their own relative',
  },
  {
    what: 'a tie to nobody',
    roster: withLine(bureau, 'kin', 3, 'P1|堂兄||'),
    at: ['kin.csv', 3, 'relative', null],
    code: 'REQUIRED_MISSING',
    says: 'relative_name',
  },
  {
    what: 'a quota of nobody',
    roster: withLine(bureau, 'posts', 5, 'Z4|U2|科员|科员|no||||0|civil|||'),
    at: ['posts.csv', 5, 'quota', '0'],
    code: 'BAD_NUMBER',
    says: 'at least 1',
  },
]

const holders: readonly Bad[] = [
  {
    what: 'two people surely in a post of one seat',
    roster: withLine(bureau, 'assignments', 2, 'P1|Z2|2003-07|2012-07||'),
    at: ['assignments.csv', 4, 'post', 'Z2'],
    code: 'POST_OVER_QUOTA',
    says: '张建国 P1 (assignments.csv:2)',
  },
  {
    what: 'one person twice in one post',
    roster: plus(bureau, 'assignments', 'P3|Z4|2014-01-01|2016-01-01||'),
    at: ['assignments.csv', 7, 'from', '2014-01-01'],
    code: 'SAME_POST_TWICE',
    says: 'row 5',
  },
]

const cases = [...dates, ...references, ...words, ...holders]

describe('a roster is refused whole, with the cell, the word for it and what would be right', () => {
  test.each(cases.map((bad) => [bad.what, bad] as const))('%s', async (_, { roster, at, code, says }) => {
    const before = await rowCounts()
    const report = await office.file(roster)
    const [file, row, column, value] = at
    expect(report.problems.map(told)).toContainEqual({ file, row, column, value, code })
    const problem = report.problems.find((p) => p.file === file && p.row === row && p.code === code)
    expect(`${problem?.reason.en} ${problem?.remedy.en} ${problem?.remedy.zh}`).toContain(says)
    expect(report.accepted).toBe(false)
    expect(await rowCounts()).toEqual(before)
  })

  test('and not one cell more: each of these rosters is bad in the way said and no other', async () => {
    for (const { what, roster, code } of cases) {
      const { problems } = await office.file(roster)
      expect([what, ...new Set(problems.map((problem) => problem.code))]).toEqual([what, code])
    }
  })

  test('all that is wrong anywhere is told at once, in reading order', async () => {
    const roster = cases
      .filter(({ what }) =>
        ['an unknown post', 'an unknown team', 'two people surely in a post of one seat'].includes(what),
      )
      .reduce<Lines>((all, { roster: bad, at: [file] }) => {
        const sheet = file.replace('.csv', '')
        const lines = (bad[sheet] ?? []).map((line, i) =>
          line === bureau[sheet]?.[i] ? (all[sheet]?.[i] ?? line) : line,
        )
        return { ...all, [sheet]: lines }
      }, bureau)
    const { problems } = await office.file(roster)
    expect(problems.map(({ file, row, code }) => [file, row, code])).toEqual([
      ['assignments.csv', 4, 'POST_OVER_QUOTA'],
      ['assignments.csv', 6, 'UNKNOWN_POST'],
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
