import type { DayText, FindingStatus } from '../policy/index.ts'

/** What must be said of one planted person, rule and day. `status: null`: nothing is due. */
export interface Answer {
  readonly person: string
  readonly on: DayText
  /** Catalogue id. */
  readonly rule: string
  readonly status: FindingStatus | null
  /** First day of the duty, where it is part of what the case teaches. */
  readonly since?: DayText
  readonly dueBy?: DayText
  readonly because: string
}

type Stated = Pick<Answer, 'since' | 'dueBy'>
type Line = readonly [on: DayText, rule: string, status: FindingStatus | null, because: string, stated?: Stated]

const about = (person: string, ...lines: readonly Line[]): readonly Answer[] =>
  lines.map(([on, rule, status, because, stated]) => ({ person, on, rule, status, because, ...stated }))

const today = '2026-11-22'

const luohe: readonly Answer[] = [
  ...about(
    'LH-D01',
    ['2026-11-21', 'LH-M1', null, 'one day short of ten years is not ten years'],
    [today, 'LH-M1', 'ACTIVE', 'ten years are full on the anniversary itself', { since: today }],
    [today, 'ZR-10a', 'ACTIVE', 'the nation says the same of heads of internal units', { since: today }],
  ),
  ...about(
    'LH-D02',
    ['2024-02-29', 'LH-M1', null, 'from 1 March 2014, 29 February 2024 is the last day of the tenth year'],
    ['2024-03-01', 'LH-M1', 'ACTIVE', 'ten years from 1 March 2014', { since: '2024-03-01' }],
  ),
  ...about(
    'LH-D03',
    ['2022-02-27', 'LH-M1', null, 'the tenth year ends on the last day of February'],
    ['2022-02-28', 'LH-M1', 'ACTIVE', 'in a common year 29 February falls to the 28th', { since: '2022-02-28' }],
  ),
  ...about(
    'LH-D04',
    ['2026-10-31', 'LH-M1', null, 'no day of November 2016 is ten years back'],
    [today, 'LH-M1', 'UNDETERMINED', 'it depends on the day inside November 2016', { since: '2026-11-01' }],
    ['2026-11-30', 'LH-M1', 'ACTIVE', 'whatever the day was, ten years are full', { since: '2026-11-30' }],
  ),
  ...about(
    'LH-D05',
    ['2026-11-09', 'LH-K2', null, 'one day short of eight years as 副科 and 正科 together'],
    [today, 'LH-K2', 'ACTIVE', '副科 and 正科 years in one post add up', { since: '2026-11-10' }],
    [today, 'LH-K1', null, 'only four of the eight years as 正科'],
    [today, 'LH-K3', null, 'no longer 副科'],
    [today, 'LH-M1', null, 'eight years are not ten'],
  ),
  ...about(
    'LH-D06',
    [today, 'LH-K1', null, 'the post has no key duty'],
    [today, 'LH-M1', null, 'six years are not ten'],
  ),
  ...about(
    'LH-D07',
    ['2026-11-21', 'LH-K1', null, 'one day short of five years'],
    [today, 'LH-K1', 'ACTIVE', 'five years as 正科 in one key post', { since: today }],
    [today, 'ZR-10a', null, 'the nation waits for ten years'],
  ),
  ...about(
    'LH-D08',
    [today, 'LH-M2', 'ACTIVE', 'fifteen years in the internal unit, whatever the posts', { since: '2026-05-01' }],
    [today, 'LH-M1', null, 'the present post is six years old'],
  ),
  ...about('LH-D09', [today, 'LH-K4', null, 'the ten years are of one unit, the 副科 years of another']),
  ...about('LH-D10', [
    today,
    'LH-K4',
    'ACTIVE',
    'ten years in the unit and five as 副科 in it',
    { since: '2025-03-01' },
  ]),
  ...about(
    'LH-D11',
    [
      '2024-12-01',
      'LH-M1',
      'ACTIVE',
      'exactly three years before 60 are not under three years',
      { since: '2020-05-12' },
    ],
    ['2024-12-02', 'LH-M1', 'EXEMPT', 'under three years to 60, by the law of that day'],
    ['2025-01-01', 'LH-M1', 'ACTIVE', 'the new law moves retirement to 2028-09-01'],
    ['2025-09-01', 'LH-M1', 'ACTIVE', 'exactly three years are not under three years'],
    ['2025-09-02', 'LH-M1', 'EXEMPT', 'under three years to the new day'],
    [today, 'ZR-10a', 'EXEMPT', 'the nation lists municipalities as able to exempt, so the exemption reaches it'],
  ),
  ...about('LH-D12', [today, 'LH-M1', 'ACTIVE', 'an evident problem takes the exemption away']),
  ...about(
    'LH-D13',
    ['2026-05-19', 'LH-M1', 'ACTIVE', 'not yet on probation', { since: '2024-10-01' }],
    [today, 'LH-M1', 'DEFERRED', 'on probation since 20 May', { since: '2024-10-01' }],
  ),
  ...about(
    'LH-D14',
    ['2026-02-28', 'LH-M1', 'ACTIVE', 'the business was not yet recorded'],
    ['2026-05-01', 'LH-M1', 'DEFERRED', 'business only he can finish'],
    ['2026-09-01', 'LH-M1', 'ACTIVE', 'the business is done; the duty never stopped', { since: '2023-04-01' }],
  ),
  ...about(
    'LH-D15',
    ['2026-10-07', 'LH-M1', 'ACTIVE', 'the case was not yet filed'],
    [today, 'LH-M1', 'DEFERRED', 'nobody is moved while a case is filed'],
    [today, 'ZR-10a', 'DEFERRED', 'the same bar reaches the national rule'],
  ),
  ...about('LH-D16', [today, 'LH-M1', 'EXEMPT', 'unfit for health']),
  ...about(
    'LH-D17',
    ['2025-05-01', 'LH-M1', 'UNDETERMINED', 'under three years to retirement or not: the year of birth cannot say'],
    [today, 'LH-M1', 'EXEMPT', 'under three years whatever the day of birth'],
  ),
  ...about('LH-D18', [today, 'LH-M1', 'ACTIVE', 'the year on secondment counts at home', { since: '2026-01-10' }]),
  ...about('LH-D19', [today, 'LH-M1', null, 'the stay was broken in 2020 and began anew']),
  ...about('LH-D20', [today, 'LH-M1', 'ACTIVE', 'the new post succeeds the old one', { since: '2025-06-01' }]),
  ...about('LH-D21', [today, 'LH-M1', null, 'nothing says that the new post succeeds the old one']),
  ...about(
    'LH-D22',
    ['2026-05-31', 'ZR-10a', 'EXEMPT', 'as 正科 she would retire in August 2027'],
    ['2026-06-01', 'ZR-10a', 'ACTIVE', 'as 副处 she retires in November 2033', { since: '2024-08-01' }],
    ['2026-06-01', 'LH-M1', null, 'Luohe’s rules speak of section cadres only'],
  ),
  ...about(
    'LH-D23',
    ['2025-02-14', 'CSL-92', null, 'one day before 60 years and 1 month'],
    ['2025-02-15', 'CSL-92', 'ACTIVE', 'the statutory age is reached', { since: '2025-02-15' }],
    ['2025-02-14', 'LH-M1', 'EXEMPT', 'under three years to retirement'],
    ['2025-02-15', 'LH-M1', null, 'from that day retirement is due, not rotation'],
  ),
  ...about(
    'LH-D24',
    [today, 'ZR-10b', 'ACTIVE', 'ten years of licensing without leading', { since: '2025-07-01' }],
    [today, 'LH-M1', null, 'not a section cadre'],
  ),
  ...about('LH-D25', [today, 'LH-M1', null, 'four years of acting do not count']),
  ...about(
    'LH-D26',
    [today, 'LH-M1', 'UNDETERMINED', 'the level of the post is not on file'],
    [today, 'ZR-10a', 'ACTIVE', 'the national rule does not ask for the level', { since: '2025-01-01' }],
  ),
  ...about('LH-D27', [today, 'LH-M1', 'UNDETERMINED', 'he may have come ten years ago or last year']),
  ...about('LH-D28', [today, 'CSL-50', 'ACTIVE', 'unsuited: adjusted, not exchanged', { since: '2026-04-01' }]),
]

