import type { CareerLine, Case } from '../../../policy/index.ts'

const seat = { internalUnit: null, leading: true } as const satisfies Partial<CareerLine>
const magistrate: CareerLine = {
  ...seat,
  post: '都昌县县长',
  organ: '都昌县政府',
  level: 'division_chief',
  seats: ['government_head'],
  teamKind: 'government',
  place: '360428',
  from: '2012-05-20',
}
const deputy: CareerLine = {
  ...seat,
  post: '都昌县副县长',
  organ: '都昌县政府',
  level: 'division_deputy',
  teamKind: 'government',
  place: '360428',
  from: '2008-05-20',
  to: '2014-01-10',
}
const committee: CareerLine = {
  ...seat,
  post: '都昌县委常委',
  organ: '都昌县委',
  level: 'division_deputy',
  teamKind: 'party_committee',
  place: '360428',
  from: '2014-01-10',
}
const approved = { kind: 'approval', value: 'JL-5a', from: '2022-01-01' } as const

/** JL-5a and JL-5b: members of party committees and governments from the county up. */
export const leaderCases: readonly Case[] = [
  {
    name: 'A county magistrate must leave on the tenth anniversary of the election (同一职位满十年)',
    on: '2022-05-20',
    career: [magistrate],
    expect: { 'jl-5a': 'binds' },
  },
  {
    name: 'A county magistrate may finish the last day of the tenth year',
    on: '2022-05-19',
    career: [magistrate],
    expect: { 'jl-5a': 'passes', 'jl-5b': 'passes' },
  },
  {
    name: 'Leading members of a prefecture are bound as well',
    on: '2022-05-20',
    career: [{ ...magistrate, post: '九江市副市长', organ: '九江市政府', place: '360400' }],
    expect: { 'jl-5a': 'binds' },
  },
  {
    name: 'Leading members of a province are bound as well',
    on: '2022-05-20',
    career: [{ ...magistrate, post: '省委常委', organ: '省委', teamKind: 'party_committee', place: '360000' }],
    expect: { 'jl-5a': 'binds' },
  },
  {
    name: 'Central organs are outside the provisions of 2006',
    on: '2022-05-20',
    career: [{ ...magistrate, post: '司长', organ: '某部', place: '100000' }],
    expect: { 'jl-5a': 'passes', 'jl-5b': 'passes' },
  },
  {
    name: 'A township head is no leading member of a county',
    on: '2022-05-20',
    career: [{ ...magistrate, post: '某镇镇长', organ: '某镇政府', unitKind: 'township' }],
    expect: { 'jl-5a': 'passes', 'jl-5b': 'passes' },
  },
  {
    name: 'Nor is the head of a street office',
    on: '2022-05-20',
    career: [{ ...magistrate, post: '某街道主任', organ: '某街道', unitKind: 'street_office' }],
    expect: { 'jl-5a': 'passes', 'jl-5b': 'passes' },
  },
  {
    name: 'A member of the people’s congress team is not meant by article 5',
    on: '2022-05-20',
    career: [{ ...magistrate, post: '县人大副主任', organ: '县人大', teamKind: 'peoples_congress' }],
    expect: { 'jl-5a': 'passes', 'jl-5b': 'passes' },
  },
  {
    name: 'Deputy magistrate and then committee member of one county: ten years at one level in its teams (同一地区班子)',
    on: '2018-05-20',
    career: [deputy, committee],
    expect: { 'jl-5a': 'passes', 'jl-5b': 'binds' },
  },
  {
    name: 'One day before, the ten years across both teams are not full',
    on: '2018-05-19',
    career: [deputy, committee],
    expect: { 'jl-5b': 'passes' },
  },
  {
    name: 'Years in the teams of another county do not count for this one',
    on: '2018-05-20',
    career: [{ ...deputy, place: '360424', organ: '修水县政府' }, committee],
    expect: { 'jl-5b': 'passes' },
  },
  {
    name: 'Promotion to chief division level starts the count at one level afresh',
    on: '2018-05-20',
    career: [deputy, { ...committee, post: '都昌县委副书记', level: 'division_chief' }],
    expect: { 'jl-5b': 'passes' },
  },
  {
    name: 'A minority cadre of an autonomous area stays while an approved relaxation stands (适当放宽)',
    on: '2022-06-01',
    person: { ethnicity: '05' },
    career: [magistrate],
    states: [approved],
    expect: { 'jl-5a': 'deferred', 'jl-5a-x': 'binds' },
  },
  {
    name: 'Without approval being of a minority relaxes nothing',
    on: '2022-06-01',
    person: { ethnicity: '05' },
    career: [magistrate],
    expect: { 'jl-5a': 'binds', 'jl-5a-x': 'passes' },
  },
  {
    name: 'The relaxation is not for Han cadres, approved or not',
    on: '2022-06-01',
    career: [magistrate],
    states: [approved],
    expect: { 'jl-5a': 'binds', 'jl-5a-x': 'passes' },
  },
  ...['汉', '汉族'].map(
    (written): Case => ({
      name: `Nor where the file writes ${written} instead of the code`,
      on: '2022-06-01',
      person: { ethnicity: written },
      career: [magistrate],
      states: [approved],
      expect: { 'jl-5a-x': 'passes' },
    }),
  ),
  {
    name: 'The approval may name the rule by its full id',
    on: '2022-06-01',
    person: { ethnicity: '05' },
    career: [magistrate],
    states: [{ ...approved, value: 'national/jl-5a' }],
    expect: { 'jl-5a': 'deferred', 'jl-5a-x': 'binds' },
  },
]
