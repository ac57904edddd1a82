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
    'Civil servants fall under their own law, not under that of institutions',
    {
      kin: families.spouses,
      mine: of(otherChief, 'civil'),
      theirs: of(sensitiveChief('finance'), 'civil'),
      others: { 丙: { career: [head] } },
    },
    { 'sy-6c': 'passes', 'csl-74a': 'binds' },
  ),
  two(
    'The finance of a bureau a civil servant leads is no matter of institutions',
    { kin: families.spouses, mine: of(head, 'civil'), theirs: sensitiveClerk('finance', 'civil') },
    { 'sy-6b': 'passes', 'csl-74b': 'binds' },
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
    'Leaders of dispatched offices of adjacent levels are no leaders of commissions',
    {
      kin: families.siblings,
      mine: { ...stationed, leading: true, jurisdiction: '411121' },
      theirs: { ...stationed, organ: '驻市局组', leading: true, jurisdiction: '411100' },
    },
    { 'jcg-24': 'passes' },
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
  const says = (name: string, mine: CareerLine, theirs: CareerLine, expect: Case['expect']) =>
    two(`${category}: ${name}`, { kin: families.siblings, mine, theirs }, expect)
  const none = { 'fg-23-1': 'passes', 'fg-23-2': 'passes', 'fg-23-3': 'passes', 'fg-23-4': 'passes' } as const
  const above = { organ: '中级院', jurisdiction: '411100' } as const
  const beside = { organ: '乙院', legalPerson: '乙院' } as const
  return [
    says('a vice-president and any colleague of the same court', president, judge, { ...none, 'fg-23-2': 'binds' }),
    says(
      'chiefs of two divisions of the same court',
      { ...division, post: '一庭庭长', internalUnit: '一庭' },
      division,
      {
        ...none,
        'fg-23-1': 'binds',
      },
    ),
    says('chiefs of divisions of two courts', division, { ...division, ...beside, internalUnit: '乙二庭' }, none),
    says('two of one division', judge, { ...judge, post: '一庭助理' }, { ...none, 'fg-23-3': 'binds' }),
    says('two of two divisions', judge, { ...judge, post: '三庭法官', internalUnit: '三庭' }, none),
    says('a division chief and one of another division', division, judge, none),
    says(
      'presidents of adjacent levels',
      president,
      { ...president, ...above, post: '中院副院长' },
      {
        ...none,
        'fg-23-4': 'binds',
      },
    ),
    says(
      'a president and a division chief of the level above',
      president,
      { ...division, ...above, post: '中院庭长', internalUnit: '中院庭' },
      none,
    ),
    says('a president and one who is neither judge nor procurator', president, { ...judge, category: 'civil' }, none),
    says('leaders of whom one is neither judge nor procurator', president, { ...division, category: 'civil' }, none),
    says(
      'leaders of adjacent levels of whom one is no judge',
      president,
      { ...president, ...above, post: '中院副院长', category: 'civil' },
      none,
    ),
    says(
      'leaders of two organs of adjacent levels that are no courts',
      { ...president, unitKind: 'organ' },
      { ...president, ...above, post: '市局副局长', unitKind: 'organ' },
      none,
    ),
    says('one of a division who is no judge', judge, { ...judge, post: '一庭书记员', category: 'civil' }, none),
  ]
})

export const specialCases: readonly Case[] = [...institutions, ...supervision, ...courts]
