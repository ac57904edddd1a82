import type { CareerLine, Case } from '../../policy/index.ts'
import { parameters } from './parameters.ts'

const clerk = { post: '甲股科员' } as const satisfies Partial<CareerLine>
const fourPosts: readonly CareerLine[] = [
  { ...clerk, from: '2013-04-01', to: '2018-04-01' },
  { post: '甲股副股长', level: 'unit_deputy', leading: true, from: '2018-04-01', to: '2021-04-01' },
  { post: '甲股股长', level: 'unit_chief', leading: true, from: '2021-04-01' },
]
const unit = { organ: '某中心', internalUnit: null, unitKind: 'institution', leading: true } as const
/** Party secretary and then director of one centre. */
const chief: readonly CareerLine[] = [
  {
    ...unit,
    post: '某中心书记',
    seats: ['party_secretary'],
    level: 'section_deputy',
    from: '2013-04-01',
    to: '2018-04-01',
  },
  { ...unit, post: '某中心主任', seats: ['chief'], level: 'section_deputy', from: '2018-04-01' },
]
const auditor: readonly CareerLine[] = [{ ...clerk, duties: ['audit'], from: '2018-04-01' }]
const business: readonly CareerLine[] = [
  { ...clerk, business: ['低保'], from: '2018-04-01', to: '2020-04-01' },
  { post: '甲股副股长', level: 'unit_deputy', business: ['低保'], from: '2020-04-01' },
]

const sections: readonly Case[] = [
  {
    name: 'Ten unbroken years in one section over three posts (同一科股室)',
    on: '2023-04-01',
    career: fourPosts,
    expect: { 'xx-1a': 'binds', 'xx-1b': 'passes' },
  },
  {
    name: 'One day short of ten years in the section',
    on: '2023-03-31',
    career: fourPosts,
    expect: { 'xx-1a': 'passes' },
  },
  {
    name: 'A year in another section breaks the ten (连续)',
    on: '2024-04-01',
    career: [
      { ...clerk, from: '2013-04-01', to: '2018-04-01' },
      { post: '乙股科员', internalUnit: '乙股', from: '2018-04-01', to: '2019-04-01' },
      { ...clerk, from: '2019-04-01' },
    ],
    expect: { 'xx-1a': 'passes' },
  },
  {
    name: 'Section-level cadres of a county are above the measures (股级及以下)',
    on: '2024-04-01',
    career: [{ post: '副局长', level: 'section_deputy', from: '2013-04-01' }],
    expect: { 'xx-1a': 'passes', 'xx-3': 'passes' },
  },
  {
    name: 'Where no level is on file, it cannot be told whether the measures apply',
    on: '2024-04-01',
    career: [{ ...clerk, level: null, from: '2013-04-01' }],
    expect: { 'xx-1a': 'undetermined' },
  },
]

const chiefs: readonly Case[] = [
  {
    name: 'Secretary and then director of one centre: ten years as its chief (同一法人单位的党政正职)',
    on: '2023-04-01',
    career: chief,
    expect: { 'xx-1b': 'binds', 'xx-1a': 'passes' },
  },
  {
    name: 'One day short of ten years as chief of the centre',
    on: '2023-03-31',
    career: chief,
    expect: { 'xx-1b': 'passes' },
  },
  {
    name: 'Five years as chief of each of two centres are not ten of one',
    on: '2023-04-01',
    career: [
      { ...unit, post: '某中心主任', seats: ['chief'], level: 'section_deputy', from: '2013-04-01', to: '2018-04-01' },
      {
        ...unit,
        organ: '另一中心',
        post: '另一中心主任',
        seats: ['chief'],
        level: 'section_deputy',
        from: '2018-04-01',
      },
    ],
    expect: { 'xx-1b': 'passes' },
  },
  {
    name: 'Years as deputy of the centre are not years as its chief',
    on: '2024-04-01',
    career: [
      { ...unit, post: '某中心副主任', seats: ['deputy'], level: 'unit_chief', from: '2013-04-01', to: '2018-04-01' },
      { ...unit, post: '某中心主任', seats: ['chief'], level: 'section_deputy', from: '2018-04-01' },
    ],
    expect: { 'xx-1b': 'passes' },
  },
  {
    name: 'The chief of a section is no chief of the bureau that is the legal person',
    on: '2024-04-01',
    career: [{ post: '甲股股长', seats: ['chief'], level: 'unit_chief', leading: true, from: '2013-04-01' }],
    expect: { 'xx-1b': 'passes', 'xx-1a': 'binds' },
  },
]

