import type { CareerLine, Case, Category } from '../../../policy/index.ts'

const clerk: readonly CareerLine[] = [{ post: '甲科科员', from: '2000-01-01' }]
const head: readonly CareerLine[] = [{ post: '甲科科长', leading: true, level: 'section_chief', from: '2011-03-01' }]
const due = '2024-01-01'

/** CSL-92: the day of retirement under the law of the judged day. */
const retirement: readonly Case[] = [
  {
    name: 'A man born on 15 March 1966 retires at sixty years and four months, on that very day',
    on: '2026-07-15',
    person: { birth: '1966-03-15' },
    career: head,
    expect: { 'csl-92': 'binds', 'zr-10a': 'passes' },
  },
  {
    name: 'On the eve of retirement the duty to rotate still binds and retirement does not',
    on: '2026-07-14',
    person: { birth: '1966-03-15' },
    career: head,
    expect: { 'csl-92': 'passes', 'zr-10a': 'binds' },
  },
  {
    name: 'Before 2025 a man retired on his sixtieth birthday',
    on: '2024-06-01',
    person: { birth: '1964-06-01' },
    career: clerk,
    expect: { 'csl-92': 'binds' },
  },
  {
    name: 'Before 2025 a man did not retire on the eve of his sixtieth birthday',
    on: '2024-05-31',
    person: { birth: '1964-06-01' },
    career: clerk,
    expect: { 'csl-92': 'passes' },
  },
  {
    name: 'A woman chief of section (正科) born on 10 January 1972 retires on 10 August 2027',
    on: '2027-08-10',
    person: { birth: '1972-01-10', sex: 'F' },
    career: [{ post: '甲科科长', level: 'section_chief', from: '2020-01-01' }],
    expect: { 'csl-92': 'binds' },
  },
  {
    name: 'A woman deputy chief of division (副处) born the same day does not retire then',
    on: '2027-08-10',
    person: { birth: '1972-01-10', sex: 'F' },
    career: [{ post: '副局长', level: 'division_deputy', from: '2020-01-01' }],
    expect: { 'csl-92': 'passes' },
  },
  {
    name: 'A woman deputy chief of division born on 10 January 1972 retires on 10 November 2033 as a man would',
    on: '2033-11-10',
    person: { birth: '1972-01-10', sex: 'F' },
    career: [{ post: '副局长', level: 'division_deputy', from: '2020-01-01' }],
    expect: { 'csl-92': 'binds' },
  },
  {
    name: 'While a case is filed retirement is not handled either',
    on: '2026-07-15',
    person: { birth: '1966-03-15' },
    career: head,
    states: [{ kind: 'case_filed', value: 'filed', from: '2026-05-01' }],
    expect: { 'csl-92': 'deferred', 'zw-52': 'binds' },
  },
]

const retiring = { on: '2026-07-15', person: { birth: '1966-03-15' } } as const
const of = (category: Category): readonly CareerLine[] => [{ post: '甲科科员', category, from: '2000-01-01' }]
const civil: readonly Category[] = ['reference', 'supervisor', 'judge', 'procurator']
const others: readonly Category[] = ['institution_management', 'institution_technical', 'worker']

/** Which law retires whom: the Civil Servant Law its own, the decision of 2024 everyone else. */
const retirementByCategory: readonly Case[] = [
  ...civil.map((category) => ({
    ...retiring,
    name: `The Civil Servant Law retires a ${category} on the same day as a civil servant`,
    career: of(category),
    expect: { 'csl-92': 'binds', 'retirement-2024': 'passes' } as const,
  })),
  ...others.map((category) => ({
    ...retiring,
    name: `The decision of 2024, not the Civil Servant Law, retires a member of staff: ${category.replaceAll('_', ' ')}`,
    career: of(category),
    expect: { 'csl-92': 'passes', 'retirement-2024': 'binds' } as const,
  })),
  {
    ...retiring,
    name: 'On the eve of that day institution staff do not retire yet',
    on: '2026-07-14',
    career: of('institution_management'),
    expect: { 'retirement-2024': 'passes' },
  },
]

