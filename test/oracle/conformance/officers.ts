import { type CareerLine, type Case, casePerson } from '../../../policy/index.ts'
import { settingWith } from '../../support/example-policy.ts'
import { completionsOf, unknownsOf } from '../completion.ts'
import type { Life } from '../life.ts'
import { diceOf } from '../random.ts'

export const setting = settingWith()

export const places = { nation: '100000', province: '410000', city: '411100', county: '411121' } as const

const inCounty = { place: places.county, authority: places.county }
const inCity = { place: places.city, authority: places.city }
const audit = { duties: ['audit'] as const }

/** Careers from a day on: one post, promoted in place, moved inside and between places, away for a while, two posts at once. */
const careers: readonly ((from: string) => readonly CareerLine[])[] = [
  (from) => [{ post: '甲', level: 'clerk', ...inCity, from }],
  (from) => [{ post: '甲', level: 'section_deputy', leading: true, ...audit, ...inCity, from }],
  (from) => [{ post: '甲', level: 'section_chief', leading: true, ...inCounty, from }],
  (from) => [
    { post: '甲', level: 'section_deputy', leading: true, ...inCounty, from, to: '2014-06-01' },
    { post: '甲', level: 'section_chief', leading: true, ...audit, ...inCounty, from: '2014-06-01' },
  ],
  (from) => [
    { post: '甲', level: 'clerk', ...audit, ...inCity, from, to: '2013-01-01' },
    { post: '乙', level: 'section_deputy', ...audit, ...inCity, from: '2013-01-01' },
  ],
  (from) => [
    { post: '甲', level: 'section_chief', ...inCity, from, to: '2014-01-01' },
    { post: '丙', internalUnit: '丙科', level: 'section_chief', ...inCounty, from: '2014-01-01' },
  ],
  (from) => [
    { post: '甲', level: 'section_deputy', leading: true, ...inCounty, from, to: '2012-05-01' },
    { post: '乙', level: 'section_deputy', leading: true, ...inCounty, from: '2012-07-15' },
  ],
  (from) => [
    { post: '甲', level: 'section_chief', leading: true, ...inCity, from },
    {
      post: '丙',
      internalUnit: '丙科',
      level: 'clerk',
      capacity: 'concurrent',
      ...audit,
      ...inCity,
      from: '2013-04-01',
    },
  ],
]

/** Everyone of a small world: careers, beginnings, ages and what is on file. */
const everyone: readonly Case[] = careers.flatMap((career) =>
  ['2004-03-01', '2009-07-15'].flatMap((from) =>
    ['1959-07-01', '1970-03-15', '1986-01-01'].flatMap((birth) =>
      ([[], ['health_unfit'], ['case_filed']] as const).map(
        (kinds): Case => ({
          name: 'officer',
          on: '2020-01-01',
          person: { birth },
          career: career(from),
          states: kinds.map((kind) => ({ kind, from: '2012-06-01', to: '2018-01-01' })),
          expect: {},
        }),
      ),
    ),
  ),
)

/** The officer's life; what is not said is of no concern here. */
export const lifeOf = (officer: Case, at: string): Life => {
  const person = casePerson(officer, at)
  const [life] = completionsOf(person, unknownsOf(person, setting, [places.county]), diceOf(1)).lives
  if (life === undefined) throw new RangeError(`Nobody can have lived ${JSON.stringify(officer)}.`)
  return life
}

export const lives: readonly Life[] = everyone.map((officer) => lifeOf(officer, places.city))

/** The days on which they are looked at. */
export const grid = [
  '2011-02-01',
  '2013-06-30',
  '2014-12-31',
  '2015-01-01',
  '2016-02-29',
  '2017-07-01',
  '2019-07-15',
  '2021-03-01',
] as const
