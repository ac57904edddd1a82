import type { CareerLine, Case } from '../../../policy/index.ts'

const chief = { post: '甲科科长', level: 'section_chief', leading: true } as const satisfies Partial<CareerLine>
/** Due under LH-M1 on every day the cases below ask about. */
const due: readonly CareerLine[] = [{ ...chief, from: '2008-01-01' }]

/** LH-X1: under the law of the judged day. */
const nearRetirement: readonly Case[] = [
  {
    name: 'Exactly three years before retirement is not less than three (不足三年 is strict): man born June 1967',
    on: '2025-02-01',
    person: { birth: '1967-06-01' },
    career: due,
    expect: { 'lh-x1': 'passes', 'lh-m1': 'binds' },
  },
  {
    name: 'The day after, less than three years are left and the duty is waived',
    on: '2025-02-02',
    person: { birth: '1967-06-01' },
    career: due,
    expect: { 'lh-x1': 'binds', 'lh-m1': 'exempt' },
  },
  {
    name: 'Born some day in June 1967 (1967-06): by 1 March 2025 less than three years are left whatever the day',
    on: '2025-03-01',
    person: { birth: '1967-06' },
    career: due,
    expect: { 'lh-x1': 'binds', 'lh-m1': 'exempt' },
  },
  {
    name: 'Born some day in June 1967: on 1 February 2025 three full years are left whatever the day',
    on: '2025-02-01',
    person: { birth: '1967-06' },
    career: due,
    expect: { 'lh-x1': 'passes', 'lh-m1': 'binds' },
  },
  {
    name: 'Born some day in June 1967: in the middle of February 2025 it depends on the day',
    on: '2025-02-15',
    person: { birth: '1967-06' },
    career: due,
    expect: { 'lh-x1': 'undetermined', 'lh-m1': 'undetermined' },
  },
  {
    name: 'Man born December 1967: near retirement at sixty, while the old law stood',
    on: '2024-12-31',
    person: { birth: '1967-12-01' },
    career: due,
    expect: { 'lh-x1': 'binds', 'lh-m1': 'exempt' },
  },
  {
    name: 'The same man the next day: the new law moved his retirement to September 2028, and the duty is back',
    on: '2025-01-01',
    person: { birth: '1967-12-01' },
    career: due,
    expect: { 'lh-x1': 'passes', 'lh-m1': 'binds' },
  },
  {
    name: 'The same man on 2 September 2025: near retirement under the new law too',
    on: '2025-09-02',
    person: { birth: '1967-12-01' },
    career: due,
    expect: { 'lh-x1': 'binds', 'lh-m1': 'exempt' },
  },
  {
    name: 'Near retirement but with an evident problem on file (有明显问题): nothing is waived',
    on: '2025-03-01',
    person: { birth: '1967-06-01' },
    career: due,
    states: [{ kind: 'evident_problem', from: '2024-12-01' }],
    expect: { 'lh-x1': 'passes', 'lh-m1': 'binds' },
  },
]

