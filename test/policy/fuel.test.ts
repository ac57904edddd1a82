import { describe, expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import {
  type Case,
  type Condition,
  casePerson,
  compile,
  type DivisionCode,
  day,
  divisionsByCode,
  explain,
  type Installation,
  needs,
  ownOf,
  type PersonFacts,
  storySetting,
} from '../../policy/index.ts'
import { stepsPerPerson } from '../../policy/judge/fuel.ts'
import { duty, installed, measures, settingWith, waiver } from '../support/example-policy.ts'

const tenYears = { lasting: { atLeast: 'P10Y' } }
const worked = { accumulated: { where: {}, atLeast: 'P1Y' } }
const nation = installed(
  measures([duty(tenYears, { id: 'ten', effect: 'SHALL', exemptable: ['municipality'] })], {
    id: 'national',
    level: 'nation',
    jurisdiction: '100000',
  }),
)
/** Asks about the whole career again and again. */
const greedy = installed(
  measures([
    duty({ any: Array(150).fill(worked) }, { id: 'greedy', inForce: { from: '2015-01-01' } }),
    duty(tenYears, { id: 'modest', catalogueId: 'EX-3' }),
    waiver({ state: { kind: 'health_unfit' } }, { appliesTo: ['own', 'national/ten'] }),
  ]),
)
const budget = 1000

const career = (posts: number) =>
  Array.from({ length: posts }, (_, i) => ({
    post: `p${i}`,
    from: `${2000 + i}-01-01`,
    ...(i + 1 < posts && { to: `${2001 + i}-01-01` }),
  }))
const someone = (posts: number, authority: DivisionCode = '411100'): PersonFacts =>
  casePerson({ name: 'A', career: career(posts), states: [{ kind: 'health_unfit', from: '2010-01-01' }] }, authority)

const bench = (...installations: readonly Installation[]) => compile(installations, settingWith(), budget)
const rulesOf = (person: PersonFacts, ...installations: readonly Installation[]) =>
  bench(...installations)
    .findings(person)
    .map(({ rule, spans }) => [rule, ...new Set(spans.map(({ status }) => status))])

describe('a policy that asks for more than one person may cost', () => {
  test('is stopped: each of its rules is undetermined on the days it could bind, and nothing is sure', () => {
    const found = bench(greedy).findings(someone(12))
    expect(found.map(({ rule }) => rule)).toEqual(['example/greedy', 'example/modest'])
    for (const { spans, counted } of found) {
      expect(spans.map(({ status, dueBy }) => [status, dueBy])).toEqual([['UNDETERMINED', null]])
      expect(counted).toEqual([])
    }
    // In force from 2015 on, though she serves since 2000.
    expect(found[0]?.from).toBe(day('2015-01-01'))
  })

  test('says so, and whose it is to change that', () => {
    const judge = bench(greedy)
    const person = someone(12)
    const id = judge.findings(person)[0]?.id ?? ''
    const [need, ...others] = needs(judge, person, id, day('2020-01-01'), 'zh')
    expect(others).toEqual([])
    expect(need).toMatchObject({ fact: 'plugin.budget', of: 'example/greedy' })
    expect(need?.why).toContain('超出计算限额（每人 1000 步）')
    const told = explain(judge, person, id, day('2020-01-01'), 'en')
    expect(told?.status).toBe('UNDETERMINED')
    expect(told?.nodes).toEqual([])
    expect(told?.text).toContain('exceeds its budget of 1000 steps for one person and was stopped')
  })

  test('leaves the other policies of the person as if it were not installed: nobody is released by an exemption no one computed', () => {
    const person = someone(12)
    expect(rulesOf(person, nation)).toEqual([['national/ten', 'ACTIVE']])
    const both = bench(nation, greedy).findings(person)
    expect(both.find(({ rule }) => rule === 'national/ten')).toEqual(bench(nation).findings(person)[0])
    expect(both.map(({ rule }) => rule)).toEqual(['national/ten', 'example/greedy', 'example/modest'])
  })

  test('releases nobody, at whatever budget, by an exemption that could not be computed', () => {
    const person = someone(12)
    const unfit: Condition = { state: { kind: 'health_unfit' } }
    for (const per of [{}, { per: ['post'] }] as const) {
      const when: Condition = { all: [unfit, { any: Array<Condition>(40).fill(worked) }] }
      const exempting = installed(measures([waiver(when, { appliesTo: ['national/ten'], ...per })]))
      const statuses = (allowed: number) => {
        const judge = compile([nation, exempting], settingWith(), allowed)
        return [...new Set(judge.findings(person).flatMap(({ spans }) => spans.map(({ status }) => status)))].join()
      }
      expect(statuses(Infinity)).toBe('EXEMPT')
      const said = [100, 300, 500, 1000, 3000, 10_000].map(statuses)
      expect(said).toEqual(said.toSorted())
      expect([...new Set(said)]).toEqual(['ACTIVE', 'EXEMPT'])
    }
  })

  test('leaves everyone else alone', () => {
    const [few, many] = [someone(1), someone(12)]
    const judge = bench(greedy)
    const alone = judge.findings(few)
    judge.findings(many)
    expect(judge.findings(few)).toEqual(alone)
    expect(alone.some(({ spans }) => spans.some(({ status }) => status === 'EXEMPT'))).toBe(true)
  })

  test('is stopped alike each time, whatever the order of the installations', () => {
    const person = someone(12)
    const sorted = (...of: readonly Installation[]) =>
      bench(...of)
        .findings(person)
        .toSorted((a, b) => (a.rule < b.rule ? -1 : 1))
    expect(sorted(greedy, nation)).toEqual(sorted(nation, greedy))
    expect(bench(greedy).findings(person)).toEqual(bench(greedy).findings(person))
  })
})

describe('a tenth of the budget is enough', () => {
  const all = plugins.map((plugin) => ({
    plugin,
    digest: '',
    jurisdiction: ownOf(plugin),
    effectiveFrom: '1950-01-01',
    effectiveTo: null,
  }))
  const tells = (person: PersonFacts, story: Case) => {
    const setting = storySetting(story, divisionsByCode)
    const unbounded = compile(all, setting, Infinity).findings(person)
    expect(compile(all, setting, stepsPerPerson / 10).findings(person)).toEqual(unbounded)
    return unbounded.length
  }

  for (const plugin of plugins)
    test(`for everyone in the cases of ${plugin.name.en}, under every bundled policy at once`, () => {
      for (const worked of plugin.cases) tells(casePerson(worked, ownOf(plugin)), worked)
    })

  for (const at of ['100000', '360400', '411100', '110101'])
    test(`for careers of two hundred pieces, managed at ${at}`, () => {
      const found = [1, 2, 3, 4].map((turn) => {
        const story = longCareer(turn, at)
        return tells(casePerson(story, at), story)
      })
      expect(found.some((count) => count > 0)).toBe(true)
    })
})

const levels = ['clerk', 'section_deputy', 'section_chief', 'division_deputy'] as const
const two = (n: number) => String(n).padStart(2, '0')

/** Fifty years in two hundred posts, four at a time; each third turn keeps the post. */
const longCareer = (turn: number, authority: DivisionCode): Case => ({
  name: 'long',
  on: '2020-01-01',
  person: { birth: '1965-06-15', sex: 'M' },
  career: Array.from({ length: 200 }, (_, i) => {
    const year = 1975 + Math.floor(i / 4)
    return {
      post: i % 3 === 0 ? 'kept' : `p${(i * turn) % 90}`,
      internalUnit: `u${i % 9}`,
      from: `${year}-${two(1 + ((i * turn) % 12))}${turn === 4 ? '' : '-01'}`,
      to: `${year + 1 + (i % 5)}-01-01`,
      level: levels[i % 4] ?? 'clerk',
      leading: i % 2 === 0,
      duties: ['finance', 'audit'],
      team: 't',
      teamKind: 'government',
      place: authority,
      authority,
      jurisdiction: authority,
    }
  }),
  states: Array.from({ length: 40 }, (_, i) => ({ kind: 'appraisal', from: `${1980 + i}-12-31`, value: '称职' })),
  expect: {},
})
