import type { CareerLine, Case, Expectation } from '../../../policy/index.ts'
import { families, siblings } from '../../relatives-in-one-organ.ts'

type Rule = 'sy-6a' | 'sy-6b' | 'sy-6c' | 'jcg-24' | 'fg-23'

const pair = (
  rule: Rule,
  name: string,
  [mine, theirs]: readonly [CareerLine, CareerLine],
  says: Expectation,
  {
    kin = siblings,
    others = [],
    chart,
  }: { kin?: Case['kin']; others?: readonly CareerLine[]; chart?: NonNullable<Case['chart']> } = {},
): Case => ({
  name: `${rule}: ${name}`,
  on: '2023-06-01',
  career: [mine],
  others: {
    乙: { career: [theirs] },
    ...Object.fromEntries(others.map((career, i) => [`他人${i + 1}`, { career: [career] }])),
  },
  kin: kin ?? siblings,
  ...(chart === undefined ? {} : { chart }),
  expect: { [rule]: says },
})

const staff = (post: string, more: Partial<CareerLine> = {}): CareerLine => ({
  post,
  place: '411100',
  organ: '市医院',
  category: 'institution_management',
  from: '2021-01-01',
  ...more,
})
const president = staff('院长', { internalUnit: null, unitKind: 'institution', leading: true, seats: ['chief'] })
const head = staff('甲科主任', { leading: true, seats: ['chief'], duties: ['audit'] })
const other = staff('乙科主任', { internalUnit: '乙科', leading: true, seats: ['chief'], duties: ['finance'] })
const special = [{ of: 'self', relative: '乙', relation: 'special_interest' }] as const
const kinds = [families.spouses, families.grandfather, families.cousins, families.coParents] as const
const duties = ['personnel', 'discipline_inspection', 'audit', 'finance'] as const

const institutions: readonly Case[] = [
  ...kinds.map((kin, i) =>
    pair('sy-6a', `head of a section and its manager, class ${i + 1}`, [head, staff('甲科干事')], 'binds', { kin }),
  ),
  pair(
    'sy-6a',
    'technical staff are not in management posts',
    [head, staff('甲科技师', { category: 'institution_technical' })],
    'passes',
  ),
  pair('sy-6a', 'colleagues of one section under one head', [staff('甲科干事'), staff('甲科二干事')], 'passes', {
    others: [head],
  }),
  ...(['probation', 'concurrent', 'acting'] as const).map((capacity) =>
    pair('sy-6a', `the head of the section serves as ${capacity}`, [{ ...head, capacity }, staff('甲科干事')], 'binds'),
  ),
  ...(['secondment', 'loan'] as const).map((capacity) =>
    pair('sy-6a', `the head is there on ${capacity}`, [{ ...head, capacity }, staff('甲科干事')], 'passes'),
  ),
  pair('sy-6a', 'a special interest is no kinship', [head, staff('甲科干事')], 'passes', { kin: special }),
  ...duties.map((duty) =>
    pair(
      'sy-6b',
      `the president’s relative does ${duty} work`,
      [president, staff('乙科干事', { internalUnit: '乙科', duties: [duty] })],
      'binds',
    ),
  ),
  pair(
    'sy-6b',
    'technical staff in audit and finance too',
    [president, staff('审计师', { category: 'institution_technical', duties: ['audit'] })],
    'binds',
  ),
  pair(
    'sy-6b',
    'civil servants are not hired',
    [{ ...president, category: 'civil' }, staff('审计员', { category: 'civil', duties: ['audit'] })],
    'passes',
  ),
  pair(
    'sy-6b',
    'the president is acting',
    [{ ...president, capacity: 'acting' }, staff('审计员', { duties: ['audit'] })],
    'binds',
  ),
  pair('sy-6b', 'other work is not sensitive', [president, staff('干事', { duties: ['land'] })], 'passes'),
  pair('sy-6b', 'a special interest is no kinship', [president, staff('审计员', { duties: ['audit'] })], 'passes', {
    kin: special,
  }),
  pair(
    'sy-6b',
    'audit in another institution',
    [president, staff('审计员', { organ: '市图书馆', duties: ['audit'] })],
    'passes',
  ),
  ...duties.map((duty) =>
    pair(
      'sy-6c',
      `both head sections under the president, one of ${duty}`,
      [
        { ...head, duties: [duty] },
        { ...other, duties: [duty] },
      ],
      'binds',
      { others: [president] },
    ),
  ),
  pair(
    'sy-6c',
    'being under one head alone is not barred',
    [staff('甲科干事', { duties: ['audit'] }), staff('甲科二干事', { duties: ['audit'] })],
    'passes',
    { others: [head] },
  ),
  pair('sy-6c', 'heads of sections with other work', [{ ...head, duties: ['land'] }, other], 'passes', {
    others: [president],
  }),
  pair(
    'sy-6c',
    'one of the two heads is technical staff',
    [{ ...head, category: 'institution_technical' }, other],
    'passes',
    { others: [president] },
  ),
  pair('sy-6c', 'one of the two heads is acting', [{ ...head, capacity: 'acting' }, other], 'binds', {
    others: [president],
  }),
  pair('sy-6c', 'a special interest is no kinship', [head, other], 'passes', { kin: special, others: [president] }),
  pair('sy-6c', 'heads of sections under two different leaders', [head, other], 'passes', {
    chart: { posts: { 甲科主任: { reportsTo: '第一副院长' }, 乙科主任: { reportsTo: '第二副院长' } } },
  }),
  pair(
    'sy-6c',
    'offices that are no internal units',
    [
      { ...head, internalUnit: null, unitKind: 'institution' },
      { ...other, internalUnit: null, unitKind: 'institution' },
    ],
    'passes',
    { others: [president] },
  ),
]

