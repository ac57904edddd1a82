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
  moving('Where somebody grew up is not on file', post(['party_secretary']), {
    'rh-5': 'undetermined',
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

const member: CareerLine = {
  ...post(['deputy']),
  post: '副县长',
  teamKind: 'government',
  level: 'division_deputy',
  from: '2008-06-01',
}
const again: Taken = { ...post(['deputy']), post: '副县长', teamKind: 'government', level: 'division_deputy' }
const keeping = (name: string, day: Case['on'], line: CareerLine, takes: Taken, says: Expectation): Case =>
  moving(name, takes, { 'rq-6': says }, { career: [line], on: day })
const seated = (more: Partial<Taken>, says: Expectation, title: string) => {
  const { teamKind, ...plain } = member
  return keeping(title, '2018-06-01', { ...plain, ...more, post: '职务' }, { ...post([]), ...more, post: '职务' }, says)
}

const terms: readonly Case[] = [
  keeping('Two terms of five years in one post are over (任满两个任期)', '2018-06-01', member, again, 'binds'),
  keeping('One day before the second is over', '2018-05-31', member, again, 'passes'),
  keeping('Another post after two terms', '2018-06-01', member, { ...again, post: '县长' }, 'passes'),
  keeping(
    'Members of party committees too',
    '2018-06-01',
    { ...member, teamKind: 'party_committee' },
    { ...again, teamKind: 'party_committee' },
    'binds',
  ),
  keeping(
    'The people’s congress is outside',
    '2018-06-01',
    { ...member, teamKind: 'peoples_congress' },
    { ...again, teamKind: 'peoples_congress' },
    'passes',
  ),
  keeping(
    'Nor are those meant who lead nothing',
    '2018-06-01',
    { ...member, leading: false },
    { ...again, leading: false },
    'passes',
  ),
  ...(['360400', '360000'] as const).map((place) =>
    keeping(`Also at ${place}`, '2018-06-01', { ...member, place }, { ...again, place }, 'binds'),
  ),
  keeping(
    'Not in the centre’s own government, of which only chiefs are named',
    '2018-06-01',
    { ...member, place: '100000' },
    { ...again, place: '100000' },
    'passes',
  ),
  ...(['township', 'street_office'] as const).map((unitKind) =>
    keeping(`Nor in a ${unitKind}`, '2018-06-01', { ...member, unitKind }, { ...again, unitKind }, 'passes'),
  ),
  ...(['discipline_secretary', 'court_president', 'chief_procurator'] as const).map((seat) =>
    seated({ seats: [seat] }, 'binds', `The ${seat} of a county, in no team`),
  ),
  ...(['360400', '360000'] as const).map((place) =>
    seated({ seats: ['court_president'], unitKind: 'court', place }, 'binds', `The president of the court of ${place}`),
  ),
  seated({ seats: ['court_president'], place: '100000' }, 'passes', 'The president of the supreme court is not meant'),
  ...(['360400', '360000'] as const).map((place) =>
    seated({ seats: ['chief'], place }, 'binds', `The chief of a department of ${place}`),
  ),
  seated({ seats: ['chief'] }, 'passes', 'The chief of a department of a county (县级部门不在内)'),
  seated({ seats: ['deputy'], place: '360400' }, 'passes', 'A deputy chief of a department of a city'),
  seated(
    { seats: ['chief'], place: '360400', unitKind: 'institution' },
    'passes',
    'The chief of an institution of a city',
  ),
]

const fifteen = (name: string, day: Case['on'], career: readonly CareerLine[], takes: Taken, says: Expectation): Case =>
  moving(name, takes, { 'rq-7': says }, { career, on: day })
const level: Taken = { ...again, post: '常委' }
const years: readonly Case[] = [
  fifteen('Fifteen years at one level, in sum (累计满十五年)', '2023-06-01', [member], level, 'binds'),
  fifteen('One day short of fifteen', '2023-05-31', [member], level, 'passes'),
  fifteen('A higher level is another', '2023-06-01', [member], { ...level, level: 'division_chief' }, 'passes'),
  fifteen('Years that led nothing do not count', '2023-06-01', [{ ...member, leading: false }], level, 'passes'),
  fifteen(
    'A post outside article 2 may still be taken',
    '2023-06-01',
    [member],
    { ...level, teamKind: 'cppcc' },
    'passes',
  ),
]

const leaving = (
  name: string,
  day: Case['on'],
  line: CareerLine,
  says: Expectation,
  states: Case['states'] = [],
): Case => moving(name, { post: '他处职务' }, { 'rq-4': says }, { career: [line], on: day, states })
const early: readonly Case[] = [
  leaving('A deputy head leaves one day before the term is over (应当任满一个任期)', '2013-05-31', member, 'binds'),
  leaving('The term is over', '2013-06-01', member, 'passes'),
  leaving('From a party committee too', '2013-05-31', { ...member, teamKind: 'party_committee' }, 'binds'),
  leaving(
    'A member of the people’s congress may leave',
    '2013-05-31',
    { ...member, teamKind: 'peoples_congress' },
    'passes',
  ),
  leaving('Whoever leads nothing may leave', '2013-05-31', { ...member, leading: false }, 'passes'),
  ...(['360400', '360000'] as const).map((place) =>
    leaving(`Members at ${place} too`, '2013-05-31', { ...member, place }, 'binds'),
  ),
  leaving('Not the centre’s own members', '2013-05-31', { ...member, place: '100000' }, 'passes'),
  ...(['township', 'street_office'] as const).map((unitKind) =>
    leaving(`Not those of a ${unitKind}`, '2013-05-31', { ...member, unitKind }, 'passes'),
  ),
  ...(['health_unfit', 'unsuited', 'sanction'] as const).map((kind) =>
    leaving(`Excepted by ${kind}`, '2013-05-31', member, 'passes', [{ kind, from: '2013-01-01' }]),
  ),
]

const rising = (name: string, from: CareerLine, takes: Taken, says: Expectation): Case =>
  moving(name, takes, { 'jl-5c': says }, { career: [from] })
const bureau: CareerLine = {
  post: '县局局长',
  place: '360428',
  level: 'section_chief',
  leading: true,
  from: '2015-01-01',
}
const promoted: readonly Case[] = [
  rising('Promoted into the team of the same county (易地任职)', bureau, again, 'binds'),
  rising('Promoted into that of another county', { ...bureau, place: '360424' }, again, 'passes'),
  rising('At the same level', { ...bureau, level: 'division_deputy' }, again, 'passes'),
  rising('Promoted to a post outside the teams', bureau, { ...again, teamKind: 'cppcc' }, 'passes'),
]

const review = (name: string, states: Case['states'], expect: Case['expect']): Case =>
  moving(name, { post: '新岗位' }, expect, { states: states ?? [] })
const reviews: readonly Case[] = [
  review('A case is filed (立案调查期间不得交流)', [{ kind: 'case_filed', value: 'filed', from: '2023-01-01' }], {
    'zw-52m': 'binds',
    'zr-bar-m': 'binds',
  }),
  review('A first look is no filed case', [{ kind: 'case_filed', value: 'preliminary', from: '2023-01-01' }], {
    'zw-52m': 'passes',
    'zr-bar-m': 'binds',
  }),
  review('On probation', [{ kind: 'probation', from: '2023-01-01' }], { 'zw-52m': 'passes', 'zr-bar-m': 'binds' }),
  review('Nothing on file', [], { 'zw-52m': 'passes', 'zr-bar-m': 'passes' }),
]

const secretary: CareerLine = { ...post(['party_secretary']), post: '县委书记', organ: '县委', from: '2020-01-01' }
const magistrate: CareerLine = { ...post(['government_head']), post: '县长', organ: '县政府', from: '2020-01-01' }
const atOnce = (name: string, second: CareerLine, says: Expectation): Case => ({
  name,
  on,
  career: [secretary],
  others: { 乙: { career: [second] } },
  moves: [{ leaves: secretary.post }, { person: '乙', leaves: second.post }],
  expect: { 'jl-pair': says },
})
const pairs: readonly Case[] = [
  atOnce('Secretary and head of one county leave in one plan (党政正职不同时)', magistrate, 'binds'),
  atOnce('Secretary and a deputy head', { ...magistrate, seats: ['deputy'] }, 'passes'),
  atOnce('The head of another county', { ...magistrate, place: '360424' }, 'passes'),
]

export const placeCases: readonly Case[] = [
  ...before,
  ...home,
  ...terms,
  ...years,
  ...early,
  ...promoted,
  ...reviews,
  ...pairs,
]
