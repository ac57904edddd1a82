import type { CareerLine, Case, CaseMove, Expectation, Seat } from '../../../policy/index.ts'

type Taken = NonNullable<CaseMove['takes']>

const on = '2023-06-01'
const office: CareerLine = {
  post: '省厅处长',
  place: '360000',
  level: 'division_chief',
  leading: true,
  from: '2010-01-01',
}
const grown = { birthPlace: '360102', growthPlaces: ['360428'] } as const
const post = (seats: readonly Seat[], more: Partial<Taken> = {}): Taken => ({
  post: '拟任职务',
  internalUnit: null,
  leading: true,
  seats,
  place: '360428',
  level: 'division_chief',
  ...more,
})
const moving = (
  name: string,
  takes: Taken,
  expect: Case['expect'],
  { career = [office], ...more }: Partial<Pick<Case, 'person' | 'career' | 'states' | 'on'>> = {},
): Case => ({ name, on, career, moves: [{ leaves: career.at(-1)?.post ?? '', takes }], ...more, expect })

const both: readonly Seat[] = ['party_secretary', 'government_head']
const five: readonly Seat[] = [
  'discipline_secretary',
  'organization_head',
  'court_president',
  'chief_procurator',
  'public_security_head',
]
const barred = (geo2: Expectation, geo3: Expectation): Case['expect'] => ({
  // Since 2020 the avoidance provisions say it again, and it is shown once, under them.
  'rh-5': 'passes',
  'hb-geo2': geo2,
  'hb-geo3': geo3,
})
const seatOf = (title: string, seat: Seat, place: string) => ({ title, seat, place })

/** The provisions of 2006 alone, before those of 2020 said it again. */
const early2015 = { on: '2015-06-01' } as const
const before: readonly Case[] = [
  ...[...both, ...five].map((seat) =>
    moving(
      `In 2015: the ${seat} of the county one grew up in`,
      post([seat]),
      { 'rh-5': 'binds' },
      { ...early2015, person: grown },
    ),
  ),
  moving(
    'In 2015: born there only',
    post(['party_secretary']),
    { 'rh-5': 'passes' },
    { ...early2015, person: { birthPlace: '360428', growthPlaces: ['360102'] } },
  ),
  moving('In 2015: a deputy', post(['deputy']), { 'rh-5': 'passes' }, { ...early2015, person: grown }),
  moving(
    'In 2015: the prefecture',
    post(['party_secretary'], { place: '360400' }),
    { 'rh-5': 'passes' },
    { ...early2015, person: { growthPlaces: ['360400'] } },
  ),
]

