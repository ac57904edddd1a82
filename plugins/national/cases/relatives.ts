import type { Case, Category, Expectation } from '../../../policy/index.ts'
import { kinCases, postCases } from '../../relatives-in-one-organ.ts'
import { chief, head, line, nothing, on, one, pair, place, two } from './two-in-one-organ.ts'

const again = (says: Expectation): Case['expect'] => ({ 'hb-5': says, 'rh-3': says })

const categories: readonly Category[] = ['civil', 'reference', 'supervisor', 'judge', 'procurator']

const law: readonly Case[] = [
  ...categories.map((category) =>
    pair(
      `Two who serve as ${category} under one section chief`,
      [
        { ...one, category },
        { ...two, category },
      ],
      {
        ...again('binds'),
        'csl-74a': 'binds',
        'csl-74a-superior': 'passes',
        'csl-74b': 'passes',
        'csl-74-seconded': 'passes',
      },
      { others: [head] },
    ),
  ),
  ...(['probation', 'concurrent', 'acting'] as const).map((capacity) =>
    pair(
      `One of the two serves as ${capacity}: still in a post of their own`,
      [{ ...one, capacity }, two],
      { ...again('binds'), 'csl-74a': 'binds', 'csl-74-seconded': 'passes' },
      { others: [head] },
    ),
  ),
  ...(['secondment', 'loan'] as const).map((capacity) =>
    pair(
      `One of the two is there on ${capacity}: shown, not barred`,
      [{ ...one, capacity }, two],
      { ...nothing, 'csl-74-seconded': 'binds' },
      { others: [head] },
    ),
  ),
  pair(
    'On secondment with a stranger to the list of kin: nothing to show',
    [{ ...one, capacity: 'secondment' }, two],
    { 'csl-74-seconded': 'passes' },
    { kin: [{ of: 'self', relative: '乙', relation: 'special_interest' }], others: [head] },
  ),
  pair(
    'On secondment in another organ than the relative’s',
    [
      { ...one, capacity: 'secondment' },
      { ...two, organ: '乙局', internalUnit: null },
    ],
    { 'csl-74-seconded': 'passes' },
    { others: [head, chief('乙局局长', { organ: '乙局', internalUnit: null })] },
  ),
  pair('One over the other', [head, one], { 'csl-74a': 'passes', 'csl-74a-superior': 'binds', 'csl-74b': 'passes' }),
  pair(
    'One leads the bureau, the other audits two levels down',
    [chief('甲局局长', { internalUnit: null }), line('乙科科员', { internalUnit: '乙科', duties: ['audit'] })],
    { 'csl-74a': 'passes', 'csl-74a-superior': 'passes', 'csl-74b': 'binds' },
    {
      others: [chief('乙科科长', { internalUnit: '乙科' })],
      chart: { posts: { 乙科科长: { reportsTo: '副局长' }, 甲局局长: { reportsTo: '县长' } } },
    },
  ),
  pair(
    'Institution staff have a rule of their own',
    [
      { ...head, category: 'institution_management' },
      { ...one, category: 'institution_management', duties: ['audit'] },
    ],
    nothing,
  ),
  pair(
    'Institution staff under one chief',
    [
      { ...one, category: 'institution_technical' },
      { ...two, category: 'institution_technical' },
    ],
    nothing,
    { others: [head] },
  ),
  pair(
    'Institution staff of whom one leads and one audits',
    [
      chief('甲局局长', { internalUnit: null, category: 'institution_management' }),
      line('审计员', { duties: ['audit'], category: 'institution_management' }),
    ],
    nothing,
    { others: [head] },
  ),
  pair(
    'A special interest is no kinship: shown, not barred',
    [one, two],
    { ...nothing, 'csl-74-noted': 'binds', 'hb-5def': 'passes' },
    { kin: [{ of: 'self', relative: '乙', relation: 'special_interest' }], others: [head] },
  ),
  pair(
    'So between chief and clerk',
    [head, { ...one, duties: ['audit'] }],
    { ...nothing, 'csl-74-noted': 'binds' },
    { kin: [{ of: 'self', relative: '乙', relation: 'special_interest' }] },
  ),
  pair(
    'So between the head of a bureau and its auditor',
    [chief('甲局局长', { internalUnit: null }), line('审计员', { internalUnit: null, duties: ['audit'] })],
    { ...nothing, 'csl-74-noted': 'binds' },
    { kin: [{ of: 'self', relative: '乙', relation: 'special_interest' }] },
  ),
  pair(
    'Kin in two organs: neither one leader, nor one over the other',
    [line('甲局科员', { internalUnit: null }), line('乙局科员', { internalUnit: null, organ: '乙局' })],
    { ...nothing, 'csl-74-noted': 'passes', 'hb-5def': 'passes', 'hb-5def-team': 'passes' },
    { others: [chief('甲局局长', { internalUnit: null }), chief('乙局局长', { internalUnit: null, organ: '乙局' })] },
  ),
]

const subordinate: Case = pair(
  'An auditor of a subordinate institution is not in the organ her brother leads (同一机关)',
  [
    chief('甲局局长', { internalUnit: null }),
    line('甲院审计员', { organ: '甲院', internalUnit: null, duties: ['audit'] }),
  ],
  { 'hb-5': 'passes', 'csl-74b': 'passes' },
  {
    others: [chief('甲院院长', { organ: '甲院', internalUnit: null })],
    chart: { units: { 甲院: { parent: '甲局' } } },
  },
)

export const relativeCases: readonly Case[] = [
  ...kinCases({ on, place, expect: again }),
  ...postCases({ on, place, expect: again }, ['personnel', 'discipline_inspection', 'audit', 'finance']),
  ...law,
  subordinate,
]
