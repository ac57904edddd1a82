import {
  allOf,
  type Condition,
  held,
  lasting,
  native,
  not,
  param,
  type Rule,
  ref,
  rotation,
} from '../../policy/index.ts'
import { tenure } from './citations.ts'

const inTeam = { teamKind: ['party_committee', 'government'], leading: true } as const

export const definitions: Readonly<Record<string, Condition>> = {
  /** 市、县（市、区）党政班子成员; townships are not meant. */
  'team-member': allOf(
    held({ ...inTeam, place: 'ownOrBelow' }),
    not(held({ unitKind: ['township', 'street_office'] })),
  ),
}

export const rules: readonly Rule[] = [
  rotation({
    id: 'jj-1',
    catalogueId: 'JJ-1',
    title: { zh: '同一职位任职满十年的交流', en: 'Ten years in one post' },
    cite: tenure('报道列于“推进回避交流”之下。The report lists it under avoidance exchange.'),
    label: '回避交流',
    per: ['post'],
    effect: 'MUST',
    coreType: 'term',
    when: allOf(ref('team-member'), lasting({ atLeast: param('jj-1-years') })),
    restates: ['national/jl-5a'],
  }),
  rotation({
    id: 'jj-2',
    catalogueId: 'JJ-2',
    title: {
      zh: '同一地党政班子中任职连续满十年的交流',
      en: 'Ten unbroken years in the party and government teams of one place',
    },
    cite: tenure(
      'E5：在班子内换岗不中断，离开本地班子即中断。Changing posts within the teams does not break it, leaving them does.',
    ),
    label: '回避交流',
    per: ['place'],
    effect: 'MUST',
    coreType: 'term',
    when: allOf(ref('team-member'), lasting({ where: inTeam, atLeast: param('jj-2-years') })),
  }),
  rotation({
    id: 'jj-3',
    catalogueId: 'JJ-3',
    title: {
      zh: '在出生地、成长地任县级重要正职的回避交流',
      en: 'Heads of a county’s chief organs are moved from where they were born or grew up',
    },
    cite: tenure(),
    label: '回避交流',
    per: ['post'],
    effect: 'SHALL',
    coreType: 'avoidance',
    when: allOf(
      held({ seat: param('jj-3-seats'), place: ['county'] }),
      native({ place: 'post', basis: ['birth', 'growth'] }),
    ),
  }),
]
