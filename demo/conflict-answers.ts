import type { DayText } from '../policy/index.ts'

/** What must be said of two planted people, a rule and a day. `status: null`: nothing bars them. */
export interface ConflictAnswer {
  readonly people: readonly [string, string]
  readonly on: DayText
  /** Catalogue id. */
  readonly rule: string
  readonly status: 'ACTIVE' | 'UNDETERMINED' | null
  /** First day, where it is part of what the case teaches. */
  readonly since?: DayText
  /** First day no longer. */
  readonly until?: DayText
  /** Part of the sentence that tells it. */
  readonly told?: string
  readonly because: string
}

type Stated = Pick<ConflictAnswer, 'since' | 'until' | 'told'>
type Line = readonly [on: DayText, rule: string, status: ConflictAnswer['status'], because: string, stated?: Stated]

const about = (one: string, other: string, ...lines: readonly Line[]): readonly ConflictAnswer[] =>
  lines.map(([on, rule, status, because, stated]) => ({ people: [one, other], on, rule, status, because, ...stated }))

const today = '2026-11-22'

/** The planted answers about two people: what every reader of the synthetic world may hold the product to. */
export const conflictAnswers: readonly ConflictAnswer[] = [
  ...about(
    'LH-F01',
    'LH-F02',
    ['2022-02-28', 'CSL-74a-superior', null, 'he did not lead the section yet'],
    [today, 'CSL-74a-superior', 'ACTIVE', 'he leads his wife', { since: '2022-03-01', told: '季妻是季夫的妻子' }],
    [today, 'CSL-74a', null, 'she answers to him, he to the head of the bureau'],
  ),
  ...about('LH-F03', 'LH-F04', ['2023-03-14', 'CSL-74a', null, 'she came the day after'], [
    ...[today, 'CSL-74a', 'ACTIVE', 'the wife of his wife’s elder brother, under one head'],
    {
      since: '2023-03-15',
      told: '尤乙是甘甲的妻子的哥哥的妻子（近姻亲）；二人自2023-03-15起在漯河市住房保障局同受方局直接领导',
    },
  ] as const),
  ...about('LH-F05', 'LH-F06', [
    ...[today, 'CSL-74a', 'ACTIVE', 'the adopted are siblings like those by birth'],
    { since: '2021-01-04' },
  ] as const),
  ...about(
    'LH-F07',
    'LH-F08',
    [today, 'CSL-74a-superior', null, 'the marriage that made them kin ended with his death'],
    [today, 'CSL-74-noted', 'ACTIVE', 'in-laws after a death are shown, and not barred', { since: '2022-02-01' }],
  ),
  ...about(
    'LH-F11',
    'LH-F12',
    ['2024-03-14', 'CSL-74a', 'ACTIVE', 'still married', { since: '2019-11-01', until: '2024-03-15' }],
    ['2024-03-15', 'CSL-74a', null, 'divorced that day'],
    [today, 'CSL-74-noted', null, 'a divorce leaves no tie at all'],
  ),
  ...about('LH-F13', 'LH-F14', [
    ...[today, 'CSL-74a', 'UNDETERMINED', 'nobody has verified that they are cousins'],
    { since: '2021-06-01', told: '须先核实' },
  ] as const),
  ...about(
    'LH-F10',
    'LH-F15',
    ['2020-08-31', 'CSL-74b', null, 'she did not keep the accounts yet'],
    [today, 'CSL-74b', 'ACTIVE', 'she keeps the accounts of the bureau her cousin leads', { since: '2020-09-01' }],
    [today, 'CSL-74a-superior', null, 'a head of section stands between'],
  ),
  ...about(
    'GZ-F01',
    'GZ-F02',
    [today, 'CSL-74a', 'ACTIVE', 'managed by two authorities, under one secretary', { since: '2023-02-10' }],
    [today, 'HB-5def-team', 'ACTIVE', 'and on one team', { since: '2023-02-10' }],
  ),
]
