import { describe, expect, test } from 'vitest'
import {
  type AvoidanceRule,
  always,
  type CareerLine,
  type CompositionRule,
  casePerson,
  compile,
  day,
  dayTextOrNull,
  explain,
  type Installation,
  lasting,
  type MoveFacts,
  moveJudge,
  notYet,
  pairJudge,
  param,
  type TeamFacts,
  teamJudge,
} from '../../../policy/index.ts'
import { divisions } from '../../oracle/country.ts'
import { placementBar, teamRule, togetherBar } from '../../support/bars.ts'
import { duty, settingWith, statusOn } from '../../support/example-policy.ts'
import { chartOf } from '../../support/made-up-chart.ts'
import { spouses } from '../../support/made-up-kin.ts'
import { at, localOf, nationOf } from './made-up-country.ts'

const setting = settingWith({ divisions })
const toAll = ['province', 'municipality', 'county'] as const

const someone = (authority: string, more: Partial<CareerLine> = {}, name = 'A') =>
  casePerson(
    {
      name,
      person: { birth: '1985-01-01' },
      career: [{ post: `post of ${name}`, from: '2010-01-01', authority, place: authority, ...more }],
    },
    authority,
  )

const tenYears = nationOf(
  [
    duty(lasting({ atLeast: param('years') }), {
      id: 'tenure',
      deadline: { within: param('within') },
      delegable: [
        { parameter: 'years', min: 'P5Y', max: 'P12Y', to: toAll },
        { parameter: 'within', to: ['county'] },
      ],
    }),
  ],
  { years: [['2000-01-01', 'P10Y']], within: [['2000-01-01', 'P3Y']] },
)
const nation = at(tenYears)
const dueFrom = (authority: string, ...locals: readonly Installation[]) =>
  compile([nation, ...locals], setting)
    .findings(someone(authority))
    .map(({ rule, from }) => [rule, dayTextOrNull(from)])

describe('a superior lets lower places set its years', () => {
  const city = at(localOf('411100', { years: [['2000-01-01', 'P6Y']] }))
  const county = at(localOf('411102', { years: [['2000-01-01', 'P8Y']] }))

  test('the lowest place that sets them has the say, and the duty stays the superior’s', () => {
    expect(dueFrom('411102', city, county)).toEqual([['nat/tenure', '2018-01-01']])
    expect(dueFrom('411103', city, county)).toEqual([['nat/tenure', '2016-01-01']])
    expect(dueFrom('411100', city, county)).toEqual([['nat/tenure', '2016-01-01']])
    expect(dueFrom('410102', city, county)).toEqual([['nat/tenure', '2020-01-01']])
  })

  test('a value out of range, of another type or set by nobody’s leave is as if it were not there', () => {
    for (const value of ['P4Y', 'P13Y', 'P5Y1D', 'ten', 7, ['P6Y']]) {
      const unlawful = value !== 'P5Y1D'
      const [[, from] = []] = dueFrom('411102', at(localOf('411102', { years: [['2000-01-01', value]] })))
      expect([value, from]).toEqual([value, unlawful ? '2020-01-01' : '2015-01-02'])
    }
    const notTheirs = at(localOf('411100', { within: [['2000-01-01', 'P1Y']] }))
    const [finding] = compile([nation, notTheirs], setting).findings(someone('411102'))
    expect(dayTextOrNull(finding?.spans[0]?.dueBy ?? 0)).toBe('2023-01-01')
  })

  test('twelve months are a year; 365 days may be shorter than one, 366 never are', () => {
    const yearly = (value: string) => {
      const rule = duty(lasting({ atLeast: param('years') }), {
        delegable: [{ parameter: 'years', min: 'P1Y', to: ['county'] }],
      })
      const year = at(nationOf([rule], { years: [['2000-01-01', 'P2Y']] }))
      const local = at(localOf('411102', { years: [['2000-01-01', value]] }))
      const [finding] = compile([year, local], setting).findings(someone('411102'))
      return dayTextOrNull(finding?.from ?? 0)
    }
    expect(yearly('P12M')).toBe('2011-01-01')
    expect(yearly('P366D')).toBe('2011-01-02')
    expect(yearly('P365D')).toBe('2012-01-01')
  })

  test('a person who moves to the place of a shorter value is due from the day of the move, and no longer when they move back', () => {
    const post = { post: 'p', place: '411102' }
    const career: CareerLine[] = [
      { ...post, from: '2010-01-01', to: '2017-03-01', authority: '410102' },
      { ...post, from: '2017-03-01', to: '2019-05-01', authority: '411103' },
      { ...post, from: '2019-05-01', authority: '410102' },
    ]
    const person = casePerson({ name: 'A', person: { birth: '1985-01-01' }, career }, '411102')
    const findings = compile([nation, city], setting).findings(person)
    expect(findings.map(({ from, to }) => [from, to].map(dayTextOrNull))).toEqual([
      ['2017-03-01', '2019-05-01'],
      ['2020-01-01', '2048-01-01'],
    ])
    expect(statusOn(findings, '2018-01-01')).toEqual(['ACTIVE'])
  })

  test('who serves under two places at once is judged by the values of both: the stricter binds', () => {
    const longer = at(localOf('411102', { years: [['2000-01-01', 'P12Y']] }))
    const career = (other: string): CareerLine[] => [
      { post: 'p', from: '2010-01-01', authority: '411102', place: '411102' },
      { post: 'q', from: '2015-01-01', authority: other, place: other, capacity: 'concurrent' },
    ]
    const from = (other: string) => {
      const person = casePerson({ name: 'A', person: { birth: '1985-01-01' }, career: career(other) }, '411102')
      const [finding] = compile([nation, longer], setting).findings(person)
      return dayTextOrNull(finding?.from ?? 0)
    }
    expect(from('411102')).toBe('2022-01-01')
    expect(from('411103')).toBe('2020-01-01')
    expect(from('410000')).toBe('2020-01-01')
  })

  test('the deadline is the one of the place', () => {
    const year = at(localOf('411102', { within: [['2000-01-01', 'P1Y']] }))
    const [finding] = compile([nation, year], setting).findings(someone('411102'))
    expect(dayTextOrNull(finding?.spans[0]?.dueBy ?? 0)).toBe('2021-01-01')
  })

  test('the explanation shows the value used, who set it and under which article of theirs', () => {
    const judge = compile([nation, city, county], setting)
    const person = someone('411102')
    const [finding] = judge.findings(person)
    const told = explain(judge, person, finding?.id ?? '', day('2019-01-01'), 'zh')
    expect(told?.text).toContain('任职连续满8年的，必须交流')
    expect(told?.text).toContain('其中示例由某地411102依上级授权自定为8年（《示例》第一条，条文待核对）。')
    expect(told?.text).toContain('8年')
    expect(told?.nodes[0]?.arithmetic).toContain('满8年之日为2018-01-01')
    const elsewhere = someone('410102')
    const [own] = judge.findings(elsewhere)
    expect(explain(judge, elsewhere, own?.id ?? '', day('2021-01-01'), 'zh')?.text).not.toContain('授权')
  })

  test('who is not yet due is told the day by the value of their place', () => {
    const judge = compile([nation, county], setting)
    const before = notYet(judge, someone('411102'), '411102', day('2017-01-01'), 'zh')
    expect(before.map(({ rule, firstDay }) => [rule, dayTextOrNull(firstDay ?? 0)])).toEqual([
      ['nat/tenure', '2018-01-01'],
    ])
    expect(before[0]?.because).toContain('8年')
    const retiring = {
      ...someone('411102', { from: '2013-01-01' }),
      birth: { lo: day('1960-01-01'), hi: day('1960-01-01') },
    }
    const [never] = notYet(judge, retiring, '411102', day('2017-01-01'), 'zh')
    expect(never?.firstDay).toBe(null)
    expect(never?.because).toContain('满8年之日为2021-01-01')
  })
})