const home: readonly Case[] = [
  ...[
    ...both.map((seat) => [seat, barred('binds', 'passes')] as const),
    ...five.map((seat) => [seat, barred('passes', 'binds')] as const),
  ].flatMap(([seat, expect]) => [
    moving(
      `The ${seat} of the county one grew up in (成长地)`,
      post([seat]),
      { ...expect, 'rh-5-city': 'passes' },
      { person: grown },
    ),
    moving(
      `The ${seat} of the prefecture one grew up in: generally not`,
      post([seat], { place: '360400' }),
      { ...barred('passes', 'passes'), 'rh-5-city': 'binds' },
      { person: { birthPlace: '360102', growthPlaces: ['360400'] } },
    ),
    {
      name: `A sitting ${seat} of the county they grew up in is moved`,
      on,
      person: grown,
      career: [{ ...post([seat]), from: '2020-01-01' }],
      expect: { 'rh-5-held': 'binds' },
    } satisfies Case,
  ]),
  moving('Born there only, one may (出生地)', post(['party_secretary']), barred('passes', 'passes'), {
    person: { birthPlace: '360428', growthPlaces: ['360102'] },
  }),
  moving(
    'The court of the county is not that of another',
    post(['court_president'], { place: '360424' }),
    barred('passes', 'passes'),
    { person: grown },
  ),
  moving('Born there only, one may head its court', post(['court_president']), barred('passes', 'passes'), {
    person: { birthPlace: '360428', growthPlaces: ['360102'] },
  }),
  moving(
    'Born in the prefecture only, one may head it',
    post(['party_secretary'], { place: '360400' }),
    { 'rh-5-city': 'passes' },
    { person: { birthPlace: '360400', growthPlaces: ['360102'] } },
  ),
  moving('A deputy head of the county may have grown up there', post(['deputy']), barred('passes', 'passes'), {
    person: grown,
  }),
  moving(
    'A deputy head of the prefecture too',
    post(['deputy'], { place: '360400' }),
    { 'rh-5-city': 'passes' },
    { person: { growthPlaces: ['360400'] } },
  ),
  ...(['township', 'street_office'] as const).flatMap((unitKind) => [
    moving(
      `The secretary of a ${unitKind} does not head the county`,
      post(['party_secretary'], { unitKind }),
      barred('passes', 'passes'),
      { person: grown },
    ),
    moving(
      `Nor does that of a ${unitKind} of a prefecture head it`,
      post(['party_secretary'], { unitKind, place: '360400' }),
      { 'rh-5-city': 'passes' },
      { person: { growthPlaces: ['360400'] } },
    ),
    {
      name: `A sitting secretary of a ${unitKind} of the county stays`,
      on,
      person: grown,
      career: [{ ...post(['party_secretary'], { unitKind }), from: '2020-01-01' }],
      expect: { 'rh-5-held': 'passes' },
    } satisfies Case,
  ]),
  {
    name: 'A sitting county head who grew up elsewhere stays',
    on,
    person: { birthPlace: '360428', growthPlaces: ['360424'] },
    career: [{ ...post(['government_head']), from: '2020-01-01' }],
    expect: { 'rh-5-held': 'passes' },
  },
  {
    name: 'A sitting deputy who grew up there stays',
    on,
    person: grown,
    career: [{ ...post(['deputy']), from: '2020-01-01' }],
    expect: { 'rh-5-held': 'passes' },
  },
  {
    name: 'A sitting secretary of the prefecture they grew up in may be kept (一般不得)',
    on,
    person: { growthPlaces: ['360400'] },
    career: [{ ...post(['party_secretary'], { place: '360400' }), from: '2020-01-01' }],
    expect: { 'rh-5-held': 'passes' },
  },
  {
    name: 'Secretary away from home, and a plain post at home, are not one seat at home',
    on,
    person: grown,
    career: [
      { ...post(['party_secretary'], { place: '360424' }), post: '修水县委书记', from: '2020-01-01' },
      { ...post(['deputy']), post: '都昌县职务', from: '2020-01-01' },
    ],
    expect: { 'rh-5-held': 'passes' },
  },
  moving('Where somebody grew up is not on file', post(['party_secretary']), {
    'hb-geo2': 'undetermined',
  }),
  ...[seatOf('county', 'chief', '360428'), seatOf('city', 'chief', '360400')].map(({ title, seat, place }) =>
    moving(
      `The director of supervision of the ${title} one grew up in`,
      post([seat], { place, unitKind: 'supervision_commission' }),
      { 'jcg-23': 'binds' },
      { person: { growthPlaces: [place] } },
    ),
  ),
  moving(
    'A deputy director may have grown up there',
    post(['deputy'], { unitKind: 'supervision_commission' }),
    { 'jcg-23': 'passes' },
    { person: grown },
  ),
  moving(
    'The director of supervision of the province is not named',
    post(['chief'], { place: '360000', unitKind: 'supervision_commission' }),
    { 'jcg-23': 'passes' },
    { person: { growthPlaces: ['360000'] } },
  ),
  moving('The head of another organ of the county', post(['chief']), { 'jcg-23': 'passes' }, { person: grown }),
  moving(
    'A director who grew up elsewhere',
    post(['chief'], { unitKind: 'supervision_commission' }),
    { 'jcg-23': 'passes' },
    { person: { growthPlaces: ['360424'] } },
  ),
]

export const placeCases: readonly Case[] = [...before, ...home]
