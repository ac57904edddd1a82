import { describe, expect, test } from 'vitest'
import type { CareerLine, Case, CasePerson, Condition, PluginDocument } from '../../../policy/index.ts'
import { placementBar, says, teamRule } from '../../support/bars.ts'

type Story = Omit<Case, 'name' | 'expect'>
const on = '2020-06-01'
const [home, away] = ['411121', '410122']
const basis = ['birth', 'growth'] as const
const native: Condition = { native: { place: 'team', basis } }
const aThird = teamRule({ share: { who: native, atLeast: '1/3' } })

const member = (born: string | null, line: Partial<CareerLine> = {}): CasePerson => ({
  person: born === null ? {} : { birthPlace: born, growthPlaces: [born] },
  career: [
    { post: '委员', from: '2015-01-01', teamKind: 'party_committee', place: home, authority: '411100', ...line },
  ],
})
const crew = (people: readonly CasePerson[], more: Partial<Story> = {}): Story => {
  const [self = { career: [] }, ...others] = people
  return { on, ...self, others: Object.fromEntries(others.map((person, i) => [`p${i + 1}`, person])), ...more }
}
const times = (n: number, person: CasePerson): CasePerson[] => Array.from({ length: n }, () => person)
const team = (
  people: readonly CasePerson[],
  rule = aThird,
  more: Partial<Story> = {},
  set: Partial<PluginDocument> = {},
) => says([rule], crew(people, more), 'team', set)

describe('a third of the team are natives', () => {
  test('three of nine are enough, two of nine or two of seven are not', () => {
    expect(team([...times(3, member(home)), ...times(6, member(away))])).toBe('passes')
    expect(team([...times(2, member(home)), ...times(7, member(away))])).toBe('binds')
    expect(team([...times(2, member(home)), ...times(5, member(away))])).toBe('binds')
    expect(team([...times(2, member(home)), ...times(4, member(away))])).toBe('passes')
  })

  test('a member of unknown origin leaves open what they could decide, and nothing else', () => {
    expect(team([...times(2, member(home)), member(null), ...times(6, member(away))])).toBe('undetermined')
    expect(team([...times(3, member(home)), member(null), ...times(5, member(away))])).toBe('passes')
    expect(team([member(home), member(null), ...times(7, member(away))])).toBe('binds')
  })

  test('one native moved out fails the team unless another comes in', () => {
    const leaves = member(home, { to: '2020-05-01' })
    const rest = [...times(2, member(home)), ...times(6, member(away))]
    expect(team([...rest, leaves], aThird, { on: '2020-04-30' })).toBe('passes')
    expect(team([...rest, leaves, member(away, { from: '2020-05-01' })])).toBe('binds')
    expect(team([...rest, leaves, member(home, { from: '2020-05-01' })])).toBe('passes')
  })

  test('a native who came or went in the month of the day leaves it open', () => {
    const people = [...times(2, member(home)), ...times(6, member(away))]
    expect(team([...people, member(home, { to: '2020-06' })], aThird, { on: '2020-06-15' })).toBe('undetermined')
    expect(team([...people, member(home, { from: '2020-06' })], aThird, { on: '2020-06-15' })).toBe('undetermined')
    expect(team([...people, member(home, { from: '2020-06' })], aThird, { on: '2020-07-01' })).toBe('passes')
  })

  test('whoever changes posts within the team in an unknown day of a month never left it', () => {
    const changing: CasePerson = {
      ...member(home),
      career: [...member(home, { to: '2020-06' }).career, ...member(home, { post: '书记', from: '2020-06' }).career],
    }
    const people = [...times(2, member(home)), ...times(6, member(away))]
    expect(team([...people, changing], aThird, { on: '2020-06-15' })).toBe('passes')
  })

  test('a native in two posts of the team counts once', () => {
    const twice: CasePerson = {
      ...member(home),
      career: [...member(home).career, ...member(home, { post: '部长', capacity: 'concurrent' }).career],
    }
    expect(team([twice, member(home), ...times(5, member(away))])).toBe('binds')
    expect(team([twice, member(home), ...times(4, member(away))])).toBe('passes')
  })

  test('whoever is on loan to the team is no member of it', () => {
    const lent = member(home, { capacity: 'secondment' })
    expect(team([...times(2, member(home)), lent, ...times(5, member(away))])).toBe('binds')
  })

  test('a team without members, of another kind or level, or managed elsewhere is not asked', () => {
    expect(team([{ career: [] }])).toBe('passes')
    expect(team(times(3, member(away, { teamKind: 'cppcc' })))).toBe('passes')
    expect(team(times(3, member(away, { place: '411100' })))).toBe('passes')
    expect(team(times(3, member(away, { authority: '410000' })))).toBe('passes')
  })
})

