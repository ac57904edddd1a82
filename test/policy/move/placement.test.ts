import { describe, expect, test } from 'vitest'
import type { CareerLine, Case, Condition } from '../../../policy/index.ts'
import { placementBar, says } from '../../support/bars.ts'

type Story = Omit<Case, 'name' | 'expect'>
const county = { place: '411121', authority: '411100' }
const on = '2020-06-01'
const told = (when: Condition, story: Partial<Story>) =>
  says([placementBar(when)], { on, career: [{ post: '科长', from: '2015-01-01', level: 'section_chief' }], ...story })

describe('a chief may not be native of the place', () => {
  const when: Condition = {
    all: [
      { takes: { seat: ['party_secretary', 'government_head'], place: ['county'] } },
      { native: { place: 'takes', basis: ['birth', 'growth'] } },
    ],
  }
  const chief = { post: '县委书记', seats: ['party_secretary' as const], ...county }
  const move = (person: NonNullable<Case['person']>, takes: Omit<CareerLine, 'from' | 'to'> = chief) =>
    told(when, { person, moves: [{ takes }] })

  test('whoever was born or grew up there is barred, whoever came from elsewhere is not', () => {
    expect(move({ birthPlace: '411121', growthPlaces: ['410100'] })).toBe('binds')
    expect(move({ birthPlace: '410100', growthPlaces: ['411121'] })).toBe('binds')
    expect(move({ birthPlace: '410100', growthPlaces: ['410100'] })).toBe('passes')
  })

  test('a blank place, or one that only names the city, leaves it open', () => {
    expect(move({ birthPlace: '410100' })).toBe('undetermined')
    expect(move({ birthPlace: '411100', growthPlaces: ['410100'] })).toBe('undetermined')
  })

  test('a native may take another seat', () => {
    expect(move({ birthPlace: '411121' }, { ...chief, seats: ['deputy'] })).toBe('passes')
  })
})

describe('the influence of a sanction', () => {
  const when: Condition = {
    all: [{ rises: {} }, { state: { kind: 'sanction', influence: { warning: 'P6M' } } }],
  }
  const sanctioned = (start: string, level: CareerLine['level'], more: Partial<Story> = {}) =>
    told(when, {
      states: [{ kind: 'sanction', from: start, value: 'warning' }],
      moves: [{ leaves: '科长', takes: { post: '另一职位', ...(level === undefined ? {} : { level }) } }],
      ...more,
    })

  test('bars a promotion, not a move at the same level or downwards', () => {
    expect(sanctioned('2020-05-01', 'division_deputy')).toBe('binds')
    expect(sanctioned('2020-05-01', 'section_chief')).toBe('passes')
    expect(sanctioned('2020-05-01', 'section_deputy')).toBe('passes')
  })

  test('ends with its last day', () => {
    expect(sanctioned('2019-12-02', 'division_deputy')).toBe('binds')
    expect(sanctioned('2019-12-01', 'division_deputy')).toBe('passes')
  })

  test('a post of unknown level may be a promotion', () => {
    expect(sanctioned('2020-05-01', null)).toBe('undetermined')
    const career: CareerLine[] = [{ post: '科长', from: '2015-01-01', level: null }]
    expect(sanctioned('2020-05-01', 'division_deputy', { career })).toBe('undetermined')
  })

  test('a loan to a higher post is no step already taken, and an acting one neither', () => {
    const moves = [{ takes: { post: '副处长', level: 'division_deputy' as const } }]
    for (const capacity of ['secondment', 'acting'] as const) {
      const career: CareerLine[] = [
        { post: '科长', from: '2015-01-01', level: 'section_chief' },
        { post: '副处长', from: '2019-01-01', level: 'division_deputy', capacity },
      ]
      expect(sanctioned('2020-05-01', undefined, { career, moves })).toBe('binds')
    }
  })

  test('whoever may or may not still hold as high a post on the day may or may not rise', () => {
    const career: CareerLine[] = [
      { post: '科长', from: '2015-01-01', level: 'section_chief' },
      { post: '副处长', from: '2019-01-01', to: '2020-06', level: 'division_deputy' },
    ]
    const moves = [{ takes: { post: '乙处副处长', level: 'division_deputy' as const } }]
    expect(sanctioned('2020-05-01', undefined, { career, moves, on: '2020-06-10' })).toBe('undetermined')
    expect(sanctioned('2020-05-01', undefined, { career, moves, on: '2020-07-01' })).toBe('binds')
    expect(sanctioned('2020-05-01', undefined, { career, moves, on: '2020-05-20' })).toBe('passes')
  })

  test('a first post is no promotion', () => {
    const moves = [{ takes: { post: '副处长', level: 'division_deputy' as const } }]
    expect(sanctioned('2020-05-01', undefined, { career: [], moves })).toBe('passes')
  })
})

