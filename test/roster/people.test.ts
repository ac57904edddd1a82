import { and, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { kinEdge } from '../../db/tables/kin.ts'
import { person } from '../../db/tables/person.ts'
import { bureau, type Lines, openOffice, plus, told, withLine } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const accepted = async (roster: Lines, at?: string) => {
  const report = await office.file(roster, at === undefined ? {} : { at })
  expect(report.problems).toEqual([])
  return report
}

const relative = alias(person, 'relative')

/** Current ties as `person relation relative`, with `(other side)` on rows written for the other side. */
const ties = async () => {
  const rows = await office.query((tx) =>
    tx
      .select({ edge: kinEdge, of: person.name, to: relative.name })
      .from(kinEdge)
      .innerJoin(person, and(eq(person.root, kinEdge.root), eq(person.id, kinEdge.personId)))
      .innerJoin(relative, and(eq(relative.root, kinEdge.relativeRoot), eq(relative.id, kinEdge.relativeId)))
      .where(isNull(kinEdge.recordedTo)),
  )
  return rows.map(({ edge, of, to }) => `${of} ${edge.relation} ${to}${edge.declared ? '' : ' (other side)'}`).sort()
}

const peopleBy = (code: string | null) =>
  office.query((tx) =>
    tx
      .select()
      .from(person)
      .where(code === null ? isNull(person.code) : eq(person.code, code))
      .orderBy(person.name),
  )

describe('kinship', () => {
  test('is kept from both sides, a declared term with its word', async () => {
    await accepted(bureau)
    expect(await ties()).toEqual(
      [
        '张建国 spouse 李秀英',
        '李秀英 spouse 张建国 (other side)',
        '张建国 堂兄 张建军',
        '张建军 堂兄 张建国 (other side)',
        '王伟 parent 王大山',
        '王大山 child 王伟 (other side)',
      ].sort(),
    )
  })

  test('declared by both sides is mirrored for neither', async () => {
    await accepted(plus(bureau, 'kin', 'P2|丈夫|P1|'))
    expect((await ties()).filter((tie) => tie.includes('spouse'))).toEqual([
      '张建国 spouse 李秀英',
      '李秀英 spouse 张建国',
    ])
  })

  test('someone known only by name is the same person at the next import, and no cadre', async () => {
    await accepted(bureau)
    const before = await peopleBy(null)
    expect(before.map(({ name, staff, authority }) => [name, staff, authority])).toEqual([
      ['张建军', false, '411100'],
      ['王大山', false, '411100'],
    ])
    await accepted(withLine(bureau, 'assignments', 3, 'P1|Z1|2012-05-20|||'))
    expect(await peopleBy(null)).toEqual(before)
    await accepted(withLine(bureau, 'kin', 3, 'P1|堂兄||张建民'))
    expect((await peopleBy(null)).map(({ name }) => name)).toEqual(['张建军', '张建民', '王大山'])
  })

  test('someone left out of one roster and named again in the next is still the same', async () => {
    await accepted(bureau)
    const before = await peopleBy(null)
    await accepted({ ...bureau, kin: (bureau.kin ?? []).slice(0, 2) })
    expect((await ties()).filter((tie) => tie.includes('堂兄'))).toEqual([])
    await accepted(bureau)
    expect((await peopleBy(null)).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect((await ties()).filter((tie) => tie.includes('堂兄'))).toHaveLength(2)
  })

  test('two relatives of one name and relation are two people', async () => {
    const twins = plus(bureau, 'kin', 'P3|女儿||王小花', 'P3|女儿||王小花')
    await accepted(twins)
    const count = (await peopleBy(null)).length
    expect(count).toBe(4)
    await accepted(twins)
    expect(await peopleBy(null)).toHaveLength(count)
  })

  test('what another person declared stays when the relative files alone', async () => {
    await accepted(bureau)
    const before = await ties()
    await accepted({
      people: ['code|name|sex|birth|category', 'P2|李秀英|F|1980|civil'],
      assignments: ['person|post|from', 'P2|Z2|2012-05'],
    })
    expect(await ties()).toEqual(before)
  })

  test('of parent and child may be declared by both, and their births may be known by the year alone', async () => {
    const family = plus(plus(bureau, 'people', 'P4|王小|M|1985||||'), 'kin', 'P3|儿子|P4|', 'P4|父亲|P3|')
    await accepted(family)
    expect((await ties()).filter((tie) => tie.includes('王小'))).toEqual(['王伟 child 王小', '王小 parent 王伟'])
  })

  test('raises the version of both files', async () => {
    await accepted({ ...bureau, kin: [] })
    await accepted({ ...bureau, kin: (bureau.kin ?? []).slice(0, 2) })
    expect((await peopleBy('P1'))[0]?.version).toBe(2)
    expect((await peopleBy('P2'))[0]?.version).toBe(2)
    expect((await peopleBy('P3'))[0]?.version).toBe(1)
  })
})

describe('where a file lies', () => {
  const of = async (code: string) => (await peopleBy(code)).map(({ authority, root }) => [authority, root])

  test('is the highest authority among the posts held now', async () => {
    await accepted(bureau)
    expect(await of('P1')).toEqual([['411100', 410000]])
    const managedAbove = {
      posts: ['code|unit|title|level|authority', 'Y1|U1|巡视员|副厅|410000'],
      people: ['code|name|sex|birth|category', 'Q1|周高|M|1968|civil', 'Q2|吴往|M|1968|civil'],
      assignments: ['person|post|from|to', 'Q1|Z4|2001|', 'Q1|Y1|2016|2020', 'Q2|Z4|2001|2016', 'Q2|Y1|2020|'],
    }
    await accepted(managedAbove)
    expect(await of('Q1')).toEqual([['411100', 410000]])
    expect(await of('Q2')).toEqual([['410000', 410000]])
  })

  test('is not moved by secondment, nor by posts taken later: a file moves by an act', async () => {
    await accepted(bureau)
    const county = {
      units: ['code|name|kind|jurisdiction', 'C1|县财政局|organ|411121'],
      posts: ['code|unit|title', 'C2|C1|局长'],
      people: ['code|name|sex|birth|category', 'Q1|周下|M|1988|civil', 'P3|王伟|男|1985-05-06|公务员'],
      assignments: ['person|post|from|to|capacity', 'Q1|C2|2010|2012|', 'Q1|Z4|2012|2016|借调', 'P3|C2|2016||'],
    }
    await accepted(county)
    expect(await of('Q1')).toEqual([['411121', 410000]])
    expect(await of('P3')).toEqual([['411100', 410000]])
  })

  test('is found again when the office above files, by code and name', async () => {
    const county = {
      units: ['code|name|kind|jurisdiction', 'C1|县财政局|organ|411121'],
      posts: ['code|unit|title|quota', 'C2|C1|科员|9'],
      people: ['code|name|sex|birth|category', 'Q1|周下|M|1988|civil'],
      assignments: ['person|post|from|to', 'Q1|C2|2010|'],
    }
    await accepted(county, '411121')
    expect(await of('Q1')).toEqual([['411121', 410000]])
    await accepted({ people: county.people, assignments: ['person|post|from|to', 'Q1|411121:C2|2010|2015'] }, '411100')
    expect(await of('Q1')).toEqual([['411121', 410000]])
  })

  test('of another person of the same code in the same office is refused', async () => {
    const county = (name: string, birth: string) => ({
      units: ['code|name|kind|jurisdiction', 'C1|县财政局|organ|411121'],
      posts: ['code|unit|title|quota', 'C2|C1|科员|9'],
      people: ['code|name|sex|birth|category', `Q1|${name}|M|${birth}|civil`],
      assignments: ['person|post|from|to', 'Q1|C2|2010|'],
    })
    await accepted(county('周下', '1988'))
    const { problems } = await office.file(county('郑别', '1979'), { at: '410000' })
    expect(problems.map(told)).toEqual([
      { file: 'people.csv', row: 2, column: 'code', value: 'Q1', code: 'CODE_TAKEN' },
    ])
    expect(problems[0]?.reason.zh).toContain('周下')
  })

  test('moves inside the province when the roster says so, and never out of it', async () => {
    await accepted(bureau)
    await accepted(withLine(bureau, 'people', 3, 'P2|李秀英|F|1980|civil||410000|'))
    expect(await of('P2')).toEqual([['410000', 410000]])
    const { problems } = await office.file(withLine(bureau, 'people', 4, 'P3|王伟|男|1985-05-06|公务员||360400|'))
    expect(problems.map(told)).toEqual([
      { file: 'people.csv', row: 4, column: 'authority', value: '360400', code: 'TRANSFER_NEEDED' },
    ])
  })

  test('of a relative without posts is the declarer’s', async () => {
    const family = {
      ...bureau,
      people: [...(bureau.people ?? []), 'R1|张小明|M|2000||||'],
      kin: ['person|relation|relative', 'P2|child|R1'],
    }
    await accepted(withLine(family, 'people', 3, 'P2|李秀英|F|1980|civil||410000|'))
    expect(await of('R1')).toEqual([['410000', 410000]])
    expect((await peopleBy('R1'))[0]?.staff).toBe(false)
    expect((await peopleBy('P2'))[0]?.staff).toBe(true)
  })
})

test('a code whose name and birth are both another’s is taken as it stands, with a warning', async () => {
  await accepted(bureau)
  const { warnings } = await accepted(withLine(bureau, 'people', 3, 'P2|李秀|F|1980|civil|||'))
  expect(warnings).toEqual([])
  const other = await accepted(withLine(bureau, 'people', 3, 'P2|陈静|F|1981|civil|||'))
  expect(other.warnings.map(told)).toEqual([
    { file: 'people.csv', row: 3, column: 'code', value: 'P2', code: 'ANOTHER_PERSON' },
  ])
})

test('the dossier and dated authorities are the whole truth as well', async () => {
  const files = {
    ...bureau,
    dossier: ['person|kind|on|until|result|handlers|post', 'P1|离任审计|2025-03|2026-03|合格|甲、乙|Z1'],
    authorities: ['person|jurisdiction|from|to', 'P1|410000|2020-01-01|2021-01-01'],
  }
  const { warnings } = await accepted(files)
  expect(warnings.map(({ code, column }) => [code, column])).toEqual([['DAY_ASSUMED', 'until']])
  const rows = (table: string) =>
    office.query((tx) => tx.execute(sql.raw(`select * from ${table} where recorded_to is null`)))
  expect(await rows('dossier')).toMatchObject([
    {
      kind: 'departure_audit',
      on_on: '2025-03-01',
      on_precision: 'month',
      until: '2026-03-31',
      handlers: ['甲', '乙'],
    },
  ])
  expect(await rows('person_authority')).toMatchObject([{ jurisdiction: 410000, from_on: '2020-01-01' }])
  await accepted(bureau)
  expect([await rows('dossier'), await rows('person_authority')]).toMatchObject([[], []])
})
