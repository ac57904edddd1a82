import type { CareerLine, Case } from '../../../policy/index.ts'

const chief: CareerLine = {
  post: '甲科科长',
  seats: ['chief'],
  level: 'section_chief',
  leading: true,
  from: '2015-01-01',
}
const deputy: CareerLine = { ...chief, post: '甲科副科长', seats: ['deputy'], level: 'section_deputy' }

const twoLeave = (name: string, [mine, theirs]: readonly [CareerLine, CareerLine], says: 'binds' | 'passes'): Case => ({
  name,
  on: '2023-06-01',
  career: [mine],
  others: { 乙: { career: [theirs] } },
  moves: [{ leaves: mine.post }, { person: '乙', leaves: theirs.post }],
  expect: { 'lh-x6': says },
})

export const togetherCases: readonly Case[] = [
  twoLeave('Chief and deputy of one section leave in one plan (同一科室正副职)', [chief, deputy], 'binds'),
  twoLeave('So when the deputy is named first', [deputy, chief], 'binds'),
  twoLeave(
    'A chief and the deputy of another section may leave together',
    [chief, { ...deputy, post: '乙科副科长', internalUnit: '乙科' }],
    'passes',
  ),
  twoLeave('Two deputies of one section may leave together', [deputy, { ...deputy, post: '甲科第二副科长' }], 'passes'),
  twoLeave(
    'Chief and deputy of the bureau itself are no section (科室)',
    [
      { ...chief, post: '局长', internalUnit: null },
      { ...deputy, post: '副局长', internalUnit: null },
    ],
    'passes',
  ),
  {
    name: 'The chief alone leaves and the deputy stays',
    on: '2023-06-01',
    career: [chief],
    others: { 乙: { career: [deputy] } },
    moves: [{ leaves: chief.post }],
    expect: { 'lh-x6': 'passes' },
  },
]