const elsewhere: readonly Answer[] = [
  ...about(
    'DC-D01',
    [today, 'DC-2', 'ACTIVE', 'over ten years as 正科 in two posts, aged 45'],
    ['2026-11-23', 'DC-2', null, 'on the 46th birthday the duty lapses without anyone acting'],
  ),
  ...about('DC-D02', [today, 'DC-2', 'ACTIVE', 'six years, a pause, and nearly seven more add up to ten']),
  ...about(
    'DC-D03',
    [today, 'DC-1', 'ACTIVE', 'ten years in one post', { since: '2026-02-01' }],
    [today, 'ZR-10a', 'ACTIVE', 'the rule that the district restates', { since: '2026-02-01' }],
    [today, 'DC-2', null, 'older than 45'],
  ),
  ...about('DC-D04', [today, 'DC-4', 'ACTIVE', 'the wish was approved', { since: '2026-09-01' }]),
  ...about('DC-D05', [today, 'DC-7', 'ACTIVE', 'shows promise']),
  ...about('DC-D06', [today, 'DC-2', 'UNDETERMINED', '46 some day this year']),
  ...about('YZ-D01', [today, 'ZR-10a', 'ACTIVE', 'the duty is as old as the law', { since: '2020-12-28' }]),
  ...about(
    'YZ-D02',
    ['2026-01-31', 'ZR-10a', 'ACTIVE', 'not yet deferred', { since: '2024-04-01' }],
    [today, 'ZR-10a', 'DEFERRED', 'the authority agreed to wait'],
    ['2027-02-01', 'ZR-10a', 'ACTIVE', 'the deferral is over', { since: '2024-04-01' }],
  ),
  ...about('YL-D01', [today, 'ZR-10a', 'ACTIVE', 'ten years in one post', { since: '2026-06-01' }]),
  ...about('WY-D01', [today, 'XX-2', 'ACTIVE', 'due since the policy, three years to plan', { dueBy: '2027-01-01' }]),
  ...about('WY-D02', [
    ...[today, 'XX-2', 'ACTIVE', 'five years were full in 2025'],
    { since: '2025-06-01', dueBy: '2028-06-01' },
  ] as const),
  ...about('WY-D03', [today, 'XX-1b', 'ACTIVE', 'secretary and head of one legal person count together']),
  ...about('WY-D04', [today, 'XX-1a', 'ACTIVE', 'ten years in one section, whatever the posts']),
  ...about('WY-D05', [today, 'XX-3', 'ACTIVE', 'five years of one business', { since: '2026-03-01' }]),
]