describe('the same of two relatives', () => {
  const bar: AvoidanceRule = {
    ...{ kind: 'avoidance', id: 'bar', catalogueId: 'EX-A', title: { zh: '回避', en: 'Bar' }, effect: 'MUST_NOT' },
    cite: { instrument: 'measures', article: '第二条', verified: true },
    when: { all: [{ kin: { classes: param('kin') } }, { posts: { relation: 'sameUnit' } }] },
    delegable: [{ parameter: 'kin', min: ['SPOUSE'], max: ['SPOUSE', 'DIRECT_BLOOD'], to: ['county'] }],
  }
  const law = at(nationOf([bar], { kin: [['2000-01-01', ['DIRECT_BLOOD', 'SPOUSE']]] }))
  const other = at(nationOf([bar], { kin: [['2000-01-01', ['DIRECT_BLOOD']]] }))
  const chart = chartOf({ units: { 甲局: [{}] }, posts: {} })
  const conflicts = (places: readonly [string, string], ...installations: readonly Installation[]) => {
    const [first, second] = [
      someone(places[0], { internalUnit: null }),
      someone(places[1], { internalUnit: null }, 'B'),
    ]
    return pairJudge(installations, setting)
      .conflicts({ first, second, kin: [spouses('A', 'B')] }, chart)
      .map(({ rule, from }) => [rule, dayTextOrNull(from)])
  }
  const spousesToo = at(localOf('411102', { kin: [['2015-01-01', ['SPOUSE']]] }))

  test('a list keeps to what it must hold and may hold', () => {
    expect(conflicts(['411102', '411102'], other)).toEqual([])
    expect(conflicts(['411102', '411102'], other, spousesToo)).toEqual([['nat/bar', '2015-01-01']])
    const noSpouse = at(localOf('411102', { kin: [['2015-01-01', ['DIRECT_BLOOD']]] }))
    expect(conflicts(['411102', '411102'], law, noSpouse)).toEqual([['nat/bar', '2010-01-01']])
    const more = at(localOf('411102', { kin: [['2015-01-01', ['SPOUSE', 'NEAR_AFFINITY']]] }))
    expect(conflicts(['411102', '411102'], other, more)).toEqual([])
  })

  test('each of the two is judged by the values of their own place: the stricter binds both', () => {
    expect(conflicts(['411102', '411103'], other, spousesToo)).toEqual([['nat/bar', '2015-01-01']])
    expect(conflicts(['411103', '411103'], other, spousesToo)).toEqual([])
  })
})

