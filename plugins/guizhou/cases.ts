import type { CareerLine, Case, Seat } from '../../policy/index.ts'

const there: CareerLine = { post: '贵阳市某局局长', place: '520100', from: '2003-01-01' }
const away: CareerLine = { post: '遵义市某局局长', place: '520300', from: '2003-01-01' }

const taking = (
  name: string,
  from: CareerLine,
  [seat, place]: readonly [Seat, string],
  expect: Case['expect'],
  on: Case['on'] = '2008-01-01',
): Case => ({
  name,
  on,
  career: [from],
  moves: [{ leaves: from.post, takes: { post: '拟任职务', internalUnit: null, leading: true, seats: [seat], place } }],
  expect,
})

const prefectural: readonly (readonly [Seat, string])[] = [
  ['party_secretary', 'party secretary'],
  ['discipline_secretary', 'secretary for discipline'],
  ['organization_head', 'head of organization'],
  ['public_security_head', 'head of public security'],
]

export const cases: readonly Case[] = [
  ...prefectural.flatMap(([seat, title]) => [
    taking(`A ${title} of a prefecture does not come from within it (易地交流)`, there, [seat, '520100'], {
      'gz-3': 'binds',
    }),
    taking(`A ${title} of a prefecture comes from another`, away, [seat, '520100'], { 'gz-3': 'passes' }),
  ]),
  taking('The mayor of a prefecture is not among the four', there, ['government_head', '520100'], {
    'gz-3': 'passes',
    'gz-4': 'passes',
  }),
  taking('The four seats of a county are not meant', { ...there, place: '520121' }, ['party_secretary', '520121'], {
    'gz-3': 'passes',
    'gz-4': 'passes',
  }),
  taking(
    'A county head does not rise inside the county (县长易地交流任职)',
    { ...there, place: '520121' },
    ['government_head', '520121'],
    { 'gz-4': 'binds' },
  ),
  taking('A county head comes from another county', { ...there, place: '520122' }, ['government_head', '520121'], {
    'gz-4': 'passes',
  }),
  taking(
    'Nothing was asked before the provisions are known to exist',
    there,
    ['party_secretary', '520100'],
    { 'gz-3': 'passes' },
    '2007-08-20',
  ),
]
