import {
  allOf,
  type Condition,
  composition,
  crosses,
  held,
  lasting,
  native,
  not,
  param,
  placement,
  type Rule,
  ref,
  rises,
  rotation,
  share,
  takes,
} from '../../policy/index.ts'
import { tenure, termChange } from './citations.ts'

/** Townships and streets lie in the county, but are not of its own teams. */
const belowCounty = ['township', 'street_office'] as const
const inTeam = { teamKind: ['party_committee', 'government'], leading: true } as const

export const definitions: Readonly<Record<string, Condition>> = {
  /** 市、县（市、区）党政班子成员; townships are not meant. */
  'team-member': allOf(held({ ...inTeam, place: 'ownOrBelow' }), not(held({ unitKind: [...belowCounty] }))),
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
      not(held({ unitKind: [...belowCounty] })),
      native({ place: 'post', basis: param('jj-3-basis') }),
    ),
  }),
  placement({
    id: 'jj-3m',
    catalogueId: 'JJ-3m',
    title: {
      zh: '不得在出生地、成长地任县级重要正职',
      en: 'Nobody becomes head of a county’s chief organ where they were born or grew up',
    },
    cite: tenure(),
    label: '回避交流',
    effect: 'MUST_NOT',
    when: allOf(
      takes({ seat: param('jj-3-seats'), place: ['county'] }),
      not(takes({ unitKind: [...belowCounty] })),
      native({ place: 'takes', basis: param('jj-3-basis') }),
    ),
  }),
  composition({
    id: 'jj-4',
    catalogueId: 'JJ-4',
    title: { zh: '县级党政班子中本地干部不少于三分之一', en: 'At least a third of a county’s leading team is local' },
    cite: termChange(
      'E2、E4、E9：本地按出生地或成长地，按每个班子计，以整数比较。Local by birth or growth, each team for itself, compared in whole numbers.',
    ),
    effect: 'MUST',
    of: { teamKind: ['party_committee', 'government'], place: ['county'], groupBy: param('jj-4-group') },
    assert: share({ who: native({ place: 'team', basis: param('jj-4-basis') }), atLeast: param('jj-4-share') }),
  }),
  placement({
    id: 'jj-5',
    catalogueId: 'JJ-5',
    title: { zh: '新提拔进县级党政班子的易地任职', en: 'Promotion into a county’s leading team is to another county' },
    cite: termChange('易地指不在原任职的县（市、区）。Elsewhere means not the county one served in.'),
    effect: 'MUST_NOT',
    when: allOf(
      rises(),
      takes({ ...inTeam, place: ['county'] }),
      not(takes({ unitKind: [...belowCounty] })),
      not(crosses('jurisdiction')),
    ),
  }),
]
