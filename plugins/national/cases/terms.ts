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

export const termCases: readonly Case[] = [...terms, ...years, ...early, ...promoted, ...reviews, ...pairs]
