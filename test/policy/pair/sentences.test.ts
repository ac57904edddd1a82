import { describe, expect, test } from 'vitest'
import {
  type AvoidanceRule,
  type Chart,
  type Condition,
  type Conflict,
  casePerson,
  day,
  dayTextOrNull,
  type Installation,
  type Kinship,
  type PersonFacts,
  pairJudge,
  reversedKin,
  truly,
} from '../../../policy/index.ts'
import { exampleCity, installed, measures, settingWith } from '../../support/example-policy.ts'
import { chartOf, service, type Told } from '../../support/made-up-chart.ts'
import { parentOf, spouses, tie } from '../../support/made-up-kin.ts'

const everyClass = { kin: { classes: ['SPOUSE', 'DIRECT_BLOOD', 'COLLATERAL_WITHIN_THREE', 'NEAR_AFFINITY'] } } as const

const bar = (when: Condition, more: Partial<AvoidanceRule> = {}): AvoidanceRule => ({
  kind: 'avoidance',
  id: 'bar',
  catalogueId: 'EX-A',
  title: { zh: '任职回避', en: 'Avoidance' },
  cite: { instrument: 'measures', article: '第七十四条', verified: true },
  effect: 'MUST_NOT',
  when,
  ...more,
})

const sameLeader = bar({ all: [everyClass, { posts: { relation: 'sameLeader' } }] })
const superior = bar({ all: [everyClass, { posts: { relation: 'directSuperior' } }] })
const enterprise = bar({
  all: [{ kin: { classes: ['SPOUSE', 'CHILD', 'CHILD_SPOUSE'] } }, { posts: { relation: 'regulates' } }],
})

const bureau: Told = {
  units: {
    bureau: [{ legalPerson: true }],
    office: [{ kind: 'internal_unit', parent: 'bureau' }],
    section: [{ kind: 'internal_unit', parent: 'bureau' }],
    firm: [{ kind: 'enterprise', legalPerson: true, regulatedBy: 'bureau' }],
    far: [{ legalPerson: true, jurisdiction: '411200' }],
  },
  posts: {
    director: [{ seats: ['chief'], leading: true }],
    head: [{ unit: 'office', seats: ['chief'], leading: true }],
    clerk: [{ unit: 'office' }],
    typist: [{ unit: 'office' }],
    lone: [{ unit: 'section' }],
    owner: [{ unit: 'firm', seats: ['chief'] }],
    away: [{ unit: 'far' }],
  },
}
const chart = chartOf(bureau)

const someone = (
  id: string,
  ...posts: readonly (readonly [post: string, from: string, to?: string])[]
): PersonFacts => ({
  ...casePerson({ name: id, career: [] }, exampleCity),
  pieces: posts.flatMap(([post, from, to]) => service(chart, post, from, to ?? null)),
})

const conflicts = (
  rules: readonly AvoidanceRule[],
  first: PersonFacts,
  second: PersonFacts,
  kin: readonly Kinship[],
  on: Chart = chart,
): readonly Conflict[] => judge(installed(measures(rules))).conflicts({ first, second, kin }, on)
const judge = (...installations: readonly Installation[]) => pairJudge(installations, settingWith())

const told = (found: readonly Conflict[]) =>
  found.map(({ sides, relation, spans }) => [
    sides.map(({ person, post }) => `${person} ${post}`),
    relation,
    spans.map((s) => [dayTextOrNull(s.from), dayTextOrNull(s.to), s.status, dayTextOrNull(s.since)]),
  ])

