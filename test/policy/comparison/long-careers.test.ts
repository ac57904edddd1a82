import { expect, test } from 'vitest'
import {
  type AvoidanceRule,
  type Condition,
  casePerson,
  day,
  type PersonFacts,
  pairComparer,
} from '../../../policy/index.ts'
import { exampleCity, installed, measures, settingWith } from '../../support/example-policy.ts'
import { chartOf } from '../../support/made-up-chart.ts'
import { spouses } from '../../support/made-up-kin.ts'

const sameUnit: Condition = { posts: { relation: 'sameUnit' } }
const bar = (id: string, asked: Condition): AvoidanceRule => ({
  ...{ kind: 'avoidance', id, catalogueId: 'EX-A', title: { zh: '任职回避', en: 'Avoidance' }, effect: 'MUST_NOT' },
  ...{ cite: { instrument: 'measures', article: '第七十四条', verified: true } },
  when: { all: [{ kin: { classes: ['SPOUSE'] } }, asked] },
})
const costly = Array.from({ length: 40 }, (_, i) => bar(`costly-${i}`, { any: Array<Condition>(150).fill(sameUnit) }))
const before = installed(measures(costly))
const after = installed(measures([...costly, bar('added', sameUnit)], { version: '1.1.0' }))

const someone = (name: string, posts: number): PersonFacts =>
  casePerson(
    {
      name,
      career: Array.from({ length: posts }, (_, i) => ({ post: `${name}${i}`, from: `20${10 + (i % 9)}-01-01` })),
    },
    exampleCity,
  )

test('two long careers are compared under whole policies: a rule added to one that asks too much of them is as open as its others', () => {
  const horizon = { from: day('2026-01-01'), to: day('2031-01-01') }
  const compare = pairComparer({ before: [before], after: [after] }, settingWith(), horizon)
  const chart = chartOf({ units: { 甲局: [{}] }, posts: {} })
  const begins = (posts: number) =>
    compare({ first: someone('a', posts), second: someone('b', posts), kin: [spouses('a', 'b')] }, chart).map(
      ({ kind, rule, after: standing }) => [kind, rule, standing?.status],
    )
  expect(begins(1)).toEqual([['CONFLICT_BEGINS', 'example/added', 'ACTIVE']])
  expect(begins(60)).toEqual([['CONFLICT_BEGINS', 'example/added', 'UNDETERMINED']])
})