const others: readonly Case[] = [
  {
    name: 'On probation in a new post, the fifteen years in the unit wait (任职试用期)',
    on: '2023-06-01',
    career: [
      { ...chief, post: '甲科副科长', level: 'section_deputy', from: '2008-01-01', to: '2023-01-01' },
      { ...chief, capacity: 'probation', from: '2023-01-01', to: '2024-01-01' },
      { ...chief, from: '2024-01-01' },
    ],
    expect: { 'lh-x2': 'binds', 'lh-m2': 'deferred' },
  },
  {
    name: 'On the day probation ends the fifteen years bind, probation included',
    on: '2024-01-01',
    career: [
      { ...chief, post: '甲科副科长', level: 'section_deputy', from: '2008-01-01', to: '2023-01-01' },
      { ...chief, capacity: 'probation', from: '2023-01-01', to: '2024-01-01' },
      { ...chief, from: '2024-01-01' },
    ],
    expect: { 'lh-x2': 'passes', 'lh-m2': 'binds' },
  },
  {
    name: 'Important business that only this person can finish defers the duty (重要公务未了)',
    on: '2023-06-01',
    career: due,
    states: [{ kind: 'unfinished_business', from: '2023-03-01', to: '2023-12-01' }],
    expect: { 'lh-x3': 'binds', 'lh-m1': 'deferred' },
  },
  {
    name: 'Released from the business, the person is due again that day',
    on: '2023-12-01',
    career: due,
    states: [{ kind: 'unfinished_business', from: '2023-03-01', to: '2023-12-01' }],
    expect: { 'lh-x3': 'passes', 'lh-m1': 'binds' },
  },
  {
    name: 'A case without conclusion defers the duty (尚未作出结论)',
    on: '2023-06-01',
    career: due,
    states: [{ kind: 'case_filed', value: 'filed', from: '2023-03-01' }],
    expect: { 'lh-x4': 'binds', 'lh-m1': 'deferred' },
  },
  {
    name: 'A preliminary review is a review without conclusion as well',
    on: '2023-06-01',
    career: due,
    states: [{ kind: 'case_filed', value: 'preliminary', from: '2023-03-01' }],
    expect: { 'lh-x4': 'binds', 'lh-m1': 'deferred' },
  },
  {
    name: 'Once a conclusion is reached the duty is there again',
    on: '2023-09-01',
    career: due,
    states: [{ kind: 'case_filed', value: 'filed', from: '2023-03-01', to: '2023-09-01' }],
    expect: { 'lh-x4': 'passes', 'lh-m1': 'binds' },
  },
  {
    name: 'Health that does not allow exchange waives the duty (健康原因)',
    on: '2023-06-01',
    career: due,
    states: [{ kind: 'health_unfit', from: '2023-03-01' }],
    expect: { 'lh-x5': 'binds', 'lh-m1': 'exempt' },
  },
  {
    name: 'Recovered, the person is due again',
    on: '2023-09-01',
    career: due,
    states: [{ kind: 'health_unfit', from: '2023-03-01', to: '2023-09-01' }],
    expect: { 'lh-x5': 'passes', 'lh-m1': 'binds' },
  },
  {
    name: 'Waived by health and deferred by business at once: waived',
    on: '2023-06-01',
    career: due,
    states: [
      { kind: 'health_unfit', from: '2023-03-01' },
      { kind: 'unfinished_business', from: '2023-03-01' },
    ],
    expect: { 'lh-m1': 'exempt' },
  },
]

/** LH-T3 and LH-T4: exchange because of the person. */
const people: readonly Case[] = [
  {
    name: 'A promising deputy chief of section should be given several posts (培养性交流)',
    on: '2023-06-01',
    career: [{ ...chief, level: 'section_deputy', from: '2021-01-01' }],
    states: [{ kind: 'potential', from: '2023-01-01' }],
    expect: { 'lh-t3': 'binds', 'lh-t4': 'passes' },
  },
  {
    name: 'A promising clerk is not yet a section-level cadre',
    on: '2023-06-01',
    career: [{ post: '甲科科员', from: '2021-01-01' }],
    states: [{ kind: 'potential', from: '2023-01-01' }],
    expect: { 'lh-t3': 'passes' },
  },
  {
    name: 'Whoever does not suit the present post is first moved to another (考验性交流)',
    on: '2023-06-01',
    career: [{ ...chief, from: '2021-01-01' }],
    states: [{ kind: 'unsuited', from: '2023-01-01' }],
    expect: { 'lh-t4': 'binds', 'lh-t3': 'passes' },
  },
  {
    name: 'An unsuited clerk is not for these opinions to move',
    on: '2023-06-01',
    career: [{ post: '甲科科员', from: '2021-01-01' }],
    states: [{ kind: 'unsuited', from: '2023-01-01' }],
    expect: { 'lh-t4': 'passes' },
  },
]

export const exemptionCases: readonly Case[] = [...nearRetirement, ...others, ...people]
