import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { personPersonnel } from '../../db/tables/person.ts'
import { measures } from '../support/example-policy.ts'
import { graphqlOn } from '../support/graphql.ts'
import { bureau, type Lines, openOffice, told, withLine } from './office.ts'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const people = (line: string): Lines => ({
  ...bureau,
  people: [
    'code|name|sex|birth|category|authority|native_place|birth_place|growth_places',
    line,
    'P2|李秀英|F|1980|civil||||',
    'P3|王伟|男|1985-05-06|公务员||||',
  ],
})
const places = people('P1|张建国|M|1970-03|civil||441381|350202|622424;411121')

describe('someone may come from a place that was removed since', () => {
  test('the roster is taken, and the code stays as it was stated', async () => {
    expect((await office.file(places)).problems).toEqual([])
    const files = await office.query((tx) => tx.select().from(personPersonnel))
    expect(files.find(({ nativePlace }) => nativePlace !== null)).toMatchObject({
      ...{ nativePlace: '441381', birthPlace: '350202', growthPlaces: ['622424', '411121'] },
    })
  })

  test('and is shown with its name then and now', async () => {
    await office.file(places)
    const place = '{ code name level kind validTo parent { name } }'
    const { data, errors } = await graphqlOn(office.db).ask(
      `{ person(code: "P1") { personnel { nativePlace ${place} birthPlace ${place} growthPlaces { name } } } }`,
    )
    expect(errors).toBeUndefined()
    expect(data.person.personnel).toEqual({
      nativePlace: {
        ...{ code: '441381', name: '惠阳市（今惠阳区）', level: 'COUNTY', kind: '县级市', validTo: '2003-07-01' },
        parent: { name: '惠州市' },
      },
      birthPlace: {
        ...{ code: '350202', name: '鼓浪屿区（今属厦门市）', level: 'COUNTY', kind: '市辖区', validTo: '2003-07-01' },
        parent: { name: '厦门市' },
      },
      growthPlaces: [{ name: '通渭县' }, { name: '舞阳县' }],
    })
  })

  test('a code that meant another place before is taken as it is today, with a warning', async () => {
    const report = await office.file(people('P1|张建国|M|1970-03|civil||469025||'), { check: true })
    expect(report.problems).toEqual([])
    expect(report.warnings.map(told)).toEqual([
      { file: 'people.csv', row: 2, column: 'native_place', value: '469025', code: 'REUSED_CODE' },
    ])
    expect([report.warnings[0]?.reason.en, report.warnings[0]?.remedy.en]).toEqual([
      '`469025` is 白沙黎族自治县 today; until 2007 it was 定安县.',
      'If 定安县 is meant, use `469021` 定安县.',
    ])
  })

  test('a code that never was is refused there too', async () => {
    const report = await office.file(people('P1|张建国|M|1970-03|civil||441999||'), { check: true })
    expect(report.problems.map(told)).toEqual([
      { file: 'people.csv', row: 2, column: 'native_place', value: '441999', code: 'UNKNOWN_JURISDICTION' },
    ])
  })
})

describe('nothing lies at, is managed by, or is installed at a code that was removed', () => {
  const refused = async (roster: Lines) => {
    const { problems } = await office.file(roster, { check: true })
    return problems.map(({ column, value, reason, remedy }) => `${column} ${value}: ${reason.en} ${remedy.en}`)
  }
  const why = '441381: `441381` 惠阳市 was removed in 2003. Use `441303` 惠阳区.'

  test('a unit, a team, a post, the file of a person', async () => {
    const unit = withLine(bureau, 'units', 3, 'U2|预算科|internal_unit|441381|U1|||')
    expect(await refused(unit)).toContain(`jurisdiction ${why}`)
    const team = withLine(bureau, 'teams', 2, 'T1|财政局班子|441381|organ|U1')
    expect(await refused(team)).toContain(`jurisdiction ${why}`)
    const posts = (bureau.posts ?? []).map((line, i) => `${line}|${i === 0 ? 'authority' : i === 1 ? '441381' : ''}`)
    expect(await refused({ ...bureau, posts })).toEqual([`authority ${why}`])
    expect(await refused(people('P1|张建国|M|1970-03|civil|441381|||'))).toContain(`authority ${why}`)
  })

  test('where nothing alone succeeded it, the municipality is named; where the list is vague, its months', async () => {
    expect(await refused(people('P1|张建国|M|1970-03|civil|130421|||'))).toContain(
      'authority 130421: `130421` 邯郸县 was removed between 2016-07 and 2024-12. It lies in `130400` 邯郸市 today: use a present code there.',
    )
  })

  test('an office that files a roster', async () => {
    await expect(office.file(bureau, { at: '441381' })).rejects.toMatchObject({
      issues: [
        { path: ['at'], says: { zh: '`441381` 惠阳市已于2003年撤销。' }, remedy: { en: 'Use `441303` 惠阳区.' } },
      ],
    })
  })

  test('so it has no units, no teams, nobody who is due, and nothing below it', async () => {
    await office.file(bureau)
    const { data, errors } = await graphqlOn(office.db).ask(
      `{ jurisdiction(code: "350202") { ancestors { name } children { code } units { edges { cursor } } teams { kind }
        evaluation { __typename } findings(scope: SUBTREE) { edges { cursor } } conflicts(scope: SUBTREE) { edges { cursor } } } }`,
    )
    expect(errors).toBeUndefined()
    expect(data.jurisdiction).toEqual({
      ancestors: [{ name: '中华人民共和国' }, { name: '福建省' }, { name: '厦门市' }],
      ...{ children: [], units: { edges: [] }, teams: [], evaluation: null },
      ...{ findings: { edges: [] }, conflicts: { edges: [] } },
    })
  })

  test('a policy', async () => {
    const document = { ...measures([]), level: 'county', jurisdiction: '441381' }
    const answer = await installPlugin(office.db, { document, by: 'test' })
    expect(JSON.stringify(answer)).toContain('The place lies in `441303` today')
  })
})
