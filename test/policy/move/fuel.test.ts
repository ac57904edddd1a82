import { describe, expect, test } from 'vitest'
import { plugins } from '../../../plugins/index.ts'
import {
  type Condition,
  casePerson,
  day,
  divisionsByCode,
  type Installation,
  type MoveFacts,
  type MoveFinding,
  moveJudge,
  ownOf,
  type TeamFacts,
} from '../../../policy/index.ts'
import { caseStory, storySetting } from '../../../policy/judge/case-story.ts'
import { stepsPerMove } from '../../../policy/judge/fuel.ts'
import { movesProposed } from '../../../policy/judge/move/moves-of-case.ts'
import { teamsOfStory } from '../../../policy/judge/team/teams-of-case.ts'
import { placementBar, togetherBar } from '../../support/bars.ts'
import { exampleCity, installed, measures, settingWith } from '../../support/example-policy.ts'
import { chartOf } from '../../support/made-up-chart.ts'

const law = { id: 'national', level: 'nation', jurisdiction: '100000' } as const
const on = '2020-06-01'
const chart = chartOf({ units: {}, posts: {} })
const chiefAndDeputy: Condition = { posts: { relation: 'chiefAndDeputy', scope: 'sameInternalUnit' } }
const aThird: Condition = { not: { share: { who: { departs: {} }, atMost: '1/3' } } }
const worked: Condition = { accumulated: { where: {}, atLeast: 'P90Y' } }
const served: Condition = { accumulated: { where: {}, atLeast: 'P1Y' } }

const moved = (name: string, posts: number, authority = exampleCity): MoveFacts => {
  const career = Array.from({ length: posts }, (_, i) => ({
    ...{ post: `${name}${i}`, from: `${2000 + i}-01-01`, team: 't', teamKind: 'government' as const },
    ...(i + 1 < posts ? { to: `${2001 + i}-01-01` } : {}),
    seats: [name === 'a' ? ('chief' as const) : ('deputy' as const)],
  }))
  const person = casePerson({ name, career }, authority)
  const last = person.pieces.at(-1)
  if (last === undefined) throw new Error('no post')
  return { person, on: day(on), takes: { ...last, system: null }, leaves: { ...last, system: null } }
}
const says = (found: readonly MoveFinding[]) => found.map(({ rule, status, people }) => [rule, status, people.join()])

describe('a policy that asks for more than a move may cost', () => {
  const budget = 1000
  const nation = installed(measures([placementBar(served, { id: 'one' })], law))
  const greedy = installed(
    measures([
      placementBar({ any: Array<Condition>(150).fill(worked) }, { id: 'greedy', restates: ['national/one'] }),
      placementBar({ rises: {} }, { id: 'modest' }),
      placementBar({ rises: {} }, { id: 'later', inForce: { from: '2021-01-01' } }),
    ]),
  )
  const placements = (move: MoveFacts, ...installations: readonly Installation[]) =>
    moveJudge(installations, settingWith(), budget).placements(move)

  test('is stopped: whether its rules bar the move, on the day they are in force, is undetermined, and it says why', () => {
    const found = placements(moved('a', 12), greedy)
    expect(says(found)).toEqual([
      ['example/greedy', 'UNDETERMINED', 'a'],
      ['example/modest', 'UNDETERMINED', 'a'],
    ])
    const told = found.map(({ explain }) => explain('zh'))
    expect(told.map(({ status, nodes }) => [status, nodes])).toEqual(Array(2).fill(['UNDETERMINED', []]))
    expect(told[0]?.text).toContain('截至2020-06-01，是否适用尚不能确定：政策文件“示例”')
    expect(told[0]?.text).toContain('超出计算限额（每项任免 1000 步）')
    expect(found[1]?.explain('en').text).toContain('exceeds its budget of 1000 steps for one move')
  })

  test('says nothing of people it does not govern', () => {
    expect(placements(moved('a', 12, '410100'), greedy)).toEqual([])
  })

  test('leaves the other policies as if it were not installed, though it says again what they say', () => {
    const move = moved('a', 12)
    const alone = says(placements(move, nation))
    expect(alone).toEqual([['national/one', 'ACTIVE', 'a']])
    for (const order of [
      [nation, greedy],
      [greedy, nation],
    ])
      expect(says(placements(move, ...order))).toEqual([...alone, ...says(placements(move, greedy))])
  })

  test('judges a shorter career as ever', () => {
    const [short] = [moved('a', 1)]
    expect(says(placements(short, greedy))).toEqual(
      says(moveJudge([greedy], settingWith(), Infinity).placements(short)),
    )
  })
})

