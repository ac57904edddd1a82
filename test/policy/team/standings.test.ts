import { describe, expect, test } from 'vitest'
import { type Condition, casePerson, day, type TeamFacts, teamJudge } from '../../../policy/index.ts'
import { teamRule } from '../../support/bars.ts'
import { exampleCity, installed, measures, settingWith } from '../../support/example-policy.ts'

const native: Condition = { native: { place: 'team', basis: ['birth'] } }
const aThird = { share: { who: native, atLeast: '1/3' } } as const
const home = '411121'
const ever = { surely: [-Infinity, Infinity], possibly: [-Infinity, Infinity] }

const member = (name: string, birthPlace: string | null, from = '2015-01-01') =>
  casePerson(
    {
      name,
      person: birthPlace === null ? {} : { birthPlace },
      career: [{ post: name, from, team: 'committee', teamKind: 'party_committee', place: home }],
    },
    exampleCity,
  )
const committee = (members: TeamFacts['members'], more: Partial<TeamFacts> = {}): TeamFacts => ({
  ...{ id: 'committee', kind: 'party_committee', place: home, authority: exampleCity, days: ever, members, seats: [] },
  ...more,
})
const nine = (last: string | null) => [
  ...['a', 'b'].map((name) => member(name, home)),
  ...['c', 'd', 'e', 'f', 'g', 'h'].map((name) => member(name, '410122')),
  member('i', last),
]
const judge = (rule = teamRule(aThird), document = {}) =>
  teamJudge([installed(measures([rule], document))], settingWith())
const standing = (team: TeamFacts, on = '2020-06-01', asked = judge()) => asked.standings([team], day(on))

describe('how a rule stands with a team', () => {
  test('in numbers: three of nine, two of nine, or two and one in doubt', () => {
    const numbers = { rule: 'example/team', teams: ['committee'], members: 9 }
    expect(standing(committee(nine(home)))).toMatchObject([{ ...numbers, holds: 'YES', surely: 3, possibly: 3 }])
    expect(standing(committee(nine('410122')))).toMatchObject([{ ...numbers, holds: 'NO', surely: 2, possibly: 2 }])
    expect(standing(committee(nine(null)))).toMatchObject([
      { ...numbers, holds: 'UNDETERMINED', surely: 2, possibly: 3 },
    ])
  })

  test('in words', () => {
    const [three] = standing(committee(nine(null)))
    expect(three?.explain('zh').text).toContain(
      '2020-06-01，9名成员中计入2名，另有1名不能确定，尚缺事实，不能确定是否符合。',
    )
    expect(three?.explain('en').text).toContain('On 2020-06-01 2 of 9 members count, and 1 more in doubt:')
  })

  test('nothing is said of a team nobody serves in, that is no longer there, or before the law', () => {
    const people = nine(home)
    expect(standing(committee([]))).toEqual([])
    expect(standing(committee(people), '2014-12-31')).toEqual([])
    const until = [-Infinity, day('2020-06-01')]
    const gone = committee(people, { days: { surely: until, possibly: until } })
    expect(standing(gone)).toEqual([])
    expect(standing(gone, '2020-05-31')).toHaveLength(1)
    const old = nine(home).map(({ id, birthPlace }) => member(id, birthPlace, '1990-01-01'))
    expect(standing(committee(old), '1999-12-31')).toEqual([])
    expect(standing(committee(old), '2000-01-01')).toHaveLength(1)
  })

  test('before a value is in force the rule asks nothing, then each value its own', () => {
    const cite = { instrument: 'measures', article: null, verified: false }
    const values = [
      { from: '2018-01-01', value: '1/4', cite },
      { from: '2020-01-01', value: '1/3', cite },
    ]
    const asked = judge(teamRule({ share: { who: native, atLeast: { param: 'part' } } }), {
      parameters: { part: { title: { zh: '比例', en: 'Part' }, values } },
    })
    const eight = committee(nine('410122').slice(0, 8))
    const holds = (on: string) => standing(eight, on, asked).map((s) => s.holds)
    expect(holds('2017-12-31')).toEqual([])
    expect(holds('2018-01-01')).toEqual(['YES'])
    expect(holds('2020-01-01')).toEqual(['NO'])
  })
})

describe('a team that fails', () => {
  test('is found from the day a native leaves to the day another comes, once', () => {
    const leaving = casePerson(
      {
        name: 'leaving',
        person: { birthPlace: home },
        career: [
          {
            post: 'x',
            from: '2015-01-01',
            to: '2020-03-01',
            team: 'committee',
            teamKind: 'party_committee',
            place: home,
          },
        ],
      },
      exampleCity,
    )
    const team = committee([...nine(home).slice(0, 8), leaving, member('j', home, '2020-05-01')])
    const found = judge()
      .findings([team])
      .map(({ from, to, spans }) => [from, to, spans.map(({ status }) => status)])
    expect(found).toEqual([[day('2020-03-01'), day('2020-05-01'), ['ACTIVE']]])
  })

  test('seats without holder count only where the rule counts seats', () => {
    const rule = (over: 'members' | 'seats') => judge(teamRule({ share: { who: native, atLeast: '1/3', over } }))
    const seats = [{ from: -Infinity, to: Infinity, seats: 12 }]
    const team = committee(nine(home), { seats })
    expect(rule('members').findings([team])).toEqual([])
    expect(rule('seats').findings([team])).toHaveLength(1)
    expect(
      rule('seats').findings([committee(nine(home), { seats: [{ from: -Infinity, to: Infinity, seats: 9 }] })]),
    ).toEqual([])
  })
})
