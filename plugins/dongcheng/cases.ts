import type { CareerLine, Case } from '../../policy/index.ts'

const chief = { post: '甲科科长', level: 'section_chief', leading: true } as const satisfies Partial<CareerLine>
const tenYears: readonly CareerLine[] = [{ ...chief, from: '2015-02-10' }]
/** Six years in one post, three years without leadership, then again: ten years in sum on 2025-02-10. */
const interrupted: readonly CareerLine[] = [
  { ...chief, from: '2012-02-10', to: '2018-02-10' },
  { post: '四级调研员', level: 'section_chief', from: '2018-02-10', to: '2021-02-10' },
  { ...chief, post: '乙科科长', internalUnit: '乙科', from: '2021-02-10' },
]
const young = { birth: '1985-06-01' } as const

const duties: readonly Case[] = [
  {
    name: 'Ten years in one leading post of an internal unit (应当交流)',
    on: '2025-02-10',
    person: young,
    career: tenYears,
    expect: { 'dc-1': 'binds', 'dc-2': 'binds' },
  },
  {
    name: 'One day short of ten years in the post',
    on: '2025-02-09',
    person: young,
    career: tenYears,
    expect: { 'dc-1': 'passes', 'dc-2': 'passes' },
  },
  {
    name: 'Before the plan is known to exist it binds nobody',
    on: '2024-05-10',
    person: young,
    career: [{ ...chief, from: '2010-01-01' }],
    expect: { 'dc-1': 'passes', 'dc-2': 'passes' },
  },
  {
    name: 'A member of a street enforcement team who is no civil servant is outside the plan',
    on: '2025-02-10',
    person: young,
    career: [{ ...chief, category: 'institution_management', from: '2015-02-10' }],
    expect: { 'dc-1': 'passes', 'dc-2': 'passes' },
  },
  {
    name: 'A deputy chief of division is above the plan (科级及以下)',
    on: '2025-02-10',
    person: young,
    career: [{ ...chief, level: 'division_deputy', from: '2015-02-10' }],
    expect: { 'dc-1': 'passes' },
  },
  {
    name: 'Ten years as leading chief of section in sum, over two posts and a pause (重点交流)',
    on: '2025-02-10',
    person: young,
    career: interrupted,
    expect: { 'dc-2': 'binds', 'dc-1': 'passes' },
  },
  {
    name: 'One day short of ten years in sum',
    on: '2025-02-09',
    person: young,
    career: interrupted,
    expect: { 'dc-2': 'passes' },
  },
  {
    name: 'On the eve of the 46th birthday one is still 45 (四十五岁及以下)',
    on: '2025-05-31',
    person: { birth: '1979-06-01' },
    career: interrupted,
    expect: { 'dc-2': 'binds' },
  },
  {
    name: 'On the 46th birthday the priority ends without anyone acting',
    on: '2025-06-01',
    person: { birth: '1979-06-01' },
    career: interrupted,
    expect: { 'dc-2': 'passes' },
  },
  {
    name: 'Whoever no longer leads is no serving chief of section (现任)',
    on: '2025-02-10',
    person: young,
    career: [
      { ...chief, from: '2012-02-10', to: '2024-02-10' },
      { post: '四级调研员', level: 'section_chief', from: '2024-02-10' },
    ],
    expect: { 'dc-2': 'passes' },
  },
  {
    name: 'An approved application allows an exchange (可以交流)',
    on: '2025-02-10',
    career: [{ post: '甲科科员', from: '2022-01-01' }],
    states: [{ kind: 'application_approved', from: '2025-01-10' }],
    expect: { 'dc-4': 'binds', 'dc-7': 'passes' },
  },
  {
    name: 'Someone of promise should be exchanged (表现较优秀、发展有潜力)',
    on: '2025-02-10',
    career: [{ post: '甲科科员', from: '2022-01-01' }],
    states: [{ kind: 'potential', from: '2025-01-10' }],
    expect: { 'dc-7': 'binds', 'dc-4': 'passes' },
  },
  {
    name: 'The plan does not reach a deputy chief of division, whatever is on file',
    on: '2025-02-10',
    career: [{ post: '副局长', level: 'division_deputy', leading: true, from: '2022-01-01' }],
    states: [
      { kind: 'potential', from: '2025-01-10' },
      { kind: 'application_approved', from: '2025-01-10' },
    ],
    expect: { 'dc-4': 'passes', 'dc-7': 'passes' },
  },
]

const deferrals: readonly Case[] = [
  {
    name: 'Under review, the ten-year duty waits as the national one does',
    on: '2025-06-01',
    person: young,
    career: tenYears,
    states: [{ kind: 'case_filed', value: 'preliminary', from: '2025-03-01' }],
    expect: { 'dc-1': 'deferred', 'dc-1-bar': 'binds', 'dc-2': 'binds' },
  },
  {
    name: 'Probation as a new recruit (新录用试用期) bars transfer',
    on: '2025-06-01',
    person: young,
    career: [{ post: '甲科科员', from: '2025-01-01' }],
    states: [{ kind: 'probation', from: '2025-01-01', to: '2026-01-01' }],
    expect: { 'dc-1-bar': 'binds' },
  },
  {
    name: 'With the review closed the duty is there again',
    on: '2025-06-01',
    person: young,
    career: tenYears,
    states: [{ kind: 'case_filed', value: 'preliminary', from: '2025-03-01', to: '2025-06-01' }],
    expect: { 'dc-1': 'binds', 'dc-1-bar': 'passes' },
  },
  {
    name: 'A postponement to which the authority consented defers the restated duty too',
    on: '2025-06-01',
    person: young,
    career: tenYears,
    states: [{ kind: 'approval', value: 'deferral', from: '2025-03-01', to: '2025-09-01' }],
    expect: { 'dc-1': 'deferred', 'dc-1-defer': 'binds' },
  },
  {
    name: 'A postponement that has run out defers nothing',
    on: '2025-09-01',
    person: young,
    career: tenYears,
    states: [{ kind: 'approval', value: 'deferral', from: '2025-03-01', to: '2025-09-01' }],
    expect: { 'dc-1': 'binds', 'dc-1-defer': 'passes' },
  },
]

export const cases: readonly Case[] = [...duties, ...deferrals]