describe('a policy that asks for more than a plan may cost', () => {
  const budget = 100
  const plan = [moved('a', 1), moved('b', 1), moved('c', 1)]
  const team: TeamFacts = {
    ...{ id: 't', kind: 'government', place: exampleCity, authority: exampleCity, seats: [] },
    days: { surely: [-Infinity, Infinity], possibly: [-Infinity, Infinity] },
    members: plan.map(({ person }) => person),
  }
  const nation = installed(measures([togetherBar(chiefAndDeputy, { id: 'two' })], law))
  const greedyPairs = installed(
    measures([
      togetherBar({ any: Array<Condition>(150).fill(chiefAndDeputy) }, { id: 'greedy', restates: ['national/two'] }),
      togetherBar(aThird, { id: 'modest' }),
      togetherBar(aThird, { id: 'later', inForce: { from: '2021-01-01' } }),
    ]),
  )
  const greedyTeams = installed(measures([togetherBar({ any: Array<Condition>(150).fill(aThird) }, { id: 'greedy' })]))
  const together = (...installations: readonly Installation[]) =>
    moveJudge(installations, settingWith(), budget).together(plan, chart, [team])

  test('is stopped, whether it asks of every two moves or of a team: of all who leave it says nothing for sure, and why', () => {
    expect(says(together(greedyPairs))).toEqual([
      ['example/greedy', 'UNDETERMINED', 'a,b,c'],
      ['example/modest', 'UNDETERMINED', 'a,b,c'],
    ])
    const found = together(greedyTeams)
    expect(says(found)).toEqual([['example/greedy', 'UNDETERMINED', 'a,b,c']])
    expect(found[0]?.explain('zh').text).toContain('超出计算限额（每个方案 300 步）')
    expect(found[0]?.explain('en').text).toContain('exceeds its budget of 300 steps for one plan')
  })

  test('leaves the other policies as if it were not installed, though it says again what they say', () => {
    const alone = says(together(nation))
    expect(alone).toContainEqual(['national/two', 'ACTIVE', 'a,b'])
    for (const order of [
      [nation, greedyPairs],
      [greedyPairs, nation],
    ])
      expect(says(together(...order))).toEqual([...alone, ...says(together(greedyPairs))])
  })

  test('says nothing of a plan nobody leaves a post by', () => {
    const judge = moveJudge([greedyPairs], settingWith(), budget)
    expect(judge.together([], chart, [team])).toEqual([])
    expect(
      judge.together(
        plan.map((move) => ({ ...move, leaves: null })),
        chart,
        [team],
      ),
    ).toEqual([])
  })
})

describe('a tenth of the budget is enough', () => {
  const all = plugins.map((plugin) => ({
    plugin,
    digest: '',
    jurisdiction: ownOf(plugin),
    effectiveFrom: '1950-01-01',
    effectiveTo: null,
  }))
  const tells = (moves: readonly MoveFacts[], teams: readonly TeamFacts[], org = chart, setting = settingWith()) => {
    const [few, many] = [stepsPerMove / 10, Infinity].map((budget) => {
      const judge = moveJudge(all, setting, budget)
      return says([...moves.flatMap((move) => judge.placements(move)), ...judge.together(moves, org, teams)])
    })
    expect(few).toEqual(many)
    return many?.length ?? 0
  }

  test('for every move of every bundled case, under every bundled policy at once', () => {
    let found = 0
    for (const plugin of plugins)
      for (const story of plugin.cases) {
        if (story.moves === undefined) continue
        const told = caseStory(story, ownOf(plugin))
        const setting = storySetting(story, divisionsByCode)
        found += tells(movesProposed(story, ownOf(plugin)), teamsOfStory(told), told.chart, setting)
      }
    expect(found).toBeGreaterThan(20)
  })

  test('for careers of two hundred posts, and plans of a hundred moves', () => {
    const plan = Array.from({ length: 100 }, (_, i) => moved(i % 2 === 0 ? 'a' : `b${i}`, i === 0 ? 200 : 2)).map(
      ({ person, ...move }, i) => ({ ...move, person: { ...person, id: `p${i}` } }),
    )
    expect(tells(plan.slice(0, 1), [])).toBeGreaterThanOrEqual(0)
    expect(tells(plan, [])).toBeGreaterThan(20)
  })
})
