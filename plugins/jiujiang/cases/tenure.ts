import type { CareerLine, Case } from '../../../policy/index.ts'

const seat = { internalUnit: null, leading: true, place: '360428' } as const satisfies Partial<CareerLine>
const head: CareerLine = {
  ...seat,
  post: '都昌县县长',
  organ: '都昌县政府',
  level: 'division_chief',
  teamKind: 'government',
  from: '2012-07-01',
}
const deputy = {
  ...seat,
  post: '都昌县副县长',
  organ: '都昌县政府',
  level: 'division_deputy',
  teamKind: 'government',
} as const
const secretary = {
  ...seat,
  post: '都昌县委书记',
  organ: '都昌县委',
  level: 'division_chief',
  teamKind: 'party_committee',
} as const
/** Deputy magistrate, then secretary: one place, two teams, two levels. */
const acrossTeams: readonly CareerLine[] = [
  { ...deputy, from: '2012-07-01', to: '2017-03-01' },
  { ...secretary, from: '2017-03-01' },
]

/** Secretary for discipline of Duchang since the term change. */
const discipline: CareerLine = {
  ...seat,
  post: '都昌县纪委书记',
  organ: '都昌县委',
  level: 'division_deputy',
  seats: ['discipline_secretary'],
  teamKind: 'party_committee',
  from: '2011-08-01',
}

/** The other seats that nobody holds at home, and what their holders are called. */
const otherSeats = [
  ['party_secretary', '县委书记'],
  ['government_head', '县长'],
  ['organization_head', '组织部长'],
  ['political_legal_secretary', '政法委书记'],
  ['court_president', '法院院长'],
  ['chief_procurator', '检察长'],
] as const

export const tenureCases: readonly Case[] = [
  {
    name: 'Ten years in the same post (同一职位任职满十年), to the day',
    on: '2022-07-01',
    career: [head],
    expect: { 'jj-1': 'binds', 'jj-2': 'binds' },
  },
  {
    name: 'One day short of ten years in the same post',
    on: '2022-06-30',
    career: [head],
    expect: { 'jj-1': 'passes' },
  },
  {
    name: 'Nothing was due before the provisions are known to exist',
    on: '2007-08-20',
    career: [{ ...head, from: '1990-01-01' }],
    expect: { 'jj-1': 'passes', 'jj-2': 'passes' },
  },
  {
    name: 'Ten unbroken years across the two teams of one county, whatever the level (同一地党政班子)',
    on: '2022-07-01',
    career: acrossTeams,
    expect: { 'jj-1': 'passes', 'jj-2': 'binds' },
  },
  {
    name: 'One day short of ten years across the teams',
    on: '2022-06-30',
    career: acrossTeams,
    expect: { 'jj-2': 'passes' },
  },
  {
    name: 'Years in the teams of another county do not count here',
    on: '2022-07-01',
    career: [
      { ...deputy, place: '360424', organ: '修水县政府', from: '2012-07-01', to: '2017-03-01' },
      { ...secretary, from: '2017-03-01' },
    ],
    expect: { 'jj-2': 'passes' },
  },
  {
    name: 'A year in a municipal bureau breaks the run of years in the county’s teams',
    on: '2022-07-01',
    career: [
      { ...deputy, from: '2012-07-01', to: '2016-03-01' },
      { post: '市局副局长', place: '360400', from: '2016-03-01', to: '2017-03-01' },
      { ...secretary, from: '2017-03-01' },
    ],
    expect: { 'jj-2': 'passes' },
  },
  {
    name: 'Ten years as deputy head of the people’s congress are not years in a party or government team',
    on: '2022-07-01',
    career: [{ ...head, post: '县人大副主任', organ: '县人大', teamKind: 'peoples_congress' }],
    expect: { 'jj-1': 'passes', 'jj-2': 'passes' },
  },
  {
    name: 'A township head is in no county team',
    on: '2022-07-01',
    career: [{ ...head, post: '某镇镇长', organ: '某镇政府', unitKind: 'township' }],
    expect: { 'jj-1': 'passes', 'jj-2': 'passes' },
  },
  {
    name: 'Nor is the head of a street office',
    on: '2022-07-01',
    career: [{ ...head, post: '某街道主任', organ: '某街道', unitKind: 'street_office' }],
    expect: { 'jj-1': 'passes', 'jj-2': 'passes' },
  },
  {
    name: 'A file that says only July 2012 (2012-07) leaves July 2022 undetermined',
    on: '2022-07-15',
    career: [{ ...head, from: '2012-07' }],
    expect: { 'jj-1': 'undetermined', 'jj-2': 'undetermined' },
  },
  {
    name: 'A secretary for discipline where she was born is moved (在出生地任职的回避交流)',
    on: '2012-01-01',
    person: { birthPlace: '360428', growthPlaces: ['360424'] },
    career: [discipline],
    expect: { 'jj-3': 'binds' },
  },
  ...otherSeats.map(
    ([seat, post]): Case => ({
      name: `So is a native ${post}`,
      on: '2012-01-01',
      person: { birthPlace: '360428', growthPlaces: ['360428'] },
      career: [{ ...discipline, post: `都昌县${post}`, seats: [seat] }],
      expect: { 'jj-3': 'binds' },
    }),
  ),
  {
    name: 'One of the seats abroad and another post at home are not one of the seats at home',
    on: '2012-01-01',
    person: { birthPlace: '360428', growthPlaces: ['360428'] },
    career: [
      { ...discipline, post: '修水县纪委书记', place: '360424' },
      { ...deputy, from: '2011-08-01' },
    ],
    expect: { 'jj-3': 'passes' },
  },
  {
    name: 'Whoever grew up there is moved too, wherever she was born',
    on: '2012-01-01',
    person: { birthPlace: '360102', growthPlaces: ['360428'] },
    career: [discipline],
    expect: { 'jj-3': 'binds' },
  },
  {
    name: 'Whoever was born and grew up in another county stays',
    on: '2012-01-01',
    person: { birthPlace: '360424', growthPlaces: ['360424'] },
    career: [discipline],
    expect: { 'jj-3': 'passes' },
  },
  {
    name: 'A native deputy head of the county holds none of the seats',
    on: '2012-01-01',
    person: { birthPlace: '360428', growthPlaces: ['360428'] },
    career: [{ ...deputy, from: '2011-08-01' }],
    expect: { 'jj-3': 'passes' },
  },
  {
    name: 'Ancestral home alone (籍贯) does not bind',
    on: '2012-01-01',
    person: { nativePlace: '360428', birthPlace: '360102', growthPlaces: ['360102'] },
    career: [discipline],
    expect: { 'jj-3': 'passes' },
  },
  ...(['township', 'street_office'] as const).map(
    (unitKind): Case => ({
      name: `A native secretary of a ${unitKind} of the county is not head of the county`,
      on: '2012-01-01',
      person: { birthPlace: '360428', growthPlaces: ['360428'] },
      career: [{ ...discipline, seats: ['party_secretary'], unitKind }],
      expect: { 'jj-3': 'passes' },
    }),
  ),
  {
    name: 'A file without birth and growth places leaves it undetermined',
    on: '2012-01-01',
    career: [discipline],
    expect: { 'jj-3': 'undetermined' },
  },
]
