import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relationOver } from '../../../policy/facts/relations/relation-days.ts'
import {
  type AskedRelation,
  type Chart,
  cutCareer,
  type Day,
  dayText,
  divisionsByCode,
  has,
  holdsOn,
  type Piece,
  parseStated,
  type Range,
  type StatedText,
  type Truth,
} from '../../../policy/index.ts'
import { tryAll } from './oracle.ts'
import { chartOfVersions, organisations, postIds, window } from './random-org.ts'
import { settle, type Versions } from './settled.ts'

const relations = fc.record({
  relation: fc.constantFrom<AskedRelation['relation']>(
    ...(['sameLeader', 'sameLeader', 'directSuperior', 'directSuperior', 'leadsAndSensitive', 'sameTeam'] as const),
    ...(['sameUnit', 'sameInternalUnit', 'chiefAndDeputy', 'adjacentLevel'] as const),
  ),
  scope: fc.constantFrom<NonNullable<AskedRelation['scope']>>('sameOrgan', 'any', 'sameLegalPerson'),
  organClosure: fc.constantFrom<NonNullable<AskedRelation['organClosure']>>(
    'organ',
    'withDispatched',
    'withSubordinates',
  ),
  leaderScope: fc.constantFrom<NonNullable<AskedRelation['leaderScope']>>('person', 'person', 'team'),
})
const asked = relations.map(
  (said): AskedRelation => ({
    ...said,
    duties: ['finance'],
    scope: said.relation === 'adjacentLevel' ? 'any' : said.scope,
  }),
)

const two = fc.tuple(fc.constantFrom(...postIds), fc.constantFrom(...postIds)).filter(([a, b]) => a !== b)
/** In months in which nothing they rest on changes: there a career is cut by the earlier of the two. */
const starts = fc.constantFrom<StatedText>('2014', '2014-12', '2014-12-01', '2015-06', '2015-06-05')
const ends = fc.constantFrom<StatedText | null>(null, null, '2015-05', '2015-05-20')
const terms = fc.tuple(starts, ends)

const careerOf = (chart: Chart, post: string, [from, to]: readonly [StatedText, StatedText | null]): readonly Piece[] =>
  cutCareer([{ id: post, post, from, to, capacity: 'formal', level: null }], chart)

/** A day of the range, by a number from 0 to 1; an endless one stays. */
const within = ({ lo, hi }: Range, part: number): Day =>
  Number.isFinite(lo) && Number.isFinite(hi) ? lo + Math.round((hi - lo) * part) : lo

const exact = (versions: Versions, parts: readonly number[]): Versions => {
  let i = 0
  const choose = (range: Range) => within(range, parts[i++ % parts.length] ?? 0)
  const settled = settle(versions, choose)
  const exactly = (d: Day): Range => ({ lo: d, hi: d })
  const ranged = <V extends { readonly from: Day; readonly to: Day }>(things: Readonly<Record<string, readonly V[]>>) =>
    Object.fromEntries(
      Object.entries(things).map(([id, all]) => [
        id,
        all.map((v) => ({ ...v, from: exactly(v.from), to: exactly(v.to) })),
      ]),
    )
  return { posts: ranged(settled.posts), units: ranged(settled.units), teams: versions.teams }
}

const settledDays = (versions: Versions) => settle(versions, ({ lo }) => lo)

const days = fc.array(fc.integer({ min: window[0], max: window[1] - 1 }), { minLength: 4, maxLength: 8 })
const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 12 })

const isIn = (d: Day, from: Day, to: Day) => from <= d && d < to

