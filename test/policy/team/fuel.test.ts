import { describe, expect, test } from 'vitest'
import { plugins } from '../../../plugins/index.ts'
import {
  type Condition,
  casePerson,
  type DivisionCode,
  day,
  divisionsByCode,
  type Installation,
  ownOf,
  type TeamFacts,
  teamJudge,
} from '../../../policy/index.ts'
import { caseStory, storySetting } from '../../../policy/judge/case-story.ts'
import { stepsPerTeam } from '../../../policy/judge/team/team-steps.ts'
import { teamsOfStory } from '../../../policy/judge/team/teams-of-case.ts'
import { teamRule } from '../../support/bars.ts'
import { exampleCity, installed, measures, settingWith } from '../../support/example-policy.ts'

const native: Condition = { native: { place: 'team', basis: ['birth'] } }
const all: Condition = { share: { who: native, atLeast: '1/1' } }
const nation = installed(
  measures([teamRule(all, {}, { id: 'one' })], { id: 'national', level: 'nation', jurisdiction: '100000' }),
)
/** Counts the members again and again. */
const greedy = installed(
  measures([
    teamRule({ any: Array<Condition>(150).fill(all) }, {}, { id: 'greedy', restates: ['national/one'] }),
    teamRule({ count: { atLeast: 1 } }, {}, { id: 'modest', inForce: { from: '2018-01-01' } }),
  ]),
)
const budget = 1000
const county = '411121'
const ever = { surely: [-Infinity, Infinity], possibly: [-Infinity, Infinity] }

const team = (id: string, members: number, place: DivisionCode = county, authority = exampleCity): TeamFacts => ({
  ...{ id, kind: 'government', place, authority, days: ever, seats: [] },
  members: Array.from({ length: members }, (_, i) =>
    casePerson(
      {
        name: `${id}${i}`,
        person: { birthPlace: '410122', nativePlace: '410122', growthPlaces: ['410122'] },
        career: [{ post: `${id}${i}`, from: '2015-01-01', team: id, teamKind: 'government', place }],
      },
      authority,
    ),
  ),
})
const judge = (...installations: readonly Installation[]) => teamJudge(installations, settingWith(), budget)
const found = (teams: readonly TeamFacts[], ...installations: readonly Installation[]) =>
  judge(...installations).findings(teams)
const on = day('2020-06-01')

describe('a policy that asks for more than a team may cost', () => {
  test('is stopped: each of its rules is undetermined on the days the team could fail it, and nothing is sure', () => {
    const findings = found([team('t', 9)], greedy)
    expect(findings.map(({ rule, from, spans }) => [rule, from, spans.map(({ status }) => status)])).toEqual([
      ['example/greedy', day('2015-01-01'), ['UNDETERMINED']],
      ['example/modest', day('2018-01-01'), ['UNDETERMINED']],
    ])
  })

  test('tells how it stands with the team: nobody surely counts, everybody may, and who must simplify it', () => {
    const [standing, other] = judge(greedy).standings([team('t', 9)], on)
    expect(other).toMatchObject({ rule: 'example/modest', holds: 'UNDETERMINED' })
    expect(standing).toMatchObject({ holds: 'UNDETERMINED', surely: 0, possibly: 9, members: 9, teams: ['t'] })
    const told = standing?.explain('zh')
    expect(told).toMatchObject({ status: 'UNDETERMINED', nodes: [] })
    expect(told?.text).toContain('超出计算限额（每个班子 1000 步）')
    expect(standing?.explain('en').text).toContain('exceeds its budget of 1000 steps for one team')
    expect(judge(greedy).standings([team('t', 0)], on)).toEqual([])
  })

  test('leaves the other policies as if it were not installed, though it says again what they say', () => {
    const teams = [team('t', 9)]
    const alone = found(teams, nation)
    expect(alone.map(({ spans }) => spans.map(({ status, shownWith }) => [status, shownWith]))).toEqual([
      [['ACTIVE', null]],
    ])
    for (const order of [
      [nation, greedy],
      [greedy, nation],
    ]) {
      const both = found(teams, ...order)
      expect(both.filter(({ rule }) => rule === 'national/one')).toEqual(alone)
      expect(both.filter(({ rule }) => rule !== 'national/one')).toEqual(found(teams, greedy))
      const standings = judge(...order).standings(teams, on)
      expect(standings.find(({ rule }) => rule === 'national/one')).toMatchObject({ holds: 'NO' })
    }
  })

  test('leaves every other team alone, whichever is asked about first', () => {
    const [small, large] = [team('s', 1), team('t', 9)]
    const alone = found([small], greedy)
    expect(alone.map(({ rule, spans }) => [rule, spans.map(({ status }) => status)])).toEqual([
      ['example/greedy', ['ACTIVE']],
    ])
    for (const teams of [
      [small, large],
      [large, small],
    ])
      expect(found(teams, greedy).filter((finding) => finding.teams.includes('s'))).toEqual(alone)
  })

  test('counted together, the teams of a place have one account', () => {
    const together = installed(measures([teamRule({ any: Array<Condition>(20).fill(all) }, { groupBy: 'place' })]))
    expect(found([team('s', 3)], together).map(({ spans }) => spans[0]?.status)).toEqual(['ACTIVE'])
    const both = found([team('s', 3), team('t', 9)], together)
    expect(both.map(({ teams, spans }) => [teams.join(), spans[0]?.status])).toEqual([['s,t', 'UNDETERMINED']])
  })
})

describe('a tenth of the budget is enough', () => {
  const bundled = plugins.map((plugin) => ({
    plugin,
    digest: '',
    jurisdiction: ownOf(plugin),
    effectiveFrom: '1950-01-01',
    effectiveTo: null,
  }))
  const tells = (teams: readonly TeamFacts[], setting = settingWith()) => {
    const unbounded = teamJudge(bundled, setting, Infinity).findings(teams)
    expect(teamJudge(bundled, setting, stepsPerTeam / 10).findings(teams)).toEqual(unbounded)
    return unbounded
  }

  test('for the teams of every bundled case, under every bundled policy at once', () => {
    const found = plugins.flatMap((plugin) =>
      plugin.cases.flatMap((story) =>
        tells(teamsOfStory(caseStory(story, ownOf(plugin))), storySetting(story, divisionsByCode)),
      ),
    )
    expect(found.length).toBeGreaterThan(10)
  })

  test('for a team that three hundred have served in', () => {
    const found = tells([team('t', 300, '360421', '360400')])
    expect(found.flatMap(({ spans }) => spans.map(({ status }) => status))).toContain('ACTIVE')
  })
})