describe('two terms in one post', () => {
  const when: Condition = {
    terms: { where: { same: { dim: 'post', as: 'takes' } }, atLeast: 2, countsFrom: 'P3Y' },
  }
  const again = (career: CareerLine[], more: Partial<Story> = {}) =>
    told(when, { career, moves: [{ takes: { post: '县长' } }], ...more })

  test('bar a third, from the day the second ends', () => {
    expect(again([{ post: '县长', from: '2010-06-01', to: '2020-06-01' }])).toBe('binds')
    expect(again([{ post: '县长', from: '2010-06-01' }])).toBe('binds')
    expect(again([{ post: '县长', from: '2010-06-02' }])).toBe('passes')
  })

  test('do not bar another post, and two posts do not make two terms', () => {
    expect(again([{ post: '局长', from: '2005-01-01' }])).toBe('passes')
    const career: CareerLine[] = [
      { post: '局长', from: '2010-01-01', to: '2015-01-01' },
      { post: '县长', from: '2015-01-01' },
    ]
    expect(again(career)).toBe('passes')
  })

  test('interrupted service makes no consecutive terms', () => {
    const career: CareerLine[] = [
      { post: '县长', from: '2009-01-01', to: '2014-01-01' },
      { post: '县长', from: '2014-02-01', to: '2019-02-01' },
    ]
    expect(again(career)).toBe('passes')
  })

  test('a post under its new name is the same post, but not one that was divided from it to another', () => {
    const career: CareerLine[] = [
      { post: '旧县长', from: '2010-01-01', to: '2015-01-01' },
      { post: '县长', from: '2015-01-01' },
    ]
    expect(again(career)).toBe('passes')
    const renamed = [{ dim: 'post' as const, later: '县长', earlier: '旧县长' }]
    expect(again(career, { successions: renamed })).toBe('binds')
    const chain = [
      { dim: 'post' as const, later: '县长', earlier: '中间' },
      { dim: 'post' as const, later: '中间', earlier: '旧县长' },
    ]
    expect(again(career, { successions: chain })).toBe('binds')
    const divided = [
      { dim: 'post' as const, later: '县长', earlier: '原职' },
      { dim: 'post' as const, later: '旧县长', earlier: '原职' },
    ]
    expect(again(career, { successions: divided })).toBe('passes')
  })

  test('a blurred start may or may not have made them', () => {
    expect(again([{ post: '县长', from: '2010-06' }], { on: '2020-06-10' })).toBe('undetermined')
    expect(again([{ post: '县长', from: '2010-06' }], { on: '2020-07-01' })).toBe('binds')
  })
})

describe('fifteen years at one level', () => {
  const when: Condition = {
    all: [
      { takes: { leading: true } },
      { accumulated: { where: { leading: true, same: { dim: 'level', as: 'takes' } }, atLeast: 'P15Y' } },
    ],
  }
  const lead = (from: string, to: string | undefined, level: CareerLine['level']): CareerLine => ({
    ...{ post: `岗位 ${from}`, from: from, leading: true },
    ...(to === undefined ? {} : { to: to }),
    ...(level === undefined ? {} : { level }),
  })
  const next = (career: CareerLine[], level: CareerLine['level'] = 'division_chief') =>
    told(when, { career, moves: [{ takes: { post: '新职', leading: true, level } }] })

  test('bar the next post of that level, whatever lay between', () => {
    const career = [
      lead('2000-01-01', '2008-01-01', 'division_chief'),
      lead('2008-01-01', '2010-01-01', 'bureau_deputy'),
      lead('2010-01-01', undefined, 'division_chief'),
    ]
    expect(next(career)).toBe('binds')
    expect(next(career.slice(1))).toBe('passes')
    expect(next(career, 'bureau_deputy')).toBe('passes')
  })

  test('years of unknown level, or a post taken of unknown level, leave it open', () => {
    expect(next([lead('2000-01-01', '2010-01-01', null), lead('2010-01-01', undefined, 'division_chief')])).toBe(
      'undetermined',
    )
    expect(next([lead('2000-01-01', undefined, 'division_chief')], null)).toBe('undetermined')
  })
})

describe('leaving before a term is served', () => {
  const when: Condition = {
    all: [
      { leaves: { teamKind: ['government'] } },
      { not: { lasting: { where: { same: { dim: 'post', as: 'leaves' } }, atLeast: 'P5Y' } } },
    ],
  }
  const leaving = (from: CareerLine['from'], more: Partial<CareerLine> = {}) =>
    told(when, { career: [{ post: '县长', from, teamKind: 'government', ...more }], moves: [{ leaves: '县长' }] })

  test('is barred, also to whoever takes nothing', () => {
    expect(leaving('2017-01-01')).toBe('binds')
    expect(leaving('2015-06-01')).toBe('passes')
    expect(leaving('2015-06')).toBe('undetermined')
  })

  test('does not speak of whoever leaves no post', () => {
    const career: CareerLine[] = [{ post: '县长', from: '2017-01-01', teamKind: 'government' }]
    expect(told(when, { career, moves: [{ takes: { post: '另一职位' } }] })).toBe('passes')
  })
})

describe('promotion to elsewhere', () => {
  const when: Condition = {
    all: [{ takes: { place: ['county'] } }, { rises: {} }, { not: { crosses: { dim: 'place' } } }],
  }
  const from = (place: string) =>
    told(when, {
      career: [{ post: '局长', from: '2015-01-01', level: 'section_chief', ...county, place }],
      moves: [{ leaves: '局长', takes: { post: '副县长', level: 'division_deputy', ...county } }],
    })

  test('is allowed where the place changes, and barred at home', () => {
    expect(from('411122')).toBe('passes')
    expect(from('411121')).toBe('binds')
  })

  test('between two posts at once, home is any of them', () => {
    const career: CareerLine[] = [
      { post: '局长', from: '2015-01-01', level: 'section_chief', ...county },
      { post: '主任', from: '2016-01-01', level: 'section_chief', ...county, place: '411122', capacity: 'concurrent' },
    ]
    const moves = [{ takes: { post: '副县长', level: 'division_deputy' as const, ...county } }]
    expect(told(when, { career, moves })).toBe('binds')
  })
})

describe('whom a bar binds', () => {
  const move = (authority: string, takes: string) =>
    told(
      { takes: {} },
      {
        career: [{ post: '科长', from: '2015-01-01', authority }],
        moves: [{ takes: { post: '新职', authority: takes } }],
      },
    )

  test('whoever comes from below it, and whoever takes a post below it', () => {
    expect(move('411121', '410000')).toBe('binds')
    expect(move('410100', '411121')).toBe('binds')
    expect(move('410100', '410000')).toBe('passes')
  })
})