describe('the same of moves', () => {
  const move = (authority: string, taken = authority): MoveFacts => {
    const [takes] = someone(taken, { leading: true, level: 'section_chief' }, 'T').pieces
    const person = someone(authority)
    const [leaves] = person.pieces
    if (takes === undefined || leaves === undefined) throw new Error('no post')
    return {
      person,
      on: day('2020-01-01'),
      takes: { ...takes, system: null },
      leaves: { ...leaves, system: null },
    }
  }
  const bar = placementBar(
    { all: [{ takes: { leading: true } }, { accumulated: { where: {}, atLeast: param('years') } }] },
    { delegable: [{ parameter: 'years', to: ['municipality'] }] },
  )
  const law = at(nationOf([bar], { years: [['2000-01-01', 'P15Y']] }))
  const city = at(localOf('411100', { years: [['2000-01-01', 'P8Y']] }))
  const barred = (moved: MoveFacts, ...installations: readonly Installation[]) =>
    moveJudge(installations, setting).placements(moved)

  test('a placement is judged with the values of the place of the post, and of that of the person', () => {
    expect(barred(move('411102'), law)).toEqual([])
    for (const moved of [move('411102'), move('411102', '410102'), move('410102', '411102')])
      expect(barred(moved, law, city)).toMatchObject([{ rule: 'nat/bar', status: 'ACTIVE' }])
    expect(barred(move('410102'), law, city)).toEqual([])
    expect(barred(move('411102'), law, city)[0]?.explain('zh').text).toContain('自定为8年')
  })

  test('moves made together likewise', () => {
    const half = togetherBar(
      { not: { share: { who: { departs: {} }, atMost: param('most') } } },
      { delegable: [{ parameter: 'most', max: '1/2', to: ['municipality'] }] },
    )
    const whole = at(nationOf([half], { most: [['2000-01-01', '1/2']] }))
    const third = at(localOf('411100', { most: [['2000-01-01', '1/3']] }))
    const all = at(localOf('411100', { most: [['2000-01-01', '2/3']] }))
    const seat = { team: 't', teamKind: 'government' } as const
    const [one, two] = [someone('411100', seat), someone('411100', seat, 'B')]
    const team: TeamFacts = {
      ...{ id: 't', kind: 'government', place: '411100', authority: '411100', days: always, seats: [] },
      members: [one, two],
    }
    const [leaves] = one.pieces
    if (leaves === undefined) throw new Error('no post')
    const moved: MoveFacts = { person: one, on: day('2020-01-01'), takes: null, leaves: { ...leaves, system: null } }
    const found = (...installations: readonly Installation[]) =>
      moveJudge(installations, setting).together([moved], chartOf({ units: {}, posts: {} }), [team])
    expect(found(whole)).toEqual([])
    expect(found(whole, all)).toEqual([])
    expect(found(whole, third)).toMatchObject([{ rule: 'nat/bar', status: 'ACTIVE' }])
    expect(found(whole, third)[0]?.explain('en').text).toContain('set to 1/3 by Place 411100')
  })
})

describe('the same of teams', () => {
  const native = { native: { place: 'team', basis: ['birth'] } } as const
  const rule: CompositionRule = teamRule(
    { count: { who: native, atLeast: param('least') } },
    { place: ['county', 'municipality'] },
    { delegable: [{ parameter: 'least', min: 1, max: 3, to: ['municipality'] }] },
  )
  const law = at(nationOf([rule], { least: [['2000-01-01', 1]] }))
  const team = (authority: string): TeamFacts => {
    const seat = { team: 't', teamKind: 'government' } as const
    const member = casePerson(
      {
        name: 'A',
        person: { birthPlace: authority },
        career: [{ post: 'p', from: '2010-01-01', authority, place: authority, ...seat }],
      },
      authority,
    )
    const days = { id: 't', kind: 'government', place: authority, authority, days: always, seats: [] } as const
    return { ...days, members: [member] }
  }
  const failing = (authority: string, ...installations: readonly Installation[]) =>
    teamJudge(installations, setting)
      .findings([team(authority)])
      .map(({ rule: found, from }) => [found, dayTextOrNull(from)])
  const two = at(localOf('411100', { least: [['2016-01-01', 2]] }))

  test('are judged with the number of the place that manages them', () => {
    expect(failing('411100', law)).toEqual([])
    expect(failing('411100', law, two)).toEqual([['nat/team', '2016-01-01']])
    expect(failing('410100', law, two)).toEqual([])
    expect(failing('411100', law, at(localOf('411100', { least: [['2016-01-01', 4]] })))).toEqual([])
  })

  test('and told so', () => {
    const [standing] = teamJudge([law, two], setting).standings([team('411100')], day('2020-01-01'))
    expect(standing?.holds).toBe('NO')
    expect(standing?.explain('zh').text).toContain('自定为2')
  })
})