describe('公务员法第七十四条第一款', () => {
  const a = someone('a', ['clerk', '2010-01-01'])
  const b = someone('b', ['typist', '2012-01-01', '2020-01-01'])

  test('husband and wife under one leader: from the day the second came until they left', () => {
    expect(told(conflicts([sameLeader], a, b, [spouses('a', 'b')]))).toEqual([
      [['a clerk', 'b typist'], 'sameLeader', [['2012-01-01', '2020-01-01', 'ACTIVE', '2012-01-01']]],
    ])
  })

  test('from the day of the marriage, until the divorce', () => {
    const married = spouses('a', 'b', truly([day('2014-05-01'), day('2016-05-01')]))
    expect(told(conflicts([sameLeader], a, b, [married]))[0]?.[2]).toEqual([
      ['2014-05-01', '2016-05-01', 'ACTIVE', '2014-05-01'],
    ])
  })

  test('an unverified tie leaves it open (S18)', () => {
    const declared = tie('a', 'b', 'K3', { truth: { surely: [], possibly: [-Infinity, Infinity] } })
    expect(told(conflicts([sameLeader], a, b, [declared]))[0]?.[2]).toEqual([
      ['2012-01-01', '2020-01-01', 'UNDETERMINED', '2012-01-01'],
    ])
  })

  test('people who are no kin, or serve apart, are barred from nothing', () => {
    expect(conflicts([sameLeader, superior], a, b, [])).toEqual([])
    expect(conflicts([sameLeader, superior], a, someone('c', ['away', '2010-01-01']), [spouses('a', 'c')])).toEqual([])
    expect(
      conflicts([sameLeader], a, someone('c', ['typist', '2001-01-01', '2009-12-31']), [spouses('a', 'c')]),
    ).toEqual([])
  })

  test('whoever leads stands first, whichever of the two was asked about first', () => {
    const [wife, husband] = [someone('a', ['clerk', '2010-01-01']), someone('b', ['head', '2010-01-01'])]
    expect(conflicts([superior], wife, husband, [spouses('a', 'b')])[0]?.sides.map((s) => s.person)).toEqual(['b', 'a'])
    expect(conflicts([superior], husband, wife, [spouses('b', 'a')])[0]?.sides.map((s) => s.person)).toEqual(['b', 'a'])
  })

  test('a superior nobody recorded leaves it open, and only where it may be one person', () => {
    const lone = someone('b', ['lone', '2010-01-01'])
    const clerk = someone('c', ['clerk', '2010-01-01'])
    expect(told(conflicts([sameLeader], lone, clerk, [spouses('b', 'c')]))[0]?.[2]).toEqual([
      ['2010-01-01', null, 'UNDETERMINED', '2010-01-01'],
    ])
    const director = someone('d', ['director', '2010-01-01'])
    expect(conflicts([sameLeader], lone, director, [spouses('b', 'd')])).toEqual([])
  })

  test('each pair of posts is a conflict of its own', () => {
    const both = someone('b', ['typist', '2012-01-01'], ['head', '2015-01-01'])
    expect(
      conflicts(
        [sameLeader, superior].map((rule, i) => ({ ...rule, id: `bar-${i}` })),
        a,
        both,
        [spouses('a', 'b')],
      ).map((c) => [c.relation, ...c.sides.map((s) => s.post)]),
    ).toEqual([
      ['sameLeader', 'clerk', 'typist'],
      ['directSuperior', 'head', 'clerk'],
    ])
  })
})

describe('公务员法第七十四条第二款', () => {
  const leader = someone('a', ['director', '2010-01-01'])
  const owner = someone('b', ['owner', '2012-01-01'])

  test('the leader’s child runs the enterprise', () => {
    expect(told(conflicts([enterprise], leader, owner, [parentOf('a', 'b')]))).toEqual([
      [['a director', 'b owner'], 'regulates', [['2012-01-01', null, 'ACTIVE', '2012-01-01']]],
    ])
    expect(conflicts([enterprise], owner, leader, [reversedKin(parentOf('a', 'b'))])).toHaveLength(1)
  })

  test('the leader’s parent does: not barred', () => {
    expect(conflicts([enterprise], leader, owner, [parentOf('b', 'a')].map(reversedKin))).toEqual([])
  })

  test('a child’s spouse is one way too', () => {
    const inLaw = tie('a', 'b', 'K4A', {
      words: ['NEAR_AFFINITY', 'CHILD_SPOUSE'],
      path: [
        { tie: 'CHILD', edge: 'c', to: 'x' },
        { tie: 'SPOUSE', edge: 's', to: 'b' },
      ],
    })
    expect(conflicts([enterprise], leader, owner, [inLaw])).toHaveLength(1)
    expect(reversedKin(reversedKin(inLaw))).toEqual(inLaw)
    expect(reversedKin(inLaw).path.map(({ tie: step, to }) => [step, to])).toEqual([
      ['SPOUSE', 'x'],
      ['PARENT', 'a'],
    ])
    const other = { ...reversedKin(inLaw), person: 'a', relative: 'b' }
    expect(conflicts([enterprise], leader, owner, [other])).toEqual([])
  })
})

