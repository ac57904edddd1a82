import type { CareerLine, Case, CaseState, StateKind } from '../../../policy/index.ts'

/** A career in one section from a day on: at one level, promoted in place, or moved on to another post. */
const careers: readonly ((from: string) => readonly CareerLine[])[] = [
  (from) => [{ post: '甲科某职', level: 'clerk', leading: false, from }],
  (from) => [{ post: '甲科某职', level: 'section_deputy', leading: true, from }],
  (from) => [{ post: '甲科某职', level: 'section_chief', leading: true, from }],
  (from) => [{ post: '甲科某职', level: 'section_chief', leading: false, from }],
  (from) => [
    { post: '甲科某职', level: 'section_deputy', leading: true, from, to: '2015-06-01' },
    { post: '甲科某职', level: 'section_chief', leading: true, from: '2015-06-01' },
  ],
  (from) => [
    { post: '甲科科员', level: 'clerk', leading: false, from, to: '2014-06-01' },
    { post: '甲科某职', level: 'section_deputy', leading: true, from: '2014-06-01' },
  ],
]
const births = ['1962-07-01', '1974-03-15', '1988-01-01']
const starts = ['2008-01-01', '2013-03-01']
const states: readonly (readonly StateKind[])[] = [[], ['health_unfit'], ['case_filed']]

/** Every officer of a small world: career, age, years in the post, and what is on file. */
export const officers: readonly Case[] = careers.flatMap((career) =>
  births.flatMap((birth) =>
    starts.flatMap((from) =>
      states.map((kinds): Case => {
        const on_file = kinds.map((kind): CaseState => ({ kind, from: '2013-01-01' }))
        return {
          name: 'officer',
          on: '2020-01-01',
          person: { birth },
          career: career(from),
          states: on_file,
          expect: {},
        }
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
