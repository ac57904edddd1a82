import type { CareerLine, Case, Category } from '../../../../policy/index.ts'
import { clerk, colleague, families, sectionChief, two } from './stories.ts'

const of = (line: CareerLine, category: Category, more: Partial<CareerLine> = {}): CareerLine => ({
  ...line,
  category,
  ...more,
})

const sensitiveChief = (duty: NonNullable<CareerLine['duties']>[number]): CareerLine =>
  of(sectionChief, 'institution_management', { post: '乙科科长', internalUnit: '乙科', duties: [duty] })
const otherChief = of(sectionChief, 'institution_management', { duties: [] })
const head = of(sectionChief, 'institution_management', { post: '院长', internalUnit: null, unitKind: 'institution' })
const sensitiveClerk = (duty: NonNullable<CareerLine['duties']>[number], category: Category): CareerLine =>
  of(clerk, category, { post: '乙科干事', internalUnit: '乙科', duties: [duty] })

const listed = ['personnel', 'discipline_inspection', 'audit', 'finance'] as const

/** SY-6: public institutions. */
const institutions: readonly Case[] = [
  two(
    'Two management posts, one over the other, in one institution',
    { kin: families.spouses, mine: otherChief, theirs: of(colleague, 'institution_management') },
    { 'sy-6a': 'binds', 'hb-5': 'passes' },
  ),
  two(
    'A professional under a manager is no management post',
    { kin: families.spouses, mine: otherChief, theirs: of(colleague, 'institution_technical') },
    { 'sy-6a': 'passes' },
  ),
  ...listed.map((duty) =>
    two(
      `${duty} in the institution a relative leads`,
      { kin: families.spouses, mine: head, theirs: sensitiveClerk(duty, 'institution_management') },
      { 'sy-6b': 'binds' },
    ),
  ),
  ...(['institution_technical', 'worker'] as const).map((category) =>
    two(
      `The finance of the institution a relative leads, as ${category}`,
      { kin: families.spouses, mine: head, theirs: sensitiveClerk('finance', category) },
      { 'sy-6b': 'binds' },
    ),
  ),
  two(
    'Land in the institution a relative leads',
    { kin: families.spouses, mine: head, theirs: sensitiveClerk('land', 'institution_management') },
    { 'sy-6b': 'passes' },
  ),
  ...listed.map((duty) =>
    two(
      `Chief of the internal unit for ${duty} beside a relative under one head`,
      { kin: families.spouses, mine: otherChief, theirs: sensitiveChief(duty), others: { 丙: { career: [head] } } },
      { 'sy-6c': 'binds' },
    ),
  ),
  two(
    'Under one head without such a chief post: narrower than for civil servants',
    {
      kin: families.spouses,
      mine: of(clerk, 'institution_management'),
      theirs: of(colleague, 'institution_management'),
    },
    { 'sy-6c': 'passes', 'csl-74a': 'passes' },
  ),
]

const commission = { organ: '甲监委', category: 'supervisor' } as const satisfies Partial<CareerLine>
const vice: CareerLine = {
  ...commission,
  post: '监委副主任',
  from: '2015-01-01',
  internalUnit: null,
  unitKind: 'supervision_commission',
  seats: ['deputy'],
  leading: true,
  jurisdiction: '411121',
}
const supervisor: CareerLine = {
  ...commission,
  post: '一室监察官',
  from: '2015-01-01',
  internalUnit: '一室',
  jurisdiction: '411121',
}
const stationed: CareerLine = {
  ...commission,
  post: '驻甲局组组长',
  from: '2015-01-01',
  organ: '驻甲局组',
  internalUnit: null,
  unitKind: 'dispatched_office',
}

/** JCG-24: supervisors. */
const supervision: readonly Case[] = [
  two(
    'A member of a commission and a supervisor there',
    { kin: families.spouses, mine: vice, theirs: supervisor },
    { 'jcg-24': 'binds' },
  ),
  two(
    'Two supervisors of one department',
    { kin: families.siblings, mine: supervisor, theirs: { ...supervisor, post: '一室副主任' } },
    { 'jcg-24': 'binds' },
  ),
  two(
    'Two supervisors of two departments, neither a member',
    { kin: families.siblings, mine: supervisor, theirs: { ...supervisor, post: '二室监察官', internalUnit: '二室' } },
    { 'jcg-24': 'passes' },
  ),
  two(
    'Two supervisors of one dispatched office',
    { kin: families.siblings, mine: stationed, theirs: { ...stationed, post: '驻甲局组监察官' } },
    { 'jcg-24': 'binds' },
  ),
  two(
    'Leaders of commissions of adjacent levels',
    {
      kin: families.siblings,
      mine: vice,
      theirs: { ...vice, post: '市监委副主任', organ: '市监委', jurisdiction: '411100' },
    },
    { 'jcg-24': 'binds' },
  ),
  two(
    'Leaders of commissions two levels apart',
    {
      kin: families.siblings,
      mine: vice,
      theirs: { ...vice, post: '省监委副主任', organ: '省监委', jurisdiction: '410000' },
    },
    { 'jcg-24': 'passes' },
  ),
  two(
    'A clerk of a commission who is no supervisor',
    { kin: families.spouses, mine: vice, theirs: { ...supervisor, category: 'civil' } },
    { 'jcg-24': 'passes' },
  ),
]

const bench = (category: 'judge' | 'procurator') => {
  const [organ, kind] = category === 'judge' ? (['甲法院', 'court'] as const) : (['甲检察院', 'procuratorate'] as const)
  const sits = { organ, category, from: '2015-01-01', jurisdiction: '411121' } as const
  const president: CareerLine = { ...sits, post: `${organ}副院长`, internalUnit: null, unitKind: kind, leading: true }
  const judge: CareerLine = { ...sits, post: `${organ}一庭法官`, internalUnit: `${organ}一庭` }
  const division: CareerLine = { ...judge, post: `${organ}二庭庭长`, internalUnit: `${organ}二庭`, leading: true }
  return { president, judge, division }
}

/** FG-23: judges, and procurators by analogy. */
const courts: readonly Case[] = (['judge', 'procurator'] as const).flatMap((category) => {
  const { president, judge, division } = bench(category)
  const says = (name: string, mine: CareerLine, theirs: CareerLine, answer: 'binds' | 'passes') =>
    two(`${category}: ${name}`, { kin: families.siblings, mine, theirs }, { 'fg-23': answer })
  return [
    says('a vice-president and any colleague of the same court', president, judge, 'binds'),
    says(
      'chiefs of two divisions of the same court',
      { ...division, post: '一庭庭长', internalUnit: '一庭' },
      division,
      'binds',
    ),
    says('two of one division', judge, { ...judge, post: '一庭助理' }, 'binds'),
    says('two of two divisions', judge, { ...judge, post: '三庭法官', internalUnit: '三庭' }, 'passes'),
    says('a division chief and one of another division', division, judge, 'passes'),
    says(
      'presidents of adjacent levels',
      president,
      { ...president, post: '中院副院长', organ: '中级院', jurisdiction: '411100' },
      'binds',
    ),
    says(
      'a president and a plain colleague of the level above',
      president,
      { ...judge, post: '中院一庭', organ: '中级院', jurisdiction: '411100', internalUnit: '中院一庭' },
      'passes',
    ),
    says(
      'a president and one who is neither judge nor procurator',
      president,
      { ...judge, category: 'civil' },
      'passes',
    ),
  ]
})

export const specialCases: readonly Case[] = [...institutions, ...supervision, ...courts]
