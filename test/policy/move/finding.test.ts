import { describe, expect, test } from 'vitest'
import {
  type CareerLine,
  type Condition,
  casePerson,
  day,
  type MoveFacts,
  moveJudge,
  type Setting,
} from '../../../policy/index.ts'
import { placementBar } from '../../support/bars.ts'
import { exampleCity, installed, measures, settingWith } from '../../support/example-policy.ts'

const twoTerms: Condition = {
  terms: { where: { same: { dim: 'post', as: 'takes' } }, atLeast: 2, countsFrom: 'P3Y' },
}
const head = (from: string, to: string | null, post = '县长'): CareerLine => ({
  ...{ post, from, team: '县政府', teamKind: 'government', level: 'division_chief' },
  ...(to === null ? {} : { to }),
})
const moved = (career: readonly CareerLine[], takes: string, on: string): MoveFacts => {
  const person = casePerson({ name: '甲', career }, exampleCity)
  const [like] = casePerson({ name: '乙', career: [head('2000-01-01', null, takes)] }, exampleCity).pieces
  if (like === undefined) throw new Error('no post')
  return { person, on: day(on), takes: { ...like, system: null }, leaves: null }
}
const rows = [1, 2, 3].map((number, i) => ({
  number,
  from: day(`${2006 + 5 * i}-01-01`),
  to: i === 2 ? Infinity : day(`${2011 + 5 * i}-01-01`),
}))
const judge = (more: Partial<Setting> = {}, installations = [installed(measures([placementBar(twoTerms)]))]) =>
  moveJudge(installations, settingWith({ terms: (team) => (team === '县政府' ? rows : []), ...more }))
const statuses = (career: readonly CareerLine[], on: string, more: Partial<Setting> = {}) =>
  judge(more)
    .placements(moved(career, '县长', on))
    .map(({ status }) => status)

describe('two numbered terms of the team in one post', () => {
  test('bar a third once the second is over; a term counts after three years of it', () => {
    expect(statuses([head('2006-01-01', null)], '2016-01-01')).toEqual(['ACTIVE'])
    expect(statuses([head('2006-01-01', null)], '2015-12-31')).toEqual([])
    expect(statuses([head('2008-01-01', null)], '2016-01-01')).toEqual(['ACTIVE'])
    expect(statuses([head('2008-01-02', null)], '2016-01-01')).toEqual([])
    expect(statuses([head('2008-01', null)], '2016-01-01')).toEqual(['UNDETERMINED'])
  })

  test('count as one post what was renamed in between, and nothing else', () => {
    const career = [head('2006-01-01', '2011-01-01', '旧县长'), head('2011-01-01', null)]
    expect(statuses(career, '2016-01-01')).toEqual([])
    const predecessors: Setting['predecessors'] = (kind, later) =>
      kind === 'post' && later === '县长' ? ['旧县长'] : []
    expect(statuses(career, '2016-01-01', { predecessors })).toEqual(['ACTIVE'])
  })

  test('whoever left before the second was three years old served only one', () => {
    expect(statuses([head('2006-01-01', '2014-01-01')], '2016-01-01')).toEqual(['ACTIVE'])
    expect(statuses([head('2006-01-01', '2013-12-31')], '2016-01-01')).toEqual([])
  })
})

describe('what is found of a move', () => {
  const move = moved([head('2006-01-01', null)], '县长', '2016-01-01')
  const [finding] = judge().placements(move)

  test('names rule, person and effect, and keeps its id however often it is judged', () => {
    expect(finding).toMatchObject({ rule: 'example/bar', kind: 'placement', effect: 'MUST_NOT', people: ['甲'] })
    expect(judge().placements(move)[0]?.id).toBe(finding?.id)
    const later = moved([head('2006-01-01', null)], '县长', '2016-01-02')
    expect(judge().placements(later)[0]?.id).not.toBe(finding?.id)
  })

  test('is explained in both languages, each in its own', () => {
    const [zh, en] = [finding?.explain('zh'), finding?.explain('en')]
    expect(zh?.text).toContain('2016-01-01作此变动属于上述情形。')
    expect(en?.text).toContain('A move on 2016-01-01 falls under it.')
    expect(en?.text).not.toMatch(/[：。]/)
    expect([zh?.status, en?.nodes.length]).toEqual(['ACTIVE', 1])
  })

  test('is judged by the law of its day: not before the measures, not after they end', () => {
    const until = [installed(measures([placementBar(twoTerms)]), { effectiveTo: '2016-06-01' })]
    const on = (date: string) => judge({}, until).placements(moved([head('2006-01-01', null)], '县长', date))
    expect(on('2016-05-31')).toHaveLength(1)
    expect(on('2016-06-01')).toEqual([])
  })

  test('a rule that says a superior one again is shown in its place', () => {
    const lower = placementBar(twoTerms, { id: 'again', catalogueId: 'EX-R', restates: ['example/bar'] })
    const both = judge({}, [installed(measures([placementBar(twoTerms), lower]))]).placements(move)
    expect(both.map(({ rule }) => rule)).toEqual(['example/again'])
    const weaker = judge({}, [installed(measures([placementBar(twoTerms), { ...lower, effect: 'WARN' }]))])
    expect(weaker.placements(move).map(({ rule }) => rule)).toEqual(['example/bar', 'example/again'])
  })
})
