import { and, eq, isNull, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { renderReport } from '../../acts/roster/report/report.ts'
import { statedText } from '../../db/stated.ts'
import { assignment } from '../../db/tables/assignment.ts'
import { person, personPersonnel } from '../../db/tables/person.ts'
import { post } from '../../db/tables/post.ts'
import { stateDiscipline, statePersonnel } from '../../db/tables/state.ts'
import { bureau, type Lines, openOffice, told, withLine } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice()
  const { accepted, problems } = await office.file(bureau)
  expect([accepted, problems]).toEqual([true, []])
})
afterEach(() => office.close())

const idOf = async (code: string): Promise<string> => {
  const rows = await office.query((tx) => tx.select().from(person).where(eq(person.code, code)))
  expect(rows).toHaveLength(1)
  return rows[0]?.id ?? ''
}

/** The career of a person as we know it now, or as we knew it at a moment. */
const careerOf = async (code: string, knownAt: string | null = null) => {
  const known =
    knownAt === null
      ? isNull(assignment.recordedTo)
      : sql`${assignment.recordedFrom} <= ${knownAt} and coalesce(${assignment.recordedTo} > ${knownAt}, true)`
  const id = await idOf(code)
  const rows = await office.query((tx) =>
    tx
      .select({ row: assignment, post: post.code })
      .from(assignment)
      .innerJoin(post, eq(post.id, assignment.postId))
      .where(and(eq(assignment.personId, id), known))
      .orderBy(assignment.ordinal),
  )
  return rows.map(({ row, post: code }) => ({
    id: row.id,
    version: row.version,
    says: `${code} ${statedText({ on: row.fromOn, precision: row.fromPrecision })}–${statedText({ on: row.toOn, precision: row.toPrecision }) ?? ''}`,
  }))
}
const says = async (code: string, knownAt: string | null = null) =>
  (await careerOf(code, knownAt)).map((row) => row.says)

const now = async () => {
  const [row] = await office.query((tx) => tx.execute<{ now: string }>(sql`select clock_timestamp()::text as now`))
  return row?.now ?? ''
}

/** Every row of every table a roster writes, with the moments it was recorded. */
const everything = async () => {
  const tables = [
    'unit',
    'unit_version',
    'team',
    'team_version',
    'term',
    'post',
    'post_version',
    'succession',
    'person',
  ]
  const more = ['person_personnel', 'person_authority', 'assignment', 'state_personnel', 'state_discipline', 'dossier']
  const all: Record<string, unknown> = {}
  for (const table of [...tables, ...more, 'kin_edge', 'piece', 'finding', 'evaluation']) {
    all[table] = await office.query((tx) =>
      tx.execute(sql.raw(`select to_jsonb(t) as row from ${table} t order by t.root, t::text`)),
    )
  }
  return all
}

describe('a roster imported again', () => {
  test('writes nothing, to the row', async () => {
    const before = await everything()
    const report = await office.file(bureau)
    expect(await everything()).toEqual(before)
    expect(report.counts).toMatchObject({ people: 3, peopleChanged: 0, careersChanged: 0, judged: 0 })
    expect(renderReport(report)).toContain('与已有资料一致')
  })

  test('in another order of rows and other words for the same writes nothing either', async () => {
    const before = await everything()
    const [heading = '', ...rows] = bureau.assignments ?? []
    const roster = withLine(bureau, 'people', 4, 'P3|王伟|1|1985.05.06|civil|||')
    await office.file({ ...roster, assignments: [heading, ...rows.toReversed()] })
    expect(await everything()).toEqual(before)
  })

  test('only to be checked says what would change and writes nothing', async () => {
    const before = await everything()
    const report = await office.file(withLine(bureau, 'assignments', 3, 'P1|Z1|2012-06|||'), { check: true })
    expect(report).toMatchObject({ accepted: true, check: true, counts: { careersChanged: 1, judged: 1 } })
    expect(renderReport(report)).toContain('1 人履历有变化')
    expect(renderReport(report)).toContain('仅检查')
    expect(await everything()).toEqual(before)
  })
})