const leaders: readonly Answer[] = [
  ...about(
    'JJ-D01',
    [today, 'JL-5a', 'ACTIVE', 'ten years in one seat of a county', { since: '2026-05-20' }],
    [today, 'JJ-1', 'ACTIVE', 'the city says it again', { since: '2026-05-20' }],
  ),
  ...about(
    'JJ-D02',
    [today, 'JJ-2', 'ACTIVE', 'ten years on the teams of one place', { since: '2025-09-01' }],
    [today, 'JJ-1', null, 'the present seat is four years old'],
  ),
  ...about('JJ-D03', [today, 'JJ-2', null, 'leaving for another county began a new count']),
  ...about('JJ-D04', [today, 'JJ-3', 'ACTIVE', 'secretary for discipline where he was born and grew up']),
  ...about('JJ-T01', [
    ...[today, 'JJ-3', 'ACTIVE', 'the native secretary is to be moved, though the team needs its third of natives'],
    { since: '2021-09-10' },
  ] as const),
  ...about('JJ-D05', [today, 'JJ-3', 'UNDETERMINED', 'nobody wrote down where he comes from']),
  ...about('GZ-D01', [
    today,
    'JL-5a',
    'ACTIVE',
    'managed by the province, bound all the same',
    { since: '2026-03-10' },
  ]),
  ...about('GZ-D02', [today, 'JL-5a', 'DEFERRED', 'relaxed for a minority cadre, with approval']),
  ...about('GZ-D03', [today, 'JL-5a', 'ACTIVE', 'the relaxation is for minority cadres', { since: '2025-04-01' }]),
  ...about('GZ-D04', [today, 'JL-5a', 'ACTIVE', 'a preliminary inquiry bars nothing here', { since: '2024-06-01' }]),
  ...about('GL-D01', [today, 'ZR-10a', null, 'a bureau is no internal unit']),
  ...about('GL-D02', [
    today,
    'ZR-10a',
    'ACTIVE',
    'eleven years at the head of an internal unit',
    { since: '2025-10-01' },
  ]),
]

/** The planted answers: what every reader of the synthetic world may hold the product to. */
export const answers: readonly Answer[] = [...luohe, ...elsewhere, ...leaders]
