import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AvoidanceRule,
  type Chart,
  casePerson,
  cutCareer,
  day,
  type Kinship,
  type PersonFacts,
  pairJudge,
  reversedKin,
  type StatedText,
} from '../../../policy/index.ts'
import { exampleCity, installed, measures, settingWith } from '../../support/example-policy.ts'
import { spouses, tie } from '../../support/made-up-kin.ts'
import { chartOfVersions, organisations, postIds } from '../relations/random-org.ts'

const kin = { kin: { classes: ['SPOUSE', 'NEAR_AFFINITY', 'CHILD', 'CHILD_SPOUSE'] } } as const
const rule = (id: string, more: Pick<AvoidanceRule, 'when'> & Partial<AvoidanceRule>): AvoidanceRule => ({
  kind: 'avoidance',
  id,
  catalogueId: id,
  title: { zh: '回避', en: 'Avoidance' },
  cite: { instrument: 'measures', article: null, verified: false },
  effect: 'MUST_NOT',
  ...more,
})
const judge = pairJudge(
  [
    installed(
      measures([
        rule('leader', {
          when: {
            all: [kin, { any: [{ posts: { relation: 'sameLeader' } }, { posts: { relation: 'directSuperior' } }] }],
          },
        }),
        rule('work', { when: { all: [kin, { posts: { relation: 'leadsAndSensitive', duties: ['finance'] } }] } }),
        rule('unit', {
          effect: 'WARN',
          when: { all: [kin, { posts: { relation: 'sameUnit' } }, { not: { posts: { relation: 'sameTeam' } } }] },
        }),
      ]),
    ),
  ],
  settingWith(),
)

const service = fc.record({
  post: fc.constantFrom(...postIds),
  from: fc.constantFrom<StatedText>('2014', '2014-12-01', '2015-03'),
  to: fc.constantFrom<StatedText | null>(null, '2015-05', '2015-06-20'),
})
const someone = (
  id: string,
  chart: Chart,
  { post, from, to }: { post: string; from: StatedText; to: StatedText | null },
): PersonFacts => ({
  ...casePerson({ name: id, career: [] }, exampleCity),
  pieces: cutCareer([{ id: `${id} ${post}`, post, from, to, capacity: 'formal', level: null }], chart),
})

const ties: readonly Kinship[] = [
  spouses('a', 'b', { surely: [day('2015-04-11'), Infinity], possibly: [day('2015-04-01'), Infinity] }),
  tie('a', 'b', 'K4C', { truth: { surely: [], possibly: [-Infinity, day('2015-05-01')] } }),
  tie('a', 'b', 'K4A', { words: ['NEAR_AFFINITY', 'CHILD_SPOUSE'] }),
]
const kinships = fc.subarray([...ties], { minLength: 1 })
const withoutWay = ({ kin: { term, ...proving }, ...conflict }: ReturnType<typeof judge.conflicts>[number]) => ({
  ...conflict,
  kin: { ...proving, words: [...proving.words].sort() },
})

describe('two people judged', () => {
  test('are judged the same whichever of the two is asked about first', () => {
    fc.assert(
      fc.property(organisations, service, service, kinships, (versions, mine, theirs, kinship) => {
        const chart = chartOfVersions(versions)
        const [a, b] = [someone('a', chart, mine), someone('b', chart, theirs)]
        const one = judge.conflicts({ first: a, second: b, kin: kinship }, chart)
        const other = judge.conflicts({ first: b, second: a, kin: kinship.map(reversedKin) }, chart)
        expect(other.map(withoutWay)).toEqual(one.map(withoutWay))
      }),
      { numRuns: 300 },
    )
  })

  test('spans cover the conflict without a gap, and an id names one conflict', () => {
    fc.assert(
      fc.property(organisations, service, service, kinships, (versions, mine, theirs, kinship) => {
        const chart = chartOfVersions(versions)
        const found = judge.conflicts(
          { first: someone('a', chart, mine), second: someone('b', chart, theirs), kin: kinship },
          chart,
        )
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
        for (const { from, to, spans } of found) {
          expect([spans[0]?.from, spans.at(-1)?.to]).toEqual([from, to])
          for (const [i, span] of spans.entries()) {
            expect(['ACTIVE', 'UNDETERMINED']).toContain(span.status)
            if (i > 0) expect(span.from).toBe(spans[i - 1]?.to)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
