import type { CareerLine, Case } from '../../../policy/index.ts'
import { parameters } from '../parameters.ts'

const key = { duties: ['audit'] } as const satisfies Partial<CareerLine>
const chief = { ...key, post: '甲科科长', level: 'section_chief', leading: true } as const
const deputy = { ...key, post: '甲科副科长', level: 'section_deputy', leading: true } as const
const clerk = { ...key, post: '甲科科员' } as const
/** Four years as deputy and then as chief in one and the same post. */
const promotedInPlace: readonly CareerLine[] = [
  { ...chief, level: 'section_deputy', from: '2014-03-01', to: '2018-03-01' },
  { ...chief, from: '2018-03-01' },
]
const eightAsDeputy: readonly CareerLine[] = [{ ...deputy, from: '2014-03-01' }]
const longInUnit: readonly CareerLine[] = [
  { ...clerk, from: '2010-03-01', to: '2017-03-01' },
  { ...deputy, from: '2017-03-01' },
]
const tenInUnit: readonly CareerLine[] = [
  { ...clerk, from: '2012-03-01', to: '2015-03-01' },
  { ...deputy, from: '2015-03-01' },
]

/** LH-K1 to LH-K3: the same key post. */
const samePost: readonly Case[] = [
  {
    name: 'Five years as chief of section in one key post (正科级领导职务满五年)',
    on: '2022-03-01',
    career: [{ ...chief, from: '2017-03-01' }],
    expect: { 'lh-k1': 'binds', 'lh-k2': 'passes', 'lh-k3': 'passes', 'lh-m1': 'passes' },
  },
  {
    name: 'One day short of five years as chief of section in one key post',
    on: '2022-02-28',
    career: [{ ...chief, from: '2017-03-01' }],
    expect: { 'lh-k1': 'passes' },
  },
  ...parameters['key-duties'].values[0].value.map(
    (duty): Case => ({
      name: `\`${duty}\` is the work of a key post`,
      on: '2022-03-01',
      career: [{ ...chief, duties: [duty], from: '2017-03-01' }],
      expect: { 'lh-k1': 'binds' },
    }),
  ),
  {
    name: 'A chief of section without leadership (非领导职务) is outside the key-post rules',
    on: '2024-03-01',
    career: [{ ...chief, leading: false, from: '2014-03-01' }],
    expect: { 'lh-k1': 'passes', 'lh-k2': 'passes', 'lh-m1': 'binds' },
  },
  {
    name: 'A post that became a key post last year binds by all its years: the duty is asked of today',
    on: '2022-03-01',
    career: [
      { ...chief, duties: [], from: '2017-03-01', to: '2021-06-01' },
      { ...chief, from: '2021-06-01' },
    ],
    expect: { 'lh-k1': 'binds' },
  },
  {
    name: 'A post that lost its key duty last year binds no longer',
    on: '2022-03-01',
    career: [
      { ...chief, from: '2012-03-02', to: '2021-06-01' },
      { ...chief, duties: [], from: '2021-06-01' },
    ],
    expect: { 'lh-k1': 'passes', 'lh-k2': 'passes' },
  },
  {
    name: 'Promoted in place: four years as deputy and four as chief make eight (副科四年、正科四年)',
    on: '2022-03-01',
    career: promotedInPlace,
    expect: { 'lh-k2': 'binds', 'lh-k1': 'passes', 'lh-k3': 'passes', 'lh-m1': 'passes' },
  },
  {
    name: 'One day short of eight years across both levels',
    on: '2022-02-28',
    career: promotedInPlace,
    expect: { 'lh-k2': 'passes' },
  },
  {
    name: 'Eight years as deputy chief of section in one key post (副科级领导职务满八年)',
    on: '2022-03-01',
    career: eightAsDeputy,
    expect: { 'lh-k3': 'binds', 'lh-k2': 'binds', 'lh-k1': 'passes' },
  },
  {
    name: 'One day short of eight years as deputy chief of section',
    on: '2022-02-28',
    career: eightAsDeputy,
    expect: { 'lh-k3': 'passes' },
  },
  {
    name: 'Six years as chief spread over two key posts are not five in either',
    on: '2022-03-01',
    career: [
      { ...chief, from: '2016-03-01', to: '2019-03-01' },
      { ...chief, post: '乙科科长', internalUnit: '乙科', from: '2019-03-01' },
    ],
    expect: { 'lh-k1': 'passes' },
  },
  {
    name: 'Ten years as deputy spread over two key posts are not eight in either',
    on: '2024-03-01',
    career: [
      { ...deputy, from: '2014-03-01', to: '2019-03-01' },
      { ...deputy, post: '乙科副科长', internalUnit: '乙科', from: '2019-03-01' },
    ],
    expect: { 'lh-k2': 'passes', 'lh-k3': 'passes' },
  },
  {
    name: 'Nine years as deputy without a key duty are nobody’s eight (B2)',
    on: '2023-03-01',
    career: [{ ...deputy, duties: [], from: '2014-03-01' }],
    expect: { 'lh-k2': 'passes', 'lh-k3': 'passes' },
  },
  {
    name: 'Promotion ends the rule for deputies: from that day the post is no deputy’s',
    on: '2023-03-01',
    career: [
      { ...chief, level: 'section_deputy', from: '2013-06-01', to: '2023-03-01' },
      { ...chief, from: '2023-03-01' },
    ],
    expect: { 'lh-k3': 'passes', 'lh-k2': 'binds' },
  },
]

/** LH-K4: the same unit ten years, five of them as deputy. */
const sameUnit: readonly Case[] = [
  {
    name: 'Ten years in the unit are full while the five as deputy long are (同一内设机构满十年)',
    on: '2022-03-01',
    career: tenInUnit,
    expect: { 'lh-k4': 'binds', 'lh-k3': 'passes' },
  },
  {
    name: 'One day short of ten years in the unit',
    on: '2022-02-28',
    career: tenInUnit,
    expect: { 'lh-k4': 'passes' },
  },
  {
    name: 'Five years as deputy are full while the ten in the unit long are (且任副科级领导职务满五年)',
    on: '2022-03-01',
    career: longInUnit,
    expect: { 'lh-k4': 'binds', 'lh-k3': 'passes' },
  },
  {
    name: 'One day short of five years as deputy',
    on: '2022-02-28',
    career: longInUnit,
    expect: { 'lh-k4': 'passes' },
  },
  {
    name: 'Ten years in a unit, the last five as deputy, without a key duty today',
    on: '2022-03-01',
    career: [
      { ...clerk, from: '2010-03-01', to: '2017-03-01' },
      { ...deputy, duties: [], from: '2017-03-01' },
    ],
    expect: { 'lh-k4': 'passes' },
  },
  {
    name: 'Ten years in one unit and five as deputy in another are not the same unit’s',
    on: '2024-01-01',
    career: [
      { ...clerk, from: '2012-01-01' },
      { ...deputy, post: '乙科副科长', internalUnit: '乙科', capacity: 'concurrent', from: '2018-01-01' },
    ],
    expect: { 'lh-k4': 'passes' },
  },
]

export const keyPostCases: readonly Case[] = [...samePost, ...sameUnit]
