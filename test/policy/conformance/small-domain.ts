import type { CareerLine, Case, CaseState, Level, StateKind } from '../../../policy/index.ts'

const held: readonly (readonly [Level, boolean])[] = [
  ['clerk', false],
  ['section_deputy', true],
  ['section_chief', true],
  ['section_chief', false],
]
const births = ['1962-07-01', '1974-03-15', '1988-01-01']
const starts = ['2008-01-01', '2013-03-01']
const states: readonly (readonly StateKind[])[] = [[], ['health_unfit'], ['case_filed']]

/** Every officer of a small world: level, leading or not, age, years in the post, and what is on file. */
export const officers: readonly Case[] = held.flatMap(([level, leading]) =>
  births.flatMap((birth) =>
    starts.flatMap((from) =>
      states.map((kinds): Case => {
        const line: CareerLine = { post: '甲科某职', level, leading, from }
        const on_file = kinds.map((kind): CaseState => ({ kind, from: '2013-01-01' }))
        return { name: 'officer', on: '2020-01-01', person: { birth }, career: [line], states: on_file, expect: {} }
      }),
    ),
  ),
)

/** The days on which the small world is looked at, all after both policies are in force. */
export const grid = [
  '2012-02-01',
  '2013-06-15',
  '2014-12-31',
  '2015-01-01',
  '2016-06-15',
  '2018-03-01',
  '2019-06-14',
] as const
