import type { CareerLine, Case, CaseTie, Expectation } from '../../policy/index.ts'
import { families } from '../relatives-in-one-organ.ts'

const leader: CareerLine = { post: '甲科科长', leading: true, level: 'section_chief', from: '2015-01-01' }
const other: CareerLine = { ...leader, post: '乙科科长', internalUnit: '乙科' }

const related = (
  name: string,
  kin: readonly CaseTie[],
  says: Expectation,
  [mine, theirs]: readonly [CareerLine, CareerLine] = [leader, other],
): Case => ({
  name,
  on: '2023-06-01',
  career: [mine],
  others: { 乙: { career: [theirs] } },
  kin,
  expect: { 'qu-10': says },
})

const moved = (name: string, on: Case['on'], career: readonly CareerLine[], says: Expectation): Case => ({
  name,
  on,
  career,
  moves: [{ leaves: career.at(-1)?.post ?? '', takes: { post: '新岗位' } }],
  expect: { 'qu-14': says },
})

const restless: readonly CareerLine[] = [
  { post: '一', from: '2018-01-01', to: '2022-12-01' },
  { post: '二', from: '2022-12-01', to: '2023-06-01' },
  { post: '三', from: '2023-06-01' },
]

export const cases: readonly Case[] = [
  related('Spouses who lead two sections of one bureau (同一单位)', families.spouses, 'binds'),
  related('A grandfather and his grandson', families.grandfather, 'binds'),
  related('Cousins', families.cousins, 'binds'),
  related('Parents of husband and wife', families.coParents, 'binds'),
  related(
    'A declared special interest (其他特殊利益关系)',
    [{ of: 'self', relative: '乙', relation: 'special_interest' }],
    'binds',
  ),
  related('A great-uncle is outside', families.greatUncle, 'passes'),
  related('One who leads and one who does not', families.spouses, 'passes', [leader, { ...other, leading: false }]),
  related('Two who lead in two bureaus', families.spouses, 'passes', [leader, { ...other, organ: '乙局' }]),
  moved('A third post within the year after two moves (年年交流)', '2023-11-30', restless, 'binds'),
  moved('The earlier of the two lies a year back', '2023-12-01', restless, 'passes'),
  moved('One move within the year is no pattern', '2023-06-01', restless.slice(1), 'passes'),
  moved(
    'Nor are long stays',
    '2023-11-30',
    [
      { post: '一', from: '2010-01-01', to: '2016-01-01' },
      { post: '二', from: '2016-01-01' },
    ],
    'passes',
  ),
]
