import { describe, expect, test } from 'vitest'
import { plugins } from '../../../plugins/index.ts'
import {
  type AvoidanceRule,
  type Condition,
  casePerson,
  conflictNeeds,
  day,
  divisionsByCode,
  explainConflict,
  type Installation,
  type Kinship,
  kinOf,
  ownOf,
  type PairFacts,
  type PersonFacts,
  pairJudge,
  plainPairNames,
  type Telling,
  truly,
} from '../../../policy/index.ts'
import { caseStory, storySetting } from '../../../policy/judge/case-story.ts'
import { stepsPerPair } from '../../../policy/judge/pair/pair-steps.ts'
import { exampleCity, installed, measures, settingWith } from '../../support/example-policy.ts'
import { chartOf } from '../../support/made-up-chart.ts'
import { spouses, tie } from '../../support/made-up-kin.ts'

const kin = { kin: { classes: ['SPOUSE', 'COLLATERAL_WITHIN_THREE'] } } as const
const sameUnit = { posts: { relation: 'sameUnit' } } as const
const bar = (when: Condition, more: Partial<AvoidanceRule> = {}): AvoidanceRule => ({
  ...{
    kind: 'avoidance',
    id: 'bar',
    catalogueId: 'EX-A',
    title: { zh: '任职回避', en: 'Avoidance' },
    effect: 'MUST_NOT',
  },
  ...{ cite: { instrument: 'measures', article: '第七十四条', verified: true }, when, ...more },
})
const nation = installed(
  measures([bar({ all: [kin, sameUnit] }, { id: 'one' })], { id: 'national', level: 'nation', jurisdiction: '100000' }),
)
/** Asks about the two posts again and again. */
const greedy = installed(
  measures([
    bar({ all: [kin, { any: Array<Condition>(150).fill(sameUnit) }] }, { id: 'greedy', restates: ['national/one'] }),
    bar(
      { all: [{ kin: { classes: ['SPOUSE'] } }, { posts: { relation: 'seats', seats: ['chief', 'deputy'] } }] },
      { id: 'modest', inForce: { from: '2015-01-01' } },
    ),
  ]),
)
const budget = 1500
const chart = chartOf({ units: { 甲局: [{}] }, posts: {} })

const someone = (name: string, posts: number, authority = exampleCity): PersonFacts =>
  casePerson(
    {
      name,
      career: Array.from({ length: posts }, (_, i) => ({
        post: `${name}${i}`,
        from: `${2010 + i}-01-01`,
        ...(i + 1 < posts ? { to: `${2011 + i}-01-01` } : {}),
      })),
    },
    authority,
  )
const couple = (posts: number, ties: readonly Kinship[] = [spouses('a', 'b')], authority = exampleCity): PairFacts => ({
  first: someone('a', posts, authority),
  second: someone('b', posts, authority),
  kin: ties,
})
const judge = (...installations: readonly Installation[]) => pairJudge(installations, settingWith(), budget)
const found = (pair: PairFacts, ...installations: readonly Installation[]) =>
  judge(...installations).conflicts(pair, chart)

describe('a policy that asks for more than two people may cost', () => {
  test('is stopped: each of its rules is undetermined on the days it could bar them, and nothing is sure', () => {
    const conflicts = found(couple(6), greedy)
    expect(conflicts.map(({ rule }) => rule)).toEqual(['example/greedy', 'example/modest'])
    for (const { spans, sides, kin: way } of conflicts) {
      expect(spans.map(({ status }) => status)).toEqual(['UNDETERMINED'])
      expect(sides.map(({ person }) => person)).toEqual(['a', 'b'])
      expect(way.pattern).toBe('K1')
    }
    expect(conflicts.map(({ from, relation }) => [from, relation])).toEqual([
      [day('2010-01-01'), 'sameUnit'],
      [day('2015-01-01'), 'seats'],
    ])
  })

  test('binds at most while they may be kin in a way it asks for, and serve under it', () => {
    const married = spouses('a', 'b', truly([day('2012-05-01'), day('2014-05-01')]))
    expect(found(couple(6, [married]), greedy).map(({ rule, from, to }) => [rule, from, to])).toEqual([
      ['example/greedy', day('2012-05-01'), day('2014-05-01')],
    ])
    expect(found(couple(6, [tie('a', 'b', 'K3')]), greedy).map(({ rule }) => rule)).toEqual(['example/greedy'])
    expect(found(couple(6, [tie('a', 'b', 'K2')]), greedy)).toEqual([])
    expect(found(couple(6, undefined, '410100'), greedy)).toEqual([])
  })

  test('says so, and whose it is to change that, in both languages and to whoever may not see the family', () => {
    const pair = couple(6)
    const id = found(pair, greedy)[0]?.id ?? ''
    const on = day('2020-01-01')
    const [need, ...others] = conflictNeeds(judge(greedy), pair, chart, id, on, 'zh')
    expect(others).toEqual([])
    expect(need).toMatchObject({ fact: 'plugin.budget', of: 'example/greedy' })
    expect(need?.why).toContain('超出计算限额（每二人 1500 步）')
    const tell = (naming: Telling['naming'], language: Telling['language']) =>
      explainConflict(judge(greedy), pair, chart, id, on, {
        ...{ language, naming, names: plainPairNames, kinPath: () => '妻子', about: 'a' },
      })
    expect(tell('full', 'zh')).toMatchObject({ status: 'UNDETERMINED', nodes: [] })
    expect(tell('full', 'zh')?.text).toMatch(
      /^b是a的妻子（夫妻关系）。依据.*截至2020-01-01，是否适用尚不能确定：政策文件/,
    )
    expect(tell('veiled', 'zh')?.text).toMatch(/^依据/)
    expect(tell('full', 'en')?.text).toContain('exceeds its budget of 1500 steps for two people and was stopped')
  })

  test('leaves the other policies as if it were not installed, though it says again what they say', () => {
    const pair = couple(6)
    const alone = found(pair, nation)
    expect(alone.some(({ spans }) => spans.some(({ status }) => status === 'ACTIVE'))).toBe(true)
    for (const order of [
      [nation, greedy],
      [greedy, nation],
    ]) {
      const both = found(pair, ...order)
      expect(both.filter(({ rule }) => rule === 'national/one')).toEqual(alone)
      expect(both.filter(({ rule }) => rule !== 'national/one')).toEqual(found(pair, greedy))
    }
  })

  test('leaves everyone else alone', () => {
    const bench = judge(greedy)
    const few = bench.conflicts(couple(1), chart)
    bench.conflicts(couple(6), chart)
    expect(bench.conflicts(couple(1), chart)).toEqual(few)
    expect(few.map(({ spans }) => spans.map(({ status }) => status))).toEqual([['ACTIVE']])
  })
})

