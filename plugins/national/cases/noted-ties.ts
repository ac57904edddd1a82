import type { CareerLine, Case, Expectation } from '../../../policy/index.ts'
import { families } from '../../relatives-in-one-organ.ts'
import { chief, head, line, nothing, one, pair, two } from './two-in-one-organ.ts'

const noted: readonly Case[] = [
  pair(
    'A widower and his late wife’s mother (丧偶后的姻亲)',
    [one, two],
    { ...nothing, 'csl-74-noted': 'binds' },
    {
      kin: [
        { of: 'self', relative: '妻', relation: 'spouse', from: '2010-01-01', to: '2020-01-01', endedBy: 'death' },
        { of: '妻', relative: '乙', relation: 'parent' },
      ],
      others: [head],
    },
  ),
  pair(
    'A birth mother of a child adopted away (收养后的生父母)',
    [one, two],
    { 'csl-74-noted': 'binds', 'csl-74a': 'passes' },
    {
      kin: [
        { of: 'self', relative: '乙', relation: 'parent' },
        { of: 'self', relative: '养父', relation: 'parent', kind: 'adoptive', from: '1985-01-01' },
      ],
      others: [head],
    },
  ),
  pair(
    'A mother’s husband who did not bring one up (未形成扶养关系)',
    [one, two],
    { 'csl-74-noted': 'binds', 'csl-74a': 'passes' },
    {
      kin: [
        { of: 'self', relative: '母', relation: 'parent' },
        { of: '母', relative: '乙', relation: 'spouse', from: '2010-01-01' },
      ],
      others: [head],
    },
  ),
  pair(
    'A stepfather who brought one up is a parent',
    [one, two],
    { 'csl-74-noted': 'passes', 'csl-74a': 'binds' },
    {
      kin: [{ of: 'self', relative: '乙', relation: 'parent', kind: 'step_supported', from: '1985-01-01' }],
      others: [head],
    },
  ),
  pair(
    'A wife’s grandfather (配偶的祖辈)',
    [one, two],
    { 'csl-74-noted': 'binds', 'csl-74a': 'passes' },
    {
      kin: [
        { of: 'self', relative: '妻', relation: 'spouse' },
        { of: '妻', relative: '岳母', relation: 'parent' },
        { of: '岳母', relative: '乙', relation: 'parent' },
      ],
      others: [head],
    },
  ),
  pair(
    'Spouses are on the list, so there is nothing more to show',
    [one, two],
    { 'csl-74-noted': 'passes', 'csl-74a': 'binds' },
    { kin: families.spouses, others: [head] },
  ),
]

const deputyHead = (post: string): CareerLine =>
  line(post, { internalUnit: null, leading: true, seats: ['deputy'], teamKind: 'organ' })
const underTeam = {
  others: [deputyHead('第一副局长'), deputyHead('第二副局长')],
  chart: { posts: { 甲科科长: { reportsTo: '第一副局长' }, 乙科科长: { reportsTo: '第二副局长' } } },
}
const secondHead = chief('乙科科长', { internalUnit: '乙科' })

const teams: readonly Case[] = [
  pair(
    'Section chiefs under two deputies of one leading team (同一领导班子成员): shown',
    [head, secondHead],
    { 'csl-74a': 'passes', 'hb-5def': 'binds', 'hb-5def-team': 'passes' },
    underTeam,
  ),
  pair(
    'Of other kin nothing is shown',
    [head, secondHead],
    { 'hb-5def': 'passes' },
    { ...underTeam, kin: [{ of: 'self', relative: '乙', relation: 'special_interest' }] },
  ),
  pair(
    'Nor of institution staff',
    [
      { ...head, category: 'institution_management' },
      { ...secondHead, category: 'institution_management' },
    ],
    { 'hb-5def': 'passes' },
    underTeam,
  ),
  pair(
    'Under one person it is barred, not only shown',
    [one, two],
    { 'csl-74a': 'binds', 'hb-5def': 'passes' },
    { others: [head] },
  ),
  pair('Two deputies in one leading team', [deputyHead('第一副局长'), deputyHead('第二副局长')], {
    'hb-5def-team': 'binds',
  }),
  pair(
    'Two deputies who are no kin by the list',
    [deputyHead('第一副局长'), deputyHead('第二副局长')],
    { 'hb-5def-team': 'passes' },
    { kin: [{ of: 'self', relative: '乙', relation: 'special_interest' }] },
  ),
  pair(
    'Two in the team of an institution',
    [
      { ...deputyHead('第一副院长'), category: 'institution_management' },
      { ...deputyHead('第二副院长'), category: 'institution_management' },
    ],
    { 'hb-5def-team': 'passes' },
  ),
]

const regulator = line('工信局局长', { organ: '工信局', internalUnit: null, leading: true, seats: ['chief'] })
const owner = line('甲公司经理', { organ: '甲公司', internalUnit: null, unitKind: 'enterprise', category: null })
const regulated = { chart: { units: { 甲公司: { regulatedBy: '工信局' } } } }
const both = (says: Expectation): Case['expect'] => ({ 'csl-74c': says, 'rh-4': says })

const enterprises: readonly Case[] = [
  pair('The head of the bureau in charge of her husband’s company', [regulator, owner], both('binds'), {
    ...regulated,
    kin: families.spouses,
  }),
  pair('Of her son’s company', [regulator, owner], both('binds'), {
    ...regulated,
    kin: [{ of: 'self', relative: '乙', relation: 'child' }],
  }),
  pair('Of her son’s wife’s company', [regulator, owner], both('binds'), {
    ...regulated,
    kin: [
      { of: 'self', relative: '子', relation: 'child' },
      { of: '子', relative: '乙', relation: 'spouse' },
    ],
  }),
  pair('Of her brother’s company: outside this narrower list', [regulator, owner], both('passes'), regulated),
  pair('Of her mother’s company: she is the child, not the mother', [regulator, owner], both('passes'), {
    ...regulated,
    kin: [{ of: 'self', relative: '乙', relation: 'parent' }],
  }),
  pair('Of a company that another bureau regulates', [regulator, owner], both('passes'), {
    kin: families.spouses,
    chart: { units: { 甲公司: { regulatedBy: '商务局' } } },
  }),
  pair(
    'A clerk of the bureau is no leading member',
    [{ ...regulator, leading: false, seats: [], post: '工信局科员' }, owner],
    both('passes'),
    { ...regulated, kin: families.spouses },
  ),
]

export const notedCases: readonly Case[] = [...noted, ...teams, ...enterprises]
