import { allOf, anyOf, type Condition, held, kin, not, param, posts, ref, takes } from '../../../policy/index.ts'

const inTeam = { teamKind: ['party_committee', 'government'], leading: true } as const
const countyOrAbove = { place: ['county', 'municipality', 'province'] } as const

export const definitions: Readonly<Record<string, Condition>> = {
  /** Leading member of a party committee or government of a county or above; townships are not meant. */
  'county-team-member': allOf(
    held({
      teamKind: ['party_committee', 'government'],
      leading: true,
      place: ['county', 'municipality', 'province'],
    }),
    not(held({ unitKind: ['township', 'street_office'] })),
  ),

  /** The same of the post taken. */
  'takes-county-team': allOf(
    takes({ ...inTeam, ...countyOrAbove }),
    not(takes({ unitKind: ['township', 'street_office'] })),
  ),
  /** 任期规定第二条: members of teams, chiefs of discipline, court and procuratorate, chiefs of departments of cities and provinces. */
  'takes-termed-post': anyOf(
    ref('takes-county-team'),
    takes({ seat: ['discipline_secretary', 'court_president', 'chief_procurator'], ...countyOrAbove }),
    takes({ seat: ['chief'], unitKind: ['organ'], place: ['municipality', 'province'] }),
  ),
  /** The county’s own, not one of its townships’. */
  'takes-county-seat': allOf(takes({ place: ['county'] }), not(takes({ unitKind: ['township', 'street_office'] }))),
  'takes-city-seat': allOf(takes({ place: ['municipality'] }), not(takes({ unitKind: ['township', 'street_office'] }))),
  /** The four classes that article 5 of the avoidance provisions lists. */
  kin: kin(param('kin-classes')),
  /** Both in posts of their own: secondment and loan leave the personnel relation elsewhere (CSL 72) and only warn. */
  'in-posts-of-their-own': held({ capacity: ['formal', 'probation', 'concurrent', 'acting'] }),
  'civil-servants': held({
    category: ['civil', 'reference', 'supervisor', 'judge', 'procurator'],
    capacity: ['formal', 'probation', 'concurrent', 'acting'],
  }),
  /** 直接隶属同一领导人员 */
  'under-one-leader': posts({
    relation: 'sameLeader',
    leaderScope: param('csl-74-leader'),
    organClosure: param('organ-closure'),
  }),
  'one-over-the-other': posts({ relation: 'directSuperior', organClosure: param('organ-closure') }),
  /** 一方担任领导职务的机关，另一方从事组织、人事、纪检、监察、审计、财务工作 */
  'one-leads-sensitive-work': posts({
    relation: 'leadsAndSensitive',
    organClosure: param('organ-closure'),
    duties: param('csl-74-duties'),
  }),
  'parted-posts': anyOf(ref('under-one-leader'), ref('one-over-the-other'), ref('one-leads-sensitive-work')),
}