const bundled = plugins.map((plugin) => ({
  plugin,
  digest: '',
  jurisdiction: ownOf(plugin),
  effectiveFrom: '1950-01-01',
  effectiveTo: null,
}))

describe('the budget is far beyond what honest policies ask', () => {
  test('a thousandth is enough for every two relatives of every bundled case, under every bundled policy at once', () => {
    let pairs = 0
    for (const plugin of plugins)
      for (const worked of plugin.cases) {
        if (worked.kin === undefined) continue
        const { people, chart: charted, graph } = caseStory(worked, ownOf(plugin))
        const bench = pairJudge(bundled, storySetting(worked, divisionsByCode), stepsPerPair / 1000)
        for (const [name, first] of people)
          for (const [other, second] of people) {
            const ties = name < other ? kinOf(graph, name).filter(({ relative }) => relative === other) : []
            if (ties.length === 0) continue
            pairs += 1
            expect(bench.assess({ first, second, kin: ties }, charted).filter((one) => one.stopped)).toEqual([])
          }
      }
    expect(pairs).toBeGreaterThan(50)
  })

  test('a tenth is enough for two of a large family, kin in twelve ways, in forty posts each, many at a time', () => {
    const ties = [spouses('a', 'b'), ...Array.from({ length: 11 }, () => tie('a', 'b', 'K3'))]
    const pair = { first: manyPosts('a', 1), second: manyPosts('b', 2), kin: ties }
    const assessments = pairJudge(bundled, settingWith(), stepsPerPair / 10).assess(pair, chart)
    expect(assessments.length).toBeGreaterThan(100)
    expect(assessments.filter((one) => one.stopped !== undefined)).toEqual([])
  })
})

test('whatever the budget, the policies within it say what they say where the others are not installed', () => {
  const pair = { first: manyPosts('a', 1), second: manyPosts('b', 2), kin: [spouses('a', 'b'), tie('a', 'b', 'K3')] }
  const both = [greedy, ...bundled]
  const stoppedAt = [10, 10_000, 100_000, 1_000_000, 1e9].map((allowed) => {
    const bench = pairJudge(both, settingWith(), allowed)
    const stopped = new Set(
      bench.assess(pair, chart).flatMap(({ line, stopped: by }) => (by === undefined ? [] : pluginOf(line.id))),
    )
    const within = both.filter(({ plugin }) => !stopped.has(plugin.id))
    const said = bench.conflicts(pair, chart).filter(({ rule }) => !stopped.has(pluginOf(rule)))
    expect(said).toEqual(pairJudge(within, settingWith(), Infinity).conflicts(pair, chart))
    return stopped.size
  })
  expect(stoppedAt).toEqual(stoppedAt.toSorted((a, b) => b - a))
  expect(new Set(stoppedAt)).toEqual(new Set([2, 1, 0]))
})

const pluginOf = (rule: string): string => rule.slice(0, rule.lastIndexOf('/'))

const levels = ['clerk', 'section_deputy', 'section_chief', 'division_deputy'] as const

const manyPosts = (name: string, turn: number): PersonFacts =>
  casePerson(
    {
      name,
      career: Array.from({ length: 40 }, (_, i) => ({
        post: i % 3 === 0 ? 'kept' : `p${(i * turn) % 30}`,
        internalUnit: `u${i % 5}`,
        from: `${2012 + Math.floor(i / 4)}-01-01`,
        to: `${2013 + Math.floor(i / 4) + (i % 5)}-01-01`,
        level: levels[i % 4] ?? 'clerk',
        leading: i % 2 === 0,
        duties: ['finance', 'audit'],
        seats: i % 2 === 0 ? ['chief'] : ['deputy'],
        team: 't',
        teamKind: 'government',
      })),
    },
    exampleCity,
  )
