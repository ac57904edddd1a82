import type { Case, Expectation, Level } from '../../../policy/index.ts'

const under = (
  name: string,
  [value, from, on]: readonly [string, Case['on'], Case['on']],
  expect: Readonly<Record<string, Expectation>>,
  to: Level = 'section_chief',
): Case => ({
  name: `${value}, ${on}: ${name}`,
  on,
  career: [{ post: '副科长', level: 'section_deputy', leading: true, from: '2015-01-01' }],
  states: [{ kind: 'sanction', value, from }],
  moves: [{ leaves: '副科长', takes: { post: '新职务', level: to, leading: true } }],
  expect,
})

const periods: readonly (readonly [value: string, eve: Case['on'], end: Case['on']])[] = [
  ['警告', '2022-08-31', '2022-09-01'],
  ['记过', '2023-02-28', '2023-03-01'],
  ['记大过', '2023-08-31', '2023-09-01'],
  ['降级', '2024-02-29', '2024-03-01'],
  ['撤职', '2024-02-29', '2024-03-01'],
]
const says = (said: Expectation) => ({ 'csl-64': said, 'zw-19': said })

const governmental: readonly Case[] = periods.flatMap(([value, eve, end]) => [
  under('no promotion on the last day of the period', [value, '2022-03-01', eve], says('binds')),
  under('the period is over', [value, '2022-03-01', end], says('passes')),
])

const party: readonly Case[] = (
  [
    ['党内警告', 'dj-warning', '2025-02-28', '2025-03-01'],
    ['党内严重警告', 'dj-serious-warning', '2025-08-31', '2025-09-01'],
    ['撤销党内职务', 'dj-removal', '2026-02-28', '2026-03-01'],
  ] as const
).flatMap(([value, rule, eve, end]) => [
  under('no promotion on the last day of the period', [value, '2024-03-01', eve], { [rule]: 'binds' }),
  under('the period is over', [value, '2024-03-01', end], { [rule]: 'passes' }),
])

export const sanctionCases: readonly Case[] = [
  ...governmental,
  ...party,
  under('a move at the same level is open', ['警告', '2022-03-01', '2022-06-01'], says('passes'), 'section_deputy'),
  under(
    'a move at the same level is open to the warned',
    ['党内警告', '2024-03-01', '2024-06-01'],
    { 'dj-warning': 'passes' },
    'section_deputy',
  ),
  under(
    'and to the seriously warned',
    ['党内严重警告', '2024-03-01', '2024-06-01'],
    { 'dj-serious-warning': 'passes' },
    'section_deputy',
  ),
  under(
    'an equal post is closed (相当)',
    ['撤销党内职务', '2024-03-01', '2024-06-01'],
    { 'dj-removal': 'binds' },
    'section_deputy',
  ),
  under('a lower post is open', ['撤销党内职务', '2024-03-01', '2024-06-01'], { 'dj-removal': 'passes' }, 'clerk'),
]