describe('chiefs from elsewhere and a third of natives, together', () => {
  const chiefSeats = [
    ...(['party_secretary', 'government_head', 'discipline_secretary', 'organization_head'] as const),
    ...(['political_legal_secretary', 'court_president', 'chief_procurator'] as const),
  ]
  const bar = placementBar({
    all: [{ takes: { seat: chiefSeats, place: ['county'] } }, { native: { place: 'takes', basis } }],
  })
  const joint = (people: readonly CasePerson[]) => {
    const names = ['self', ...people.slice(1).map((_, i) => `p${i + 1}`)]
    const seat = (i: number) => (chiefSeats[i] === undefined ? {} : { seats: [chiefSeats[i]] })
    const moves = people.map((_, i) => ({
      person: names[i] ?? '',
      takes: { post: `席位${i}`, teamKind: 'party_committee' as const, place: home, authority: '411100', ...seat(i) },
    }))
    const story = crew(people, { moves })
    return [says([bar, aThird], story, 'bar'), says([bar, aThird], story, 'team')]
  }

  test('every person passes and the team fails: seven chiefs and two others, all from elsewhere but the two', () => {
    expect(joint([...times(7, member(away)), ...times(2, member(home))])).toEqual(['passes', 'binds'])
  })

  test('one person fails and the team passes: a third are natives, one of them a chief', () => {
    expect(joint([member(home), ...times(6, member(away)), ...times(2, member(home))])).toEqual(['binds', 'passes'])
  })

  test('both hold when the team is large enough: seven chiefs from elsewhere and four natives', () => {
    expect(joint([...times(7, member(away)), ...times(4, member(home))])).toEqual(['passes', 'passes'])
  })
})

describe('both teams of a county together', () => {
  const committee = [...times(1, member(home)), ...times(4, member(away))]
  const government = times(2, member(home, { teamKind: 'government' }))
  const together = teamRule({ share: { who: native, atLeast: '1/3' } }, { groupBy: 'place' })

  test('may make up for each other where the rule says so, and only there', () => {
    expect(team([...committee, ...government], together)).toBe('passes')
    expect(team([...committee, ...government])).toBe('binds')
  })

  test('a person in both is one member', () => {
    const inBoth: CasePerson = {
      ...member(home),
      career: [...member(home).career, ...member(home, { post: '副县长', teamKind: 'government' }).career],
    }
    expect(team([inBoth, member(home), ...times(5, member(away))], together)).toBe('binds')
    expect(team([inBoth, member(home), ...times(4, member(away))], together)).toBe('passes')
  })

  test('teams of two counties stay apart', () => {
    const elsewhere = times(3, member('411122', { place: '411122' }))
    expect(team([...committee, ...elsewhere], together)).toBe('binds')
  })

  test('from the day a value says so: each day is judged by its own', () => {
    const cite = { instrument: 'measures', article: null, verified: false }
    const rule = teamRule({ share: { who: native, atLeast: '1/3' } }, { groupBy: { param: 'group' } })
    const values = (first: string, second: string) => ({
      parameters: {
        group: {
          title: { zh: '合并', en: 'Grouping' },
          values: [
            { from: '2000-01-01', value: first, cite },
            { from: '2020-06-01', value: second, cite },
          ],
        },
      },
    })
    const people = [...committee, ...government]
    const day = (date: string, set: Partial<PluginDocument>) => team(people, rule, { on: date }, set)
    expect(day('2020-05-31', values('team', 'place'))).toBe('binds')
    expect(day('2020-06-01', values('team', 'place'))).toBe('passes')
    expect(day('2020-05-31', values('place', 'team'))).toBe('passes')
    expect(day('2020-06-01', values('place', 'team'))).toBe('binds')
  })
})

describe('counts', () => {
  const woman = (line: Partial<CareerLine> = {}): CasePerson => ({ ...member(away, line), person: { sex: 'F' } })

  test('at least one woman, at most two', () => {
    const women = teamRule({
      all: [
        { count: { who: { person: { sex: { in: ['F'] } } }, atLeast: 1 } },
        { count: { who: { person: { sex: { in: ['F'] } } }, atMost: 2 } },
      ],
    })
    expect(team([woman(), member(away)], women)).toBe('passes')
    expect(team([member(away)], women)).toBe('binds')
    expect(team(times(3, woman()), women)).toBe('binds')
    expect(team([woman({ from: '2020-06' }), member(away)], women, { on: '2020-06-10' })).toBe('undetermined')
  })
})
