import type { CareerLine, Case, CaseMove, Seat } from '../../../policy/index.ts'

const office: CareerLine = {
  post: '市局副局长',
  level: 'division_deputy',
  place: '360400',
  internalUnit: null,
  from: '2005-01-01',
}
const seated = (seat: Seat): NonNullable<CaseMove['takes']> => ({
  post: '拟任职务',
  internalUnit: null,
  leading: true,
  seats: [seat],
  place: '360428',
})
const home = { birthPlace: '360428', growthPlaces: ['360102'] } as const

const taking = (
  name: string,
  person: Case['person'],
  takes: NonNullable<CaseMove['takes']>,
  says: 'binds' | 'passes' | 'undetermined',
): Case => ({
  name,
  on: '2011-08-01',
  ...(person === undefined ? {} : { person }),
  career: [office],
  moves: [{ leaves: office.post, takes }],
  expect: { 'jj-3m': says },
})

const secretary = seated('party_secretary')
const heads: readonly (readonly [Seat, string])[] = [
  ['party_secretary', '县委书记'],
  ['government_head', '县长'],
  ['discipline_secretary', '纪委书记'],
  ['organization_head', '组织部长'],
  ['political_legal_secretary', '政法委书记'],
  ['court_president', '法院院长'],
  ['chief_procurator', '检察长'],
]

const seats: readonly Case[] = [
  ...heads.map(([seat, post]) =>
    taking(`Nobody becomes ${post} of the county they were born in (在出生地)`, home, seated(seat), 'binds'),
  ),
  taking(
    'Nor of the county they grew up in (成长地), wherever they were born',
    { birthPlace: '360102', growthPlaces: ['360424', '360428'] },
    secretary,
    'binds',
  ),
  taking(
    'Ancestral home alone (籍贯) is no bar',
    { nativePlace: '360428', birthPlace: '360102', growthPlaces: ['360102'] },
    secretary,
    'passes',
  ),
  taking('Of another county they may become secretary', home, { ...secretary, place: '360424' }, 'passes'),
  taking('A deputy head of the county may be a native', home, seated('deputy'), 'passes'),
  taking('The police chief is not among the seven seats here', home, seated('public_security_head'), 'passes'),
  taking(
    'The seats of the municipality are not meant',
    { birthPlace: '360400', growthPlaces: ['360400'] },
    { ...secretary, place: '360400' },
    'passes',
  ),
  taking(
    'The secretary of a township of the county is not its secretary',
    home,
    { ...secretary, unitKind: 'township' },
    'passes',
  ),
  taking('Nor is the secretary of a street', home, { ...secretary, unitKind: 'street_office' }, 'passes'),
  taking(
    'Whose birth and growth places are not on file may or may not be a native',
    undefined,
    secretary,
    'undetermined',
  ),
]

const member = { ...seated('deputy'), level: 'division_deputy', teamKind: 'government' } as const
const bureau: CareerLine = {
  post: '县局局长',
  level: 'section_chief',
  place: '360428',
  internalUnit: null,
  from: '2005-01-01',
}

const promoted = (
  name: string,
  from: CareerLine,
  takes: NonNullable<CaseMove['takes']>,
  says: 'binds' | 'passes',
): Case => ({ name, on: '2011-08-01', career: [from], moves: [{ leaves: from.post, takes }], expect: { 'jj-5': says } })

const promotions: readonly Case[] = [
  promoted('A bureau chief does not rise into the government of the same county (易地提拔)', bureau, member, 'binds'),
  promoted('Nor into its party committee', bureau, { ...member, teamKind: 'party_committee' }, 'binds'),
  promoted('Into the government of another county', { ...bureau, place: '360424' }, member, 'passes'),
  promoted('A move at the same level is no promotion', { ...bureau, level: 'division_deputy' }, member, 'passes'),
  promoted('Nor is one into the people’s congress', bureau, { ...member, teamKind: 'peoples_congress' }, 'passes'),
  promoted('A seat that leads nothing makes nobody a leading member', bureau, { ...member, leading: false }, 'passes'),
  promoted(
    'The municipality’s own teams are not meant',
    { ...bureau, place: '360400' },
    { ...member, place: '360400', level: 'bureau_deputy' },
    'passes',
  ),
  promoted('A township team is not the county’s', bureau, { ...member, unitKind: 'township' }, 'passes'),
  promoted('Nor is that of a street', bureau, { ...member, unitKind: 'street_office' }, 'passes'),
]

export const placementCases: readonly Case[] = [...seats, ...promotions]