describe('a correction', () => {
  test('keeps the id of the assignment, raises its version, and leaves the old belief readable', async () => {
    const [first, second] = await careerOf('P1')
    const before = await now()
    const report = await office.file(withLine(bureau, 'assignments', 3, 'P1|Z1|2012-05-20|||'))
    expect(report.counts).toMatchObject({ careersChanged: 1, peopleChanged: 1 })
    expect(await careerOf('P1')).toEqual([first, { id: second?.id, version: 2, says: 'Z1 2012-05-20–' }])
    expect(await says('P1', before)).toEqual(['Z2 2003-07–2012-05', 'Z1 2012-05–'])
    expect(await says('P2')).toEqual(['Z2 2012-05–'])
  })

  test('of the end alone is matched by post and start', async () => {
    const [kept, changed] = await careerOf('P3')
    await office.file(withLine(bureau, 'assignments', 6, 'P3|Z3|2015-06-30|2020-01-01|试用|'))
    expect(await careerOf('P3')).toEqual([kept, { ...changed, version: 2, says: 'Z3 2015-06-30–2020-01-01' }])
  })

  test('ends what no longer holds before anyone takes the seat: two change places, a third gives way to someone new', async () => {
    let roster = withLine(bureau, 'people', 5, 'P4|赵新|M|1986|civil|||')
    const lines = ['P1|Z1|2012-05|2020-01-01||', 'P2|Z3|2012-05|||', bureau.assignments?.[4] ?? '']
    const careers = [...lines, 'P3|Z2|2015-06-30||试用|', 'P4|Z1|2020-01-01|||']
    careers.forEach((line, i) => {
      roster = withLine(roster, 'assignments', i + 3, line)
    })
    const report = await office.file(roster)
    expect([report.problems, report.counts.careersChanged, report.counts.peopleNew]).toEqual([[], 4, 1])
    expect(await says('P2')).toEqual(['Z3 2012-05–'])
    expect(await says('P3')).toEqual(['Z4 2010-01-01–2015-06-30', 'Z2 2015-06-30–'])
    expect([...(await says('P1')), ...(await says('P4'))]).toContain('Z1 2020-01-01–')
  })

  test('of the post is matched by the order in the career', async () => {
    const [kept, changed] = await careerOf('P3')
    await office.file(withLine(bureau, 'assignments', 6, 'P3|Z4|2015-06-30||试用|'))
    expect(await careerOf('P3')).toEqual([kept, { ...changed, version: 2, says: 'Z4 2015-06-30–' }])
  })

  test('that leaves out an assignment supersedes it; one that adds an earlier one keeps the others', async () => {
    const before = await now()
    const lines = (bureau.assignments ?? []).filter((line) => line !== 'P3|Z4|2010-01-01|2015-06-30||')
    await office.file({ ...bureau, assignments: lines })
    const [left] = await careerOf('P3')
    expect(left?.says).toBe('Z3 2015-06-30–')
    expect(await says('P3', before)).toHaveLength(2)
    await office.file(bureau)
    const [, kept] = await careerOf('P3')
    expect(kept).toEqual(left)
  })

  test('of birth or category is one more row of the personnel sheet, and a new version of the file', async () => {
    await office.file(withLine(bureau, 'people', 3, 'P2|李秀英|F|1980-02|civil|||'))
    const id = await idOf('P2')
    const sheets = await office.query((tx) =>
      tx.select().from(personPersonnel).where(eq(personPersonnel.personId, id)).orderBy(personPersonnel.recordedFrom),
    )
    expect(sheets.map((row) => [row.birthOn, row.birthPrecision, row.recordedTo === null])).toEqual([
      ['1980-01-01', 'year', false],
      ['1980-02-01', 'month', true],
    ])
    const [file] = await office.query((tx) => tx.select().from(person).where(eq(person.id, id)))
    expect(file?.version).toBe(2)
  })

  test('of a state keeps its id; a state no longer in the file is superseded', async () => {
    const states = () =>
      office.query((tx) =>
        tx.select().from(stateDiscipline).orderBy(stateDiscipline.recordedFrom, stateDiscipline.version),
      )
    const [before] = await states()
    expect(before).toMatchObject({ kind: 'case_filed', value: 'filed' })
    await office.file(withLine(bureau, 'states', 3, 'P3|立案审查调查|2024-03-01|2024-10-01|司法'))
    const [, corrected] = await states()
    expect(corrected).toMatchObject({ id: before?.id, version: 2, value: 'judicial', toOn: '2024-10-01' })
    await office.file({ ...bureau, states: (bureau.states ?? []).slice(0, 2) })
    expect((await states()).map(({ recordedTo }) => recordedTo === null)).toEqual([false, false])
    const kept = await office.query((tx) => tx.select().from(statePersonnel).where(isNull(statePersonnel.recordedTo)))
    expect(kept).toMatchObject([{ kind: 'appraisal', value: '优秀', version: 1 }])
  })
})

