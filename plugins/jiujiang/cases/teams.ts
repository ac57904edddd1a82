import type { CareerLine, Case, CasePerson, TeamKind } from '../../../policy/index.ts'

const elsewhere = { birthPlace: '360424', growthPlaces: ['360424'] } as const
const born = { birthPlace: '360428', growthPlaces: ['360102'] } as const
const grown = { birthPlace: '360102', growthPlaces: ['360428'] } as const

const seat = (post: string, teamKind: TeamKind = 'party_committee', place = '360428'): CareerLine => ({
  post,
  place,
  teamKind,
  internalUnit: null,
  leading: true,
  from: '2006-01-01',
})

type Member = CasePerson['person']

/** The first of the members is the person of the case: secretary for discipline, who may be moved away on a day. */
const team = (
  members: readonly Member[],
  { teamKind, place, leavesOn }: { teamKind?: TeamKind; place?: string; leavesOn?: string } = {},
): Pick<Case, 'person' | 'career' | 'others'> => {
  const [first = elsewhere, ...rest] = members
  const discipline: CareerLine = { ...seat('县纪委书记', teamKind, place), seats: ['discipline_secretary'] }
  return {
    person: first,
    career: [leavesOn === undefined ? discipline : { ...discipline, to: leavesOn }],
    others: Object.fromEntries(
      rest.map((person, i) => [
        `委员${i + 1}`,
        { person: person ?? {}, career: [seat(`县委委员${i + 1}`, teamKind, place)] },
      ]),
    ),
  }
}

const strangers = (n: number): readonly Member[] => Array.from({ length: n }, () => elsewhere)

const native = [grown, born, born, ...strangers(6)]
const moved = team(native, { leavesOn: '2011-08-01' })

export const teamCases: readonly Case[] = [
  {
    name: 'Three natives of nine are a third, but one of them is secretary for discipline at home (两条同看，动之前)',
    on: '2011-07-31',
    ...team(native),
    expect: { 'jj-3': 'binds', 'jj-4': 'passes' },
  },
  {
    name: 'Moved away, she leaves two natives of eight: too few (动之后)',
    on: '2011-08-01',
    ...moved,
    expect: { 'jj-3': 'passes', 'jj-4': 'binds' },
  },
  {
    name: 'Her place taken by a stranger, two of nine are too few',
    on: '2011-08-01',
    ...moved,
    others: { ...moved.others, 继任: { person: elsewhere, career: [{ ...seat('县纪委书记'), from: '2011-08-01' }] } },
    expect: { 'jj-3': 'passes', 'jj-4': 'binds' },
  },
  {
    name: 'A stranger in her place, and a native brought back from another county to be deputy: three of ten are still too few',
    on: '2011-08-01',
    ...moved,
    others: {
      ...moved.others,
      继任: { person: elsewhere, career: [{ ...seat('县纪委书记'), from: '2011-08-01' }] },
      回县: { person: born, career: [{ ...seat('县委常委'), from: '2011-08-01' }] },
    },
    expect: { 'jj-3': 'passes', 'jj-4': 'binds' },
  },
  {
    name: 'A native back for a stranger who leaves: three of nine again, and nobody heads an organ at home (从外县调回)',
    on: '2011-08-01',
    ...team([elsewhere, born, grown, ...strangers(5)]),
    others: {
      ...team([elsewhere, born, grown, ...strangers(5)]).others,
      回县: { person: born, career: [{ ...seat('县委常委'), from: '2011-08-01' }] },
    },
    expect: { 'jj-3': 'passes', 'jj-4': 'passes' },
  },
  {
    name: 'One native of three is exactly a third',
    on: '2011-08-01',
    ...team([elsewhere, born, elsewhere]),
    expect: { 'jj-4': 'passes' },
  },
  {
    name: 'One of two that grew up there is more than a third',
    on: '2011-08-01',
    ...team([elsewhere, grown]),
    expect: { 'jj-4': 'passes' },
  },
  {
    name: 'A government without a native fails as a committee does',
    on: '2011-08-01',
    ...team(strangers(3), { teamKind: 'government' }),
    expect: { 'jj-4': 'binds' },
  },
  {
    name: 'Natives of the committee do not make up for a government without any (E9: each team for itself)',
    on: '2011-08-01',
    ...team([elsewhere, born, born]),
    others: {
      ...team([elsewhere, born, born]).others,
      副县长: { person: elsewhere, career: [seat('副县长', 'government')] },
    },
    expect: { 'jj-4': 'binds' },
  },
  {
    name: 'The people’s congress is no party or government team',
    on: '2011-08-01',
    ...team(strangers(3), { teamKind: 'peoples_congress' }),
    expect: { 'jj-4': 'passes' },
  },
  {
    name: 'The municipality’s own committee needs no third of locals',
    on: '2011-08-01',
    ...team(strangers(3), { place: '360400' }),
    expect: { 'jj-4': 'passes' },
  },
  {
    name: 'Ancestral home alone makes nobody local',
    on: '2011-08-01',
    ...team([elsewhere, { ...elsewhere, nativePlace: '360428' }, elsewhere]),
    expect: { 'jj-4': 'binds' },
  },
  {
    name: 'One stranger, one native and one whose places are not on file: a third is sure',
    on: '2011-08-01',
    ...team([elsewhere, born, {}]),
    expect: { 'jj-4': 'passes' },
  },
  {
    name: 'Two strangers and one whose places are not on file leave it undetermined',
    on: '2011-08-01',
    ...team([elsewhere, elsewhere, {}]),
    expect: { 'jj-4': 'undetermined' },
  },
]
