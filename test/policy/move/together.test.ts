import { describe, expect, test } from 'vitest'
import {
  type CareerLine,
  type CaseMove,
  type Condition,
  casePerson,
  day,
  type MoveFacts,
  moveJudge,
} from '../../../policy/index.ts'
import { says, togetherBar } from '../../support/bars.ts'
import { exampleCity, installed, measures, settingWith } from '../../support/example-policy.ts'
import { chartOf } from '../../support/made-up-chart.ts'

const on = '2020-06-01'

describe('chief and deputy of one section', () => {
  const when: Condition = { posts: { relation: 'chiefAndDeputy', scope: 'sameInternalUnit' } }
  const post = (name: string, seat: 'chief' | 'deputy', more: Partial<CareerLine> = {}): { career: CareerLine[] } => ({
    career: [{ post: name, from: '2015-01-01', seats: [seat], ...more }],
  })
  const plan = (moves: CaseMove[], deputy: Partial<CareerLine> = {}) =>
    says([togetherBar(when)], {
      on,
      ...post('科长', 'chief'),
      others: { 副: post('副科长', 'deputy', deputy), 员: { career: [{ post: '科员', from: '2015-01-01' }] } },
      moves,
    })
  const both: CaseMove[] = [{ leaves: '科长' }, { person: '副', leaves: '副科长' }]

  test('are not moved by one plan, whichever is named first', () => {
    expect(plan(both)).toBe('binds')
    expect(plan(both.toReversed())).toBe('binds')
  })

  test('either may move alone, or with a clerk, or one may take a post while the other leaves', () => {
    expect(plan(both.slice(1))).toBe('passes')
    expect(plan([{ leaves: '科长' }, { person: '员', leaves: '科员' }])).toBe('passes')
    expect(plan([{ leaves: '科长' }, { person: '副', takes: { post: '另一职位' } }])).toBe('passes')
  })

  test('may move together from two sections', () => {
    expect(plan(both, { internalUnit: '乙科' })).toBe('passes')
  })

  test('nobody moved, nothing barred', () => {
    expect(plan([])).toBe('passes')
  })

  test('a plan of people another jurisdiction manages is not asked', () => {
    const elsewhere = { career: [{ post: '科长', from: '2015-01-01', seats: ['chief' as const], authority: '410100' }] }
    const others = { 副: post('副科长', 'deputy', { authority: '410100' }) }
    expect(says([togetherBar(when)], { on, ...elsewhere, others, moves: both })).toBe('passes')
  })
})

describe('at most a third of a team leaves at once', () => {
  const when: Condition = { not: { share: { who: { departs: {} }, atMost: '1/3' } } }
  const seat = (i: number, more: Partial<CareerLine> = {}): { career: CareerLine[] } => ({
    career: [{ post: `委员${i}`, from: '2015-01-01', teamKind: 'party_committee', ...more }],
  })
  const team = (n: number, moves: CaseMove[], last: Partial<CareerLine> = {}) => {
    const others = Array.from({ length: n - 1 }, (_, i) => [`p${i + 1}`, seat(i + 1, i === n - 2 ? last : {})] as const)
    return says([togetherBar(when)], { on, ...seat(0), others: Object.fromEntries(others), moves })
  }
  const leaving = (n: number): CaseMove[] =>
    Array.from({ length: n }, (_, i) => ({ person: i === 0 ? 'self' : `p${i}`, leaves: `委员${i}` }))

  test('three of nine may, four may not; of eight not even three', () => {
    expect(team(9, leaving(3))).toBe('passes')
    expect(team(9, leaving(4))).toBe('binds')
    expect(team(8, leaving(3))).toBe('binds')
    expect(team(8, leaving(2))).toBe('passes')
  })

  test('nobody leaves where nobody is moved, nor where the moved only take posts', () => {
    expect(team(9, [])).toBe('passes')
    expect(team(2, [{ takes: { post: '兼职' } }, { person: 'p1', takes: { post: '兼职' } }])).toBe('passes')
  })

  test('whoever takes another post of the same team stays in it', () => {
    const [one, two, three, ...rest] = leaving(4)
    const within: CaseMove = { ...one, takes: { post: '委员9', teamKind: 'party_committee' } }
    expect(team(9, [within, ...[two, three, ...rest].filter((move) => move !== undefined)])).toBe('passes')
    const out: CaseMove = { ...one, takes: { post: '县长', teamKind: 'government' } }
    expect(team(9, [out, ...[two, three, ...rest].filter((move) => move !== undefined)])).toBe('binds')
  })

  test('where the ninth may already have left, three may be too many', () => {
    expect(team(9, leaving(3), { to: '2020-06' })).toBe('undetermined')
    expect(team(9, leaving(2), { to: '2020-06' })).toBe('passes')
    expect(team(9, leaving(4), { to: '2020-06' })).toBe('binds')
  })

  test('someone in two posts of the team is one of nine', () => {
    const others = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`p${i + 1}`, seat(i + 1)]))
    const twice = { career: [...seat(0).career, ...seat(6).career] }
    const moves = leaving(2)
    expect(says([togetherBar(when)], { on, ...twice, others, moves })).toBe('passes')
    expect(says([togetherBar(when)], { on, ...twice, others, moves: leaving(3) })).toBe('binds')
  })
})

describe('what is found of moves made together', () => {
  test('names those who leave, and says how many of how many', () => {
    const line = (post: string): CareerLine => ({ post, from: '2015-01-01', team: 't', teamKind: 'government' })
    const people = ['a', 'b', 'c'].map((name) => casePerson({ name, career: [line(name)] }, exampleCity))
    const moves = people.slice(0, 2).flatMap((person): MoveFacts[] => {
      const [left] = person.pieces
      return left === undefined ? [] : [{ person, on: day(on), takes: null, leaves: { ...left, system: null } }]
    })
    const days = { surely: [-Infinity, Infinity], possibly: [-Infinity, Infinity] }
    const place = { place: exampleCity, authority: exampleCity }
    const teams = [{ id: 't', kind: 'government' as const, ...place, days, members: people, seats: [] }]
    const rule = togetherBar({ not: { share: { who: { departs: {} }, atMost: '1/3' } } })
    const judge = moveJudge([installed(measures([rule]))], settingWith())
    const [found, ...others] = judge.together(moves, chartOf({ posts: {}, units: {} }), teams)
    expect(others).toEqual([])
    expect(found).toMatchObject({ kind: 'together', status: 'ACTIVE', people: ['a', 'b'], effect: 'GENERALLY_NOT' })
    expect(found?.explain('zh').text).toContain('2020-06-01，3名成员中计入2名。2020-06-01作此变动属于上述情形。')
    expect(found?.explain('en').text).toContain(
      'On 2020-06-01 2 of 3 members count. A move on 2020-06-01 falls under it.',
    )
  })
})