describe('how two posts stand to each other, against trying every day out', () => {
  test('whatever the blurred days turn out to be, what is sure holds and what is not possible does not', () => {
    fc.assert(
      fc.property(
        organisations,
        two,
        asked,
        terms,
        terms,
        parts,
        days,
        (versions, [a, b], relation, mine, theirs, choices, on) => {
          const chart = chartOfVersions(versions)
          const truth = relationOver(
            relation,
            careerOf(chart, a, mine),
            careerOf(chart, b, theirs),
            chart,
            divisionsByCode,
          )
          let next = 0
          const choose = (range: Range) => within(range, choices[next++ % choices.length] ?? 0)
          const settled = settle(versions, choose)
          const [fromA, toA, fromB, toB] = [mine, theirs].flatMap(([from, to]) => [
            choose(parseStated(from) ?? never),
            to === null ? Infinity : choose(parseStated(to) ?? never),
          ])
          for (const d of on) {
            const held = isIn(d, fromA ?? 0, toA ?? 0) && isIn(d, fromB ?? 0, toB ?? 0)
            const tried = held ? tryAll(relation, a, b, settled, d) : 'none'
            if (tried === 'cyclic') continue
            if (has(truth.surely, d)) expect([dayText(d), tried]).toEqual([dayText(d), 'all'])
            if (!has(truth.possibly, d)) expect([dayText(d), tried]).toEqual([dayText(d), 'none'])
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  test('where every day is stated, the answer is exactly what trying gives', () => {
    const answers = { all: 'YES', none: 'NO', some: 'UNDETERMINED' } as const
    fc.assert(
      fc.property(organisations, two, asked, parts, days, (blurred, [a, b], said, choices, on) => {
        const relation: AskedRelation = { ...said, leaderScope: 'person' }
        const versions = exact(blurred, choices)
        const chart = chartOfVersions(versions)
        const since = ['2014-12-01', null] as const
        const truth = relationOver(
          relation,
          careerOf(chart, a, since),
          careerOf(chart, b, since),
          chart,
          divisionsByCode,
        )
        const settled = settledDays(versions)
        for (const d of on) {
          const tried = tryAll(relation, a, b, settled, d)
          if (tried !== 'cyclic') expect([dayText(d), holdsOn(truth, d)]).toEqual([dayText(d), answers[tried]])
        }
      }),
      { numRuns: 400 },
    )
  })
})

const never: Range = { lo: Infinity, hi: Infinity }

describe('what is true of every relation', () => {
  const truthOf = (versions: Versions, relation: AskedRelation, a: string, b: string): Truth => {
    const chart = chartOfVersions(versions)
    return relationOver(
      relation,
      careerOf(chart, a, ['2014', null]),
      careerOf(chart, b, ['2014-12', null]),
      chart,
      divisionsByCode,
    )
  }
  const swappedTruth = (versions: Versions, relation: AskedRelation, a: string, b: string): Truth => {
    const chart = chartOfVersions(versions)
    return relationOver(
      relation,
      careerOf(chart, b, ['2014-12', null]),
      careerOf(chart, a, ['2014', null]),
      chart,
      divisionsByCode,
    )
  }

  test('a relation without a direction is the same from either side', () => {
    fc.assert(
      fc.property(organisations, two, asked, (versions, [a, b], said) => {
        fc.pre(!['directSuperior', 'leadsAndSensitive', 'adjacentLevel'].includes(said.relation))
        expect(swappedTruth(versions, said, a, b)).toEqual(truthOf(versions, said, a, b))
      }),
      { numRuns: 200 },
    )
  })

  test('nobody surely leads whoever may lead them', () => {
    fc.assert(
      fc.property(organisations, two, days, (versions, [a, b], on) => {
        const relation = { relation: 'directSuperior', scope: 'any' } as const
        const [one, other] = [truthOf(versions, relation, a, b), swappedTruth(versions, relation, a, b)]
        const settled = settledDays(versions)
        for (const d of on) {
          if (tryAll(relation, a, b, settled, d) === 'cyclic') continue
          expect(has(one.surely, d) && has(other.surely, d)).toBe(false)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('other names change nothing', () => {
    const renamed = ({ posts, units, teams }: Versions): Versions => {
      const name = (id: string | null) => (id === null ? null : `x-${id}`)
      const entries = <V>(things: Readonly<Record<string, readonly V[]>>, rename: (v: V) => V) =>
        Object.fromEntries(
          Object.entries(things)
            .toReversed()
            .map(([id, all]) => [`x-${id}`, all.map(rename)]),
        )
      return {
        posts: entries(posts, (v) => ({ ...v, unit: `x-${v.unit}`, team: name(v.team), reportsTo: name(v.reportsTo) })),
        units: entries(units, (v) => ({ ...v, parent: name(v.parent) })),
        teams: entries(teams, (v) => v),
      }
    }
    fc.assert(
      fc.property(organisations, two, asked, (versions, [a, b], relation) => {
        expect(truthOf(renamed(versions), relation, `x-${a}`, `x-${b}`)).toEqual(truthOf(versions, relation, a, b))
      }),
      { numRuns: 150 },
    )
  })
})
