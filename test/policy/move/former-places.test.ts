import { describe, expect, test } from 'vitest'
import { divisions } from '../../../db/divisions.ts'
import { type Case, type CasePerson, type PlacementRule, type PluginDocument, runCase } from '../../../policy/index.ts'
import { placementBar, teamRule } from '../../support/bars.ts'
import { exampleCity, measures } from '../../support/example-policy.ts'

const basis = ['birth', 'growth'] as const
const elsewhere = '360102'

/** What a rule says of a story where the division tree is the real one, with its history. */
const says = (rule: PluginDocument['rules'][number], story: Omit<Case, 'name' | 'expect'>, at = exampleCity) =>
  runCase(
    measures([rule], { jurisdiction: at }),
    { name: 'story', ...story, expect: { [rule.id]: 'passes' } },
    divisions,
  )[rule.id]

const noNativeChief: PlacementRule = placementBar({
  all: [{ takes: { seat: ['party_secretary', 'government_head'] } }, { native: { place: 'takes', basis: [...basis] } }],
})

/** Someone of that birth is to become party secretary of the place. */
const secretary = (birthPlace: string, place: string) => {
  const superior = divisions.chain(place).at(-2) ?? place
  return says(noNativeChief, {
    on: '2020-06-01',
    person: { birthPlace, growthPlaces: [elsewhere] },
    career: [{ post: '科长', from: '2015-01-01', level: 'section_chief' }],
    moves: [{ takes: { post: '书记', seats: ['party_secretary'], place, authority: superior } }],
  })
}

describe('a chief may not be native of the place, whatever its code was at birth', () => {
  test('a county or city that became a district is that district (惠阳市 441381, now 惠阳区 441303)', () => {
    expect(secretary('441381', '441303')).toBe('binds')
    expect(secretary('441381', '441302')).toBe('passes')
    expect(secretary('441381', '440304')).toBe('passes')
  })

  test('a county of a prefecture that was renumbered is the county of today', () => {
    expect(secretary('622424', '621121')).toBe('binds')
    expect(secretary('622424', '621122')).toBe('passes')
  })

  test('a county that went to another municipality is a county of that one', () => {
    expect(secretary('341521', '340422')).toBe('binds')
    expect(secretary('341521', '340400')).toBe('binds')
    expect(secretary('341521', '341500')).toBe('passes')
  })

  test('a code that was succeeded twice is followed to its end (无为县 341422, 340225, now 340281)', () => {
    expect(secretary('341422', '340281')).toBe('binds')
    expect(secretary('340225', '340281')).toBe('binds')
  })

  test('a district merged away is undetermined in its municipality, and nowhere else (鼓浪屿区 350202)', () => {
    expect(secretary('350202', '350203')).toBe('undetermined')
    expect(secretary('350202', '350100')).toBe('passes')
    expect(secretary('350202', '350102')).toBe('passes')
  })

  test('a district merged away surely lies in its municipality and above', () => {
    expect(secretary('350202', '350200')).toBe('binds')
    expect(secretary('350202', '350000')).toBe('binds')
  })

  test('a county that was split is undetermined in either part (潮阳市 440582: 潮阳区 and 潮南区)', () => {
    expect(secretary('440582', '440513')).toBe('undetermined')
    expect(secretary('440582', '440514')).toBe('undetermined')
  })

  test('a county raised to a municipality is undetermined in its districts (中卫县 640321, once of 吴忠)', () => {
    expect(secretary('640321', '640502')).toBe('undetermined')
    expect(secretary('640321', '640500')).toBe('binds')
    expect(secretary('640321', '640302')).toBe('passes')
  })

  test('a code that meant two places in turn is undetermined in the province (469031: 昌江, then 西沙群岛)', () => {
    expect(secretary('469031', '469026')).toBe('undetermined')
    expect(secretary('469031', '460300')).toBe('undetermined')
    expect(secretary('469031', '441303')).toBe('passes')
  })

  test('a code nobody knows leaves it open', () => {
    expect(secretary('999999', '441303')).toBe('undetermined')
  })
})

test('a third of a county team must be natives: those born under its former code are', () => {
  const third = teamRule({ share: { who: { native: { place: 'team', basis: ['birth'] } }, atLeast: '1/3' } })
  const member = (birthPlace: string): CasePerson => ({
    person: { birthPlace },
    career: [{ post: '委员', from: '2015-01-01', teamKind: 'party_committee', place: '441303', authority: '441300' }],
  })
  const withOne = (birthPlace: string) =>
    says(
      third,
      { on: '2020-06-01', ...member(birthPlace), others: { p1: member(elsewhere), p2: member(elsewhere) } },
      '441300',
    )
  expect([withOne('441381'), withOne('440582')]).toEqual(['passes', 'binds'])
})