const work: readonly Case[] = [
  {
    name: 'Five unbroken years of audit work call for planned rotation within three years (三年内有计划)',
    on: '2023-04-01',
    career: auditor,
    expect: { 'xx-2': 'binds', 'xx-1a': 'passes' },
    dueBy: { 'xx-2': '2026-04-01' },
  },
  {
    name: 'Where five years were full before the measures were in force, the three years run from their first day',
    on: '2007-01-01',
    career: [{ ...clerk, duties: ['audit'], from: '1998-01-01' }],
    expect: { 'xx-2': 'binds' },
    dueBy: { 'xx-2': '2009-08-06' },
  },
  {
    name: 'The duty stands on after its three years are over',
    on: '2026-06-01',
    career: auditor,
    expect: { 'xx-2': 'binds' },
    dueBy: { 'xx-2': '2026-04-01' },
  },
  {
    name: 'One day short of five years of audit work',
    on: '2023-03-31',
    career: auditor,
    expect: { 'xx-2': 'passes' },
  },
  ...parameters['xx-2-duties'].values[0].value.map(
    (duty): Case => ({
      name: `Five years of \`${duty}\` are five years of sensitive work`,
      on: '2023-04-01',
      career: [{ ...clerk, duties: [duty], from: '2018-04-01' }],
      expect: { 'xx-2': 'binds' },
    }),
  ),
  {
    name: 'Audit work carried on in another section is the same work',
    on: '2023-04-01',
    career: [
      { ...clerk, duties: ['audit'], from: '2018-04-01', to: '2021-04-01' },
      { post: '乙股科员', internalUnit: '乙股', duties: ['audit'], from: '2021-04-01' },
    ],
    expect: { 'xx-2': 'binds' },
  },
  {
    name: 'Three years of audit and two of personnel work are five years of neither',
    on: '2023-04-01',
    career: [
      { ...clerk, duties: ['audit'], from: '2018-04-01', to: '2021-04-01' },
      { ...clerk, duties: ['personnel'], from: '2021-04-01' },
    ],
    expect: { 'xx-2': 'passes' },
  },
  {
    name: 'Land work done beside them all five years does not join the two',
    on: '2023-04-01',
    career: [
      { ...clerk, duties: ['audit', 'land'], from: '2018-04-01', to: '2021-04-01' },
      { ...clerk, duties: ['personnel', 'land'], from: '2021-04-01' },
    ],
    expect: { 'xx-2': 'passes' },
  },
  {
    name: 'Chiefs of legal-person units who do sensitive work are in scope whatever their level',
    on: '2023-04-01',
    career: [
      { ...unit, post: '某中心主任', seats: ['chief'], level: 'section_deputy', duties: ['audit'], from: '2018-04-01' },
    ],
    expect: { 'xx-2': 'binds' },
  },
  {
    name: 'A section-level cadre who does sensitive work is not',
    on: '2023-04-01',
    career: [{ post: '副局长', level: 'section_deputy', duties: ['audit'], from: '2018-04-01' }],
    expect: { 'xx-2': 'passes' },
  },
  {
    name: 'Five unbroken years of one business in one section, over two posts (同一业务工作)',
    on: '2023-04-01',
    career: business,
    expect: { 'xx-3': 'binds', 'xx-2': 'passes' },
  },
  {
    name: 'One day short of five years of one business',
    on: '2023-03-31',
    career: business,
    expect: { 'xx-3': 'passes' },
  },
  {
    name: 'Three years of each of two businesses in one section are five of neither',
    on: '2024-04-01',
    career: [
      { ...clerk, business: ['低保'], from: '2018-04-01', to: '2021-04-01' },
      { ...clerk, business: ['救灾'], from: '2021-04-01' },
    ],
    expect: { 'xx-3': 'passes' },
  },
  {
    name: 'A section-level cadre with one business for five years is above the measures',
    on: '2023-04-01',
    career: [{ post: '副局长', level: 'section_deputy', business: ['低保'], from: '2018-04-01' }],
    expect: { 'xx-3': 'passes' },
  },
  {
    name: 'The same business in two sections is not five years in one of them',
    on: '2023-04-01',
    career: [
      { ...clerk, business: ['低保'], from: '2018-04-01', to: '2020-04-01' },
      { post: '乙股科员', internalUnit: '乙股', business: ['低保'], from: '2020-04-01' },
    ],
    expect: { 'xx-3': 'passes' },
  },
]

export const cases: readonly Case[] = [...sections, ...chiefs, ...work]