/** CSL-50: adjustment. */
const adjustment: readonly Case[] = [
  {
    name: 'Someone found unsuited for the present post (不适宜现职) is adjusted',
    on: due,
    career: clerk,
    states: [{ kind: 'unsuited', from: '2023-11-01' }],
    expect: { 'csl-50': 'binds' },
  },
  {
    name: 'Whoever is appraised incompetent (不称职) is adjusted',
    on: due,
    career: clerk,
    states: [{ kind: 'appraisal', value: '不称职', from: '2023-01-15' }],
    expect: { 'csl-50': 'binds' },
  },
  {
    name: 'Someone appraised basically competent (基本称职) stays',
    on: due,
    career: clerk,
    states: [{ kind: 'appraisal', value: '基本称职', from: '2023-01-15' }],
    expect: { 'csl-50': 'passes' },
  },
  {
    name: 'The duty ends on the day the finding of unsuitedness is lifted',
    on: due,
    career: clerk,
    states: [{ kind: 'unsuited', from: '2023-11-01', to: due }],
    expect: { 'csl-50': 'passes' },
  },
]

/** ZW-52, ZR-bar and ZR-defer: while they hold, a duty is deferred, never lost. */
const deferrals: readonly Case[] = [
  {
    name: 'A filed case (立案调查) defers the duty to rotate; article 52 is the reason',
    on: due,
    career: head,
    states: [{ kind: 'case_filed', value: 'filed', from: '2023-06-01' }],
    expect: { 'zr-10a': 'deferred', 'zw-52': 'binds', 'zr-bar': 'binds' },
  },
  {
    name: 'Once the case is closed the duty is there again',
    on: due,
    career: head,
    states: [{ kind: 'case_filed', value: 'filed', from: '2023-06-01', to: due }],
    expect: { 'zr-10a': 'binds', 'zw-52': 'passes', 'zr-bar': 'passes' },
  },
  {
    name: 'Before the sanctions law was in force article 52 deferred nothing',
    on: '2020-06-30',
    career: clerk,
    states: [{ kind: 'case_filed', value: 'filed', from: '2020-01-01' }],
    expect: { 'zw-52': 'passes' },
  },
  {
    name: 'A preliminary review (初核) is no filed case, but it bars transfer',
    on: due,
    career: head,
    states: [{ kind: 'case_filed', value: 'preliminary', from: '2023-06-01' }],
    expect: { 'zr-10a': 'deferred', 'zw-52': 'passes', 'zr-bar': 'binds' },
  },
  {
    name: 'A preliminary review does not defer the duty of a county magistrate, whom the transfer provisions do not govern',
    on: due,
    career: [
      { post: '县长', internalUnit: null, leading: true, teamKind: 'government', place: '360428', from: '2012-05-20' },
    ],
    states: [{ kind: 'case_filed', value: 'preliminary', from: '2023-06-01' }],
    expect: { 'jl-5a': 'binds', 'zr-bar': 'binds' },
  },
  {
    name: 'Probation as a new recruit (新录用试用期) bars transfer',
    on: due,
    career: [{ post: '甲科科员', from: '2023-07-01' }],
    states: [{ kind: 'probation', from: '2023-07-01', to: '2024-07-01' }],
    expect: { 'zr-bar': 'binds' },
  },
  {
    name: 'A postponement to which the authority consented (暂缓) defers the transfer',
    on: due,
    career: head,
    states: [{ kind: 'approval', value: 'deferral', from: '2023-06-01', to: '2024-06-01' }],
    expect: { 'zr-10a': 'deferred', 'zr-defer': 'binds' },
  },
  {
    name: 'A postponement that has run out defers nothing',
    on: '2024-06-01',
    career: head,
    states: [{ kind: 'approval', value: 'deferral', from: '2023-06-01', to: '2024-06-01' }],
    expect: { 'zr-10a': 'binds', 'zr-defer': 'passes' },
  },
]

export const statusCases: readonly Case[] = [...retirement, ...retirementByCategory, ...adjustment, ...deferrals]