describe('which policy judges two people', () => {
  const a = someone('a', ['clerk', '2010-01-01'])
  const b = someone('b', ['typist', '2010-01-01'])
  const kin = [spouses('a', 'b')]
  const elsewhere = (code: string) => installed(measures([sameLeader], { jurisdiction: code }), { jurisdiction: code })

  test('the chain of either: the city’s own, the province’s, not another city’s', () => {
    expect(judge(elsewhere('411100')).conflicts({ first: a, second: b, kin }, chart)).toHaveLength(1)
    expect(judge(elsewhere('410000')).conflicts({ first: a, second: b, kin }, chart)).toHaveLength(1)
    expect(judge(elsewhere('411200')).conflicts({ first: a, second: b, kin }, chart)).toEqual([])
  })

  test('of two managed in different places the policy of one is enough', () => {
    const managed = { ...b, pieces: b.pieces.map((piece) => ({ ...piece, authority: '411200' })) }
    expect(judge(elsewhere('411200')).conflicts({ first: a, second: managed, kin }, chart)).toHaveLength(1)
  })

  test('before the rule was in force, or installed, it bars nobody (S13)', () => {
    const [found] = judge(installed(measures([sameLeader]), { effectiveFrom: '2020-06-01' })).conflicts(
      { first: a, second: b, kin },
      chart,
    )
    expect(dayTextOrNull(found?.from ?? 0)).toBe('2020-06-01')
  })

  test('a newer version of the document goes on with the same conflict (S9)', () => {
    const old = installed(measures([sameLeader]), { effectiveTo: '2015-01-01' })
    const fresh = installed(measures([sameLeader], { version: '2.0.0' }), { effectiveFrom: '2015-01-01' })
    const found = judge(fresh, old).conflicts({ first: a, second: b, kin }, chart)
    expect(told(found)[0]?.[2]).toEqual([['2010-01-01', null, 'ACTIVE', '2010-01-01']])
    expect(found.map(({ digest, id }) => [digest, id])).toEqual([['2.0.0', conflicts([sameLeader], a, b, kin)[0]?.id]])
  })

  test('a value of the law that changes is judged each on its own days (S15)', () => {
    const dated = bar({ all: [{ kin: { classes: { param: 'ties' } } }, { posts: { relation: 'sameLeader' } }] })
    const cite = { instrument: 'measures', article: null, verified: false }
    const ties = {
      title: { zh: '亲属范围', en: 'Ties' },
      values: [
        { from: '2000-01-01', value: ['DIRECT_BLOOD'], cite },
        { from: '2018-01-01', value: ['DIRECT_BLOOD', 'SPOUSE'], cite },
      ],
    }
    const found = judge(installed(measures([dated], { parameters: { ties } }))).conflicts(
      { first: a, second: b, kin },
      chart,
    )
    expect(told(found)[0]?.[2]).toEqual([['2018-01-01', null, 'ACTIVE', '2018-01-01']])
  })

  test('a rule that says a superior one again is shown once', () => {
    const nation = installed(measures([sameLeader], { id: 'national', level: 'nation', jurisdiction: '100000' }))
    const local = installed(measures([{ ...sameLeader, restates: ['national/bar'] }]), { effectiveFrom: '2015-01-01' })
    const found = judge(nation, local).conflicts({ first: a, second: b, kin }, chart)
    const mine = found.find((c) => c.rule === 'example/bar')
    expect(
      found.find((c) => c.rule === 'national/bar')?.spans.map((s) => [dayTextOrNull(s.from), s.shownWith]),
    ).toEqual([
      ['2010-01-01', null],
      ['2015-01-01', mine?.id],
    ])
  })
})

test('a rule may ask for the capacity in which the posts are held', () => {
  const formal = bar({ all: [everyClass, { posts: { relation: 'sameLeader' } }, { held: { capacity: ['formal'] } }] })
  const a = someone('a', ['clerk', '2010-01-01'])
  const lent = { ...a, pieces: service(chart, 'clerk', '2010-01-01', null, { capacity: 'loan' }) }
  const b = someone('b', ['typist', '2010-01-01'])
  expect(conflicts([sameLeader], lent, b, [spouses('a', 'b')])).toHaveLength(1)
  expect(conflicts([formal], lent, b, [spouses('a', 'b')])).toEqual([])
  expect(conflicts([formal], a, b, [spouses('a', 'b')])).toHaveLength(1)
})