const supervisor = (post: string, more: Partial<CareerLine> = {}): CareerLine => ({
  post,
  place: '411100',
  organ: '市监委',
  unitKind: 'supervision_commission',
  internalUnit: null,
  category: 'supervisor',
  from: '2022-01-01',
  ...more,
})
const director = supervisor('市监委主任', { leading: true, seats: ['chief'] })
const inRoom = (post: string) =>
  supervisor(post, { internalUnit: '第一室', unitKind: 'internal_unit', organ: '市纪委' })
const sent = (post: string) => supervisor(post, { organ: '驻市局纪检组', unitKind: 'dispatched_office' })
const county = supervisor('县监委副主任', { organ: '县监委', place: '411121', leading: true, seats: ['deputy'] })

const judge = (post: string, more: Partial<CareerLine> = {}): CareerLine => ({
  post,
  place: '411100',
  organ: '市中院',
  unitKind: 'court',
  internalUnit: null,
  category: 'judge',
  from: '2022-01-01',
  ...more,
})
const bench = (post: string, internalUnit: string, leading = false) =>
  judge(post, { internalUnit, unitKind: 'internal_unit', leading })
const courtPresident = judge('市中院院长', { leading: true, seats: ['chief'] })

const organs: readonly Case[] = [
  pair('jcg-24', 'director and a supervisor of the same commission', [director, supervisor('监察员')], 'binds'),
  pair('jcg-24', 'supervisors of the same department', [inRoom('一级监察官'), inRoom('二级监察官')], 'binds'),
  pair('jcg-24', 'supervisors of the same dispatched office', [sent('组员'), sent('副组长')], 'binds'),
  pair('jcg-24', 'leaders of commissions of adjacent levels', [director, county], 'binds'),
  pair('jcg-24', 'the director is acting', [{ ...director, capacity: 'acting' }, supervisor('监察员')], 'binds'),
  pair(
    'jcg-24',
    'one of two in a dispatched office is acting',
    [{ ...sent('组长'), capacity: 'acting' }, sent('副组长')],
    'binds',
  ),
  pair('jcg-24', 'one of them is no supervisor', [director, supervisor('会计', { category: 'civil' })], 'passes'),
  pair('jcg-24', 'a special interest is no kinship', [director, supervisor('监察员')], 'passes', { kin: special }),
  pair(
    'jcg-24',
    'supervisors of two dispatched offices',
    [sent('组员'), { ...sent('副组长'), organ: '驻县局纪检组' }],
    'passes',
  ),
  pair(
    'jcg-24',
    'two rooms of one organ that is not the commission itself',
    [inRoom('一级监察官'), { ...inRoom('二级监察官'), internalUnit: '第二室' }],
    'passes',
  ),
  pair('fg-23', 'judges of one division', [bench('法官', '民一庭'), bench('二级法官', '民一庭')], 'binds'),
  pair(
    'fg-23',
    'heads of two divisions of one court',
    [bench('庭长', '民一庭', true), bench('刑庭庭长', '刑一庭', true)],
    'binds',
  ),
  pair('fg-23', 'the president and a judge of the same court', [courtPresident, bench('法官', '民一庭')], 'binds'),
  pair(
    'fg-23',
    'presidents of courts of adjacent levels',
    [courtPresident, judge('县法院院长', { organ: '县法院', place: '411121', leading: true, seats: ['chief'] })],
    'binds',
  ),
  pair(
    'fg-23',
    'the president is acting',
    [{ ...courtPresident, capacity: 'acting' }, bench('法官', '民一庭')],
    'binds',
  ),
  pair(
    'fg-23',
    'one of two heads of divisions is acting',
    [{ ...bench('庭长', '民一庭', true), capacity: 'acting' }, bench('刑庭庭长', '刑一庭', true)],
    'binds',
  ),
  pair(
    'fg-23',
    'judges of two divisions, one of them acting',
    [{ ...bench('法官', '民一庭'), capacity: 'acting' }, bench('二级法官', '刑一庭')],
    'passes',
  ),
  pair(
    'fg-23',
    'judges of two divisions of one court',
    [bench('法官', '民一庭'), bench('二级法官', '刑一庭')],
    'passes',
  ),
  pair(
    'fg-23',
    'a judge and a clerk of one division',
    [bench('法官', '民一庭'), { ...bench('书记员', '民一庭'), category: 'civil' }],
    'passes',
  ),
  pair(
    'fg-23',
    'procurators of one division',
    [
      { ...bench('检察官', '一部'), category: 'procurator' },
      { ...bench('二级检察官', '一部'), category: 'procurator' },
    ],
    'binds',
  ),
  pair('fg-23', 'a special interest is no kinship', [courtPresident, bench('法官', '民一庭')], 'passes', {
    kin: special,
  }),
  pair(
    'fg-23',
    'heads of divisions of two courts',
    [bench('庭长', '民一庭', true), { ...bench('县庭长', '县民一庭', true), organ: '县法院' }],
    'passes',
  ),
]

/** A post that passes to another court in 2023, with whoever holds it. */
const passedOn = (
  name: string,
  mine: CareerLine,
  [theirs, their]: readonly [CareerLine, Partial<CareerLine>],
): Case => ({
  name: `fg-23: ${name}`,
  on: '2023-06-01',
  career: [mine],
  others: {
    乙: {
      career: [
        { ...theirs, to: '2023-01-01' },
        { ...theirs, ...their, from: '2023-01-01' },
      ],
    },
  },
  kin: siblings,
  expect: { 'fg-23': 'passes' },
})
const moved: readonly Case[] = [
  passedOn('heads of divisions, one of whom passed to another court with her post', bench('庭长', '民一庭', true), [
    bench('巡回庭长', '刑一庭', true),
    { organ: '县法院', internalUnit: '县刑一庭' },
  ]),
  passedOn('a judge outside the divisions who passed to another court', bench('法官', '民一庭'), [
    judge('巡回法官'),
    { organ: '县法院' },
  ]),
]

export const specialCases: readonly Case[] = [...institutions, ...organs, ...moved]