describe('what is not in the file', () => {
  const newcomer: Lines = {
    people: ['code|name|sex|birth', 'P9|赵新|F|1990'],
    assignments: ['person|post|from|to', 'P9|Z4|2018-01-01|'],
  }

  test('stays untouched, and is found by its code', async () => {
    const career = await careerOf('P1')
    expect((await office.file(newcomer)).problems).toEqual([])
    expect(await careerOf('P1')).toEqual(career)
    expect(await says('P9')).toEqual(['Z4 2018-01-01–'])
  })

  test('still counts against the seats of a post', async () => {
    const report = await office.file({ ...newcomer, assignments: ['person|post|from|to', 'P9|Z1|2018-01-01|'] })
    expect(report.problems.map(told)).toEqual([
      { file: 'assignments.csv', row: 2, column: 'post', value: 'Z1', code: 'POST_OVER_QUOTA' },
    ])
    expect(report.problems[0]?.reason.zh).toBe('职数为 1，而 2018-01-01 起已由张建国 P1担任。')
  })

  test('makes a smaller quota a problem of the post', async () => {
    await office.file(newcomer)
    await office.file({
      people: ['code|name|sex|birth', 'P8|钱多|M|1990'],
      assignments: ['person|post|from|to', 'P8|Z4|2018-01-01|'],
    })
    const report = await office.file({ posts: ['code|unit|title|quota', 'Z4|U2|科员|1'] })
    expect(report.problems.map(told)).toEqual([
      { file: 'posts.csv', row: 2, column: 'quota', value: '1', code: 'POST_OVER_QUOTA' },
    ])
  })

  test('closes a circle with what is', async () => {
    const report = await office.file({ units: ['code|name|kind|jurisdiction|parent', 'U1|市财政局|organ|411100|U3'] })
    expect(report.problems.map(told)).toEqual([
      { file: 'units.csv', row: 2, column: 'parent', value: 'U3', code: 'UNIT_CONTAINS_ITSELF' },
    ])
  })

  test('is named with its jurisdiction when another office files', async () => {
    const files = (code: string) =>
      office.file(
        { ...newcomer, assignments: ['person|post|from|to', `P9|${code}|2018-01-01|`] },
        { at: '411102', check: true },
      )
    expect((await files('411100:Z4')).problems).toEqual([])
    expect((await files('411103:Z4')).problems.map(told)).toEqual([
      { file: 'assignments.csv', row: 2, column: 'post', value: '411103:Z4', code: 'UNKNOWN_POST' },
    ])
  })

  test('is ambiguous when two offices below the filing one number alike', async () => {
    for (const county of ['411102', '411103']) {
      const roster = { units: ['code|name|kind|jurisdiction', `X1|区财政局|organ|${county}`] }
      expect((await office.file(roster, { at: county })).problems).toEqual([])
    }
    const roster = { posts: ['code|unit|title', 'X2|X1|局长'] }
    const { problems } = await office.file(roster)
    expect(problems.map(told)).toEqual([
      { file: 'posts.csv', row: 2, column: 'unit', value: 'X1', code: 'AMBIGUOUS_CODE' },
    ])
    expect((await office.file(roster, { at: '411102' })).problems).toEqual([])
  })

  test('is replaced sheet by sheet for someone named without a row in people, and the report warns of it', async () => {
    const report = await office.file({ assignments: ['person|post|from|to', 'P1|Z1|2012-05|'] })
    expect(report.accepted).toBe(true)
    expect(report.warnings.map(told)).toEqual([
      { file: 'assignments.csv', row: 2, column: 'person', value: 'P1', code: 'PERSON_NOT_LISTED' },
    ])
    expect(await says('P1')).toEqual(['Z1 2012-05–'])
  })
})
