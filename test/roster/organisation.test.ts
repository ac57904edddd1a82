import { eq, isNull, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { post, postVersion } from '../../db/tables/post.ts'
import { succession } from '../../db/tables/succession.ts'
import { term } from '../../db/tables/team.ts'
import { unit, unitVersion } from '../../db/tables/unit.ts'
import { bureau, openOffice, plus, told, withLine } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeEach(async () => {
  office = await openOffice()
  await office.file(bureau)
})
afterEach(() => office.close())

describe('the organisation', () => {
  test('tells by several rows of one code how it changed; a changed version supersedes itself alone', async () => {
    const reform = plus(
      withLine(bureau, 'posts', 4, 'Z3|U3|科长|正科|yes|chief||||civil||2019-01|'),
      'posts',
      'Z3|U3|处长|副处|yes|chief||||civil|2019-01||',
    )
    const report = await office.file(reform)
    expect(report.problems).toEqual([])
    expect(report.counts).toMatchObject({ organisationChanged: 1, careersChanged: 0, judged: 1 })
    const versions = await office.query((tx) =>
      tx
        .select({
          title: postVersion.title,
          level: postVersion.level,
          current: sql<boolean>`${postVersion.recordedTo} is null`,
        })
        .from(postVersion)
        .innerJoin(post, eq(post.id, postVersion.postId))
        .where(eq(post.code, 'Z3'))
        .orderBy(sql`recorded_to nulls last, from_on nulls first`),
    )
    expect(versions).toEqual([
      { title: '科长', level: 'section_chief', current: false },
      { title: '科长', level: 'section_chief', current: true },
      { title: '处长', level: 'division_deputy', current: true },
    ])
    const pieces = await office.query((tx) =>
      tx.execute(
        sql`select level from piece p join post on post.id = p.post_id where post.code = 'Z3' order by p.ordinal`,
      ),
    )
    expect(pieces.map(({ level }) => level)).toEqual(['section_chief', 'division_deputy'])
  })

  test('is asked about whoever reports to a post that is no more: who leads them since would not be known', async () => {
    const renamed = (row: string) =>
      plus(
        withLine(withLine(bureau, 'posts', 2, 'Z1|U1|局长|正处|yes|chief|T1|||civil|||'), 'posts', 3, row),
        'posts',
        'Z8|U1|副局长|副处|yes|deputy||Z1||civil||2019-01|',
        'Z9|U1|副局长|副处|yes|deputy||Z1||civil|2019-01||Z8',
      )
    const asked = await office.file(renamed('Z2|U2|科长|正科|yes|chief||Z8||civil|||'), { check: true })
    expect([asked.problems, asked.warnings.map(({ code, row, column }) => [code, row, column])]).toEqual([
      [],
      [['SUPERIOR_ENDS', 3, 'reports_to']],
    ])
    expect(asked.warnings[0]?.reason.zh).toContain('`Z8`自 2019-01-31 起已不存在')
    const right = plus(
      renamed('Z2|U2|科长|正科|yes|chief||Z8||civil||2019-01|'),
      'posts',
      'Z2|U2|科长|正科|yes|chief||Z9||civil|2019-01||',
    )
    expect((await office.file(right, { check: true })).warnings).toEqual([])
  })

  test('remembers what succeeds what, and forgets it when the file does', async () => {
    const successor = 'U4|资产管理科|internal_unit|411100|U1|2020-01||U3；U2'
    await office.file(plus(bureau, 'units', successor))
    const links = () =>
      office.query((tx) =>
        tx
          .select({ kind: succession.kind, earlier: unit.code })
          .from(succession)
          .innerJoin(unit, eq(unit.id, succession.earlierId))
          .where(isNull(succession.recordedTo))
          .orderBy(unit.code),
      )
    expect(await links()).toEqual([
      { kind: 'unit', earlier: 'U2' },
      { kind: 'unit', earlier: 'U3' },
    ])
    await office.file(plus(bureau, 'units', 'U4|资产管理科|internal_unit|411100|U1|2020-01||U3'))
    expect(await links()).toEqual([{ kind: 'unit', earlier: 'U3' }])
  })

  test('keeps a raised quota in step with the careers stored before', async () => {
    const raised = {
      posts: ['code|unit|title|level|leading|seat|team|quota|category', 'Z1|U1|局长|正处|yes|chief|T1|2|civil'],
    }
    expect((await office.file(raised)).problems).toEqual([])
    const second = {
      people: ['code|name|sex|birth|category', 'P9|赵新|F|1975|civil'],
      assignments: ['person|post|from|to', 'P9|Z1|2018-01-01|'],
    }
    expect((await office.file(second)).problems).toEqual([])
    const held = await office.query((tx) => tx.execute(sql`select exclusive from assignment where recorded_to is null`))
    expect(held.filter(({ exclusive }) => exclusive === true)).toHaveLength(3)
  })

  test('takes a term stated by its month from the first day on, and says so', async () => {
    const report = await office.file(withLine(bureau, 'terms', 3, 'T1|2|2021-10|'))
    expect(report.warnings.map(told)).toEqual([
      { file: 'terms.csv', row: 3, column: 'from', value: '2021-10', code: 'DAY_ASSUMED' },
    ])
    const terms = await office.query((tx) => tx.select().from(term).where(isNull(term.recordedTo)).orderBy(term.number))
    expect(terms.map(({ number, fromOn }) => [number, fromOn])).toEqual([
      [1, '2016-09-01'],
      [2, '2021-10-01'],
    ])
  })

  test('keeps the names and parents of units by version', async () => {
    const versions = await office.query((tx) =>
      tx
        .select({ code: unit.code, name: unitVersion.name, kind: unitVersion.kind })
        .from(unitVersion)
        .innerJoin(unit, eq(unit.id, unitVersion.unitId))
        .orderBy(unit.code),
    )
    expect(versions.map(({ code, name, kind }) => `${code} ${name} ${kind}`)).toEqual([
      'U1 市财政局 organ',
      'U2 预算科 internal_unit',
      'U3 国库科 internal_unit',
    ])
  })
})
