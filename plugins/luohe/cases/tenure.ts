import type { CareerLine, Case } from '../../../policy/index.ts'

const chief = { post: '甲科科长', level: 'section_chief', leading: true } as const satisfies Partial<CareerLine>
const deputy = { post: '甲科副科长', level: 'section_deputy', leading: true } as const satisfies Partial<CareerLine>
const tenYears: readonly CareerLine[] = [{ ...chief, from: '2012-03-01' }]
const threePosts: readonly CareerLine[] = [
  { post: '甲科科员', from: '2007-05-10', to: '2012-05-10' },
  { ...deputy, from: '2012-05-10', to: '2017-05-10' },
  { ...chief, from: '2017-05-10' },
]

/** LH-M1 and LH-M2: 必须交流的两种情形. */
export const tenureCases: readonly Case[] = [
  {
    name: 'Ten years in the same post, to the day (同一职位任职满十年)',
    on: '2022-03-01',
    career: tenYears,
    expect: { 'lh-m1': 'binds', 'lh-m2': 'passes', 'lh-k1': 'passes' },
  },
  {
    name: 'One day short of ten years in the same post',
    on: '2022-02-28',
    career: tenYears,
    expect: { 'lh-m1': 'passes' },
  },
  {
    name: 'Five years as chief of section in an ordinary post bind nobody; only the ten years will',
    on: '2017-03-01',
    career: tenYears,
    expect: { 'lh-m1': 'passes', 'lh-k1': 'passes' },
  },
  {
    name: 'Nothing was due before the opinions are known to exist',
    on: '2020-05-11',
    career: [{ ...chief, from: '2005-01-01' }],
    expect: { 'lh-m1': 'passes', 'lh-m2': 'passes' },
  },
  {
    name: 'From the day the opinions are known, all earlier service counts',
    on: '2020-05-12',
    career: [{ ...chief, from: '2005-01-01' }],
    expect: { 'lh-m1': 'binds', 'lh-m2': 'binds' },
  },
  {
    name: 'Fifteen years in one internal unit over three posts (同一内设机构满十五年)',
    on: '2022-05-10',
    career: threePosts,
    expect: { 'lh-m2': 'binds', 'lh-m1': 'passes' },
  },
  {
    name: 'One day short of fifteen years in the unit',
    on: '2022-05-09',
    career: threePosts,
    expect: { 'lh-m2': 'passes' },
  },
  {
    name: 'Years as an ordinary clerk count once the clerk is a deputy chief of section',
    on: '2022-05-10',
    career: [
      { post: '甲科科员', from: '2007-05-10', to: '2021-12-01' },
      { ...deputy, from: '2021-12-01' },
    ],
    expect: { 'lh-m2': 'binds' },
  },
  {
    name: 'Eight years in each of two internal units are not fifteen in either',
    on: '2024-01-01',
    career: [
      { ...deputy, from: '2008-01-01', to: '2016-01-01' },
      { ...chief, post: '乙科科长', internalUnit: '乙科', from: '2016-01-01' },
    ],
    expect: { 'lh-m2': 'passes', 'lh-m1': 'passes' },
  },
  {
    name: 'A clerk who never reached section level is not a section-level cadre',
    on: '2024-01-01',
    career: [{ post: '甲科科员', from: '2005-01-01' }],
    expect: { 'lh-m1': 'passes', 'lh-m2': 'passes' },
  },
  {
    name: 'A deputy chief of division is above the opinions',
    on: '2024-01-01',
    career: [{ post: '副局长', level: 'division_deputy', leading: true, from: '2005-01-01' }],
    expect: { 'lh-m1': 'passes', 'lh-m2': 'passes' },
  },
  {
    name: 'A section-level post of a county under Luohe is not a municipal unit (市直单位)',
    on: '2024-01-01',
    career: [{ ...chief, place: '411121', from: '2005-01-01' }],
    expect: { 'lh-m1': 'passes', 'lh-m2': 'passes' },
  },
  {
    name: 'A unit that was merged and renamed is the same internal unit',
    on: '2022-05-10',
    career: [
      { ...chief, post: '旧科科长', internalUnit: '旧科', from: '2007-05-10', to: '2019-02-01' },
      { ...chief, from: '2019-02-01' },
    ],
    successions: [{ dim: 'unit', later: '甲科', earlier: '旧科' }],
    expect: { 'lh-m2': 'binds', 'lh-m1': 'passes' },
  },
  {
    name: 'The file says March 2012 (2012-03): in the middle of March 2022 nobody can tell',
    on: '2022-03-15',
    career: [{ ...chief, from: '2012-03' }],
    expect: { 'lh-m1': 'undetermined' },
  },
]
