import { expect, test } from 'vitest'
import { type CareerLine, day, dayText } from '../../policy/index.ts'
import {
  duty,
  exampleCity,
  findingsOf,
  installed,
  measures,
  spansOn,
  statusOn,
  waiver,
} from '../support/example-policy.ts'

const held = [{ post: 'head', from: '2010-01-01' }]
const lastingTen = { lasting: { atLeast: 'P10Y' } }
const case2021 = { kind: 'case_filed', from: '2021-01-01', to: '2022-01-01' } as const

test('S8: surely exempt is EXEMPT; deferred only if every exemption that applies defers', () => {
  const deferring = waiver({ state: { kind: 'case_filed' } }, { id: 'case', class: 'DEFER' })
  const waiving = waiver({ state: { kind: 'health_unfit' } }, { id: 'health' })
  const policy = installed(measures([duty(lastingTen), deferring, waiving]))
  const states = [case2021, { kind: 'health_unfit', from: '2021-06-01' } as const]
  const findings = findingsOf({ career: held, states }, policy)
  expect(statusOn(findings, '2020-12-31')).toEqual(['ACTIVE'])
  expect(statusOn(findings, '2021-01-01')).toEqual(['DEFERRED'])
  expect(statusOn(findings, '2021-06-01')).toEqual(['EXEMPT'])
  expect(statusOn(findings, '2022-01-01')).toEqual(['EXEMPT'])
})

test('S8: a possible exemption leaves the duty undetermined', () => {
  const policy = installed(measures([duty(lastingTen), waiver({ state: { kind: 'health_unfit' } })]))
  const findings = findingsOf({ career: held, states: [{ kind: 'health_unfit', from: '2021-06' }] }, policy)
  expect(statusOn(findings, '2021-05-31')).toEqual(['ACTIVE'])
  expect(statusOn(findings, '2021-06-01')).toEqual(['UNDETERMINED'])
  expect(statusOn(findings, '2021-06-30')).toEqual(['EXEMPT'])
})

const nation = (rules: Parameters<typeof measures>[0]) =>
  installed(measures(rules, { id: 'national', level: 'nation', jurisdiction: '100000' }))

test('S8: a local exemption reaches a superior rule only where that rule lists its level', () => {
  const local = (appliesTo: string[]) =>
    installed(measures([waiver({ state: { kind: 'health_unfit' } }, { appliesTo })]))
  const states = [{ kind: 'health_unfit', from: '2015-01-01' }] as const
  const open = nation([duty(lastingTen, { exemptable: ['municipality'] })])
  const closed = nation([duty(lastingTen, { exemptable: ['province'] })])
  expect(statusOn(findingsOf({ career: held, states }, open, local(['national/duty'])), '2021-01-01')).toEqual([
    'EXEMPT',
  ])
  expect(statusOn(findingsOf({ career: held, states }, closed, local(['national/duty'])), '2021-01-01')).toEqual([
    'ACTIVE',
  ])
  expect(statusOn(findingsOf({ career: held, states }, open, local(['own'])), '2021-01-01')).toEqual(['ACTIVE'])
})

test('S8: a superior bar reaches every rule below it', () => {
  const bar = nation([waiver({ state: { kind: 'case_filed' } }, { class: 'DEFER', appliesTo: ['own', 'below'] })])
  const local = installed(measures([duty(lastingTen)]))
  expect(statusOn(findingsOf({ career: held, states: [case2021] }, bar, local), '2021-05-05')).toEqual(['DEFERRED'])
})

test('S9: versions of one rule are united before the day the duty began is read', () => {
  const rule = duty(lastingTen, { deadline: { within: 'P3Y' } })
  const older = installed(measures([rule]), { effectiveTo: '2021-07-01' })
  const newer = installed(measures([rule], { version: '2.0.0' }), { effectiveFrom: '2021-07-01' })
  const findings = findingsOf({ career: held }, older, newer)
  expect(findings).toHaveLength(1)
  const span = spansOn(findings, day('2022-01-01'))[0]
  expect([dayText(span?.since ?? 0), dayText(span?.dueBy ?? 0)]).toEqual(['2020-01-01', '2023-01-01'])
})

test('S9: the deadline moves to the end of a deferral that covers it', () => {
  const rules = [
    duty(lastingTen, { deadline: { within: 'P1Y6M' } }),
    waiver({ state: { kind: 'case_filed' } }, { class: 'DEFER' }),
  ]
  const findings = findingsOf({ career: held, states: [case2021] }, installed(measures(rules)))
  expect(dayText(spansOn(findings, day('2020-06-01'))[0]?.dueBy ?? 0)).toBe('2022-01-01')
})

test('S12: a rule binds on the days its jurisdiction is on the chain of the highest authority', () => {
  const city = installed(measures([duty({ held: {} })]))
  const career = [
    { post: 'county', from: '2010-01-01', to: '2015-01-01', authority: '411121', place: '411121' },
    { post: 'province', from: '2015-01-01', authority: '410000', place: '410000' },
  ]
  const findings = findingsOf({ career }, city)
  expect(findings.map((f) => [dayText(f.from), dayText(f.to)])).toEqual([['2010-01-01', '2015-01-01']])
})

test('S12: facts count over the whole career, whoever managed the posts then', () => {
  const sum = installed(measures([duty({ accumulated: { where: {}, atLeast: 'P10Y' } }, { per: [] })]))
  const career = [
    { post: 'elsewhere', from: '2002-01-01', to: '2010-01-01', authority: '360400', place: '360400' },
    { post: 'here', from: '2010-01-01' },
  ]
  expect(dayText(findingsOf({ career }, sum)[0]?.from ?? 0)).toBe('2012-01-01')
})

test('S13: days are cut to force and installation, and service before them counts in full', () => {
  const late = installed(measures([duty(lastingTen)]), { effectiveFrom: '2023-07-01' })
  const early = installed(measures([duty(lastingTen, { inForce: { from: '2022-01-01' } })]), {
    effectiveFrom: '2000-01-01',
  })
  expect(dayText(findingsOf({ career: held }, late)[0]?.from ?? 0)).toBe('2023-07-01')
  expect(dayText(findingsOf({ career: held }, early)[0]?.from ?? 0)).toBe('2022-01-01')
})

test('S14: under three years to retirement follows the law of the judged day', () => {
  const near = installed(measures([duty({ toRetirement: { under: 'P3Y' } }, { per: [] })]))
  const findings = findingsOf({ career: held, person: { birth: '1967-12-01' } }, near)
  expect(findings.map((f) => [dayText(f.from), dayText(f.to)])).toEqual([
    ['2024-12-02', '2025-01-01'],
    ['2025-09-02', '2028-09-01'],
  ])
})

test('S14: a woman promoted to division level passes to the other scale on that day', () => {
  const near = installed(measures([duty({ toRetirement: { under: 'P3Y' } }, { per: [] })]))
  const career = [
    { post: 'section', from: '2010-01-01', to: '2025-06-01', level: 'section_chief' as const },
    { post: 'division', from: '2025-06-01', level: 'division_deputy' as const },
  ]
  const findings = findingsOf({ career, person: { birth: '1972-01-01', sex: 'F' } }, near)
  expect(dayText(findings[0]?.from ?? 0)).toBe('2024-01-02')
  expect(statusOn(findings, '2025-05-31')).toEqual(['ACTIVE'])
  expect(statusOn(findings, '2025-06-01')).toEqual([])
})

test('S15: the same nine years are a breach the day the amendment takes effect', () => {
  const cite = { instrument: 'measures', article: null, verified: false }
  const values = [
    { from: '2000-01-01', value: 'P10Y', cite },
    { from: '2019-02-01', value: 'P8Y', cite },
  ]
  const years = { title: { zh: '年限', en: 'years' }, values }
  const policy = installed(measures([duty({ lasting: { atLeast: { param: 'years' } } })], { parameters: { years } }))
  expect(dayText(findingsOf({ career: held }, policy)[0]?.from ?? 0)).toBe('2019-02-01')
})

test('S15: duties are those of each past day; asked now, a tag added last year is enough', () => {
  const career = [
    { post: 'head', from: '2010-01-01', to: '2020-01-01' },
    { post: 'head', from: '2020-01-01', duties: ['land'] as const },
  ]
  const now = installed(measures([duty({ all: [{ held: { duties: ['land'] } }, { lasting: { atLeast: 'P5Y' } }] })]))
  const throughout = installed(measures([duty({ lasting: { where: { duties: ['land'] }, atLeast: 'P5Y' } })]))
  expect(dayText(findingsOf({ career }, now)[0]?.from ?? 0)).toBe('2020-01-01')
  expect(dayText(findingsOf({ career }, throughout)[0]?.from ?? 0)).toBe('2025-01-01')
})

test('S19: rotation ends at the retirement day, and from that day the duty to retire binds', () => {
  const retire = duty({ toRetirement: { under: 'P1D' } }, { id: 'retire', per: [], action: 'retire' })
  const findings = findingsOf(
    { career: held, person: { birth: '1964-05-10' } },
    installed(measures([duty(lastingTen), retire])),
  )
  expect(findings.map((f) => [f.rule, dayText(f.from), Number.isFinite(f.to) ? dayText(f.to) : null])).toEqual([
    ['example/duty', '2020-01-01', '2024-05-10'],
    ['example/retire', '2024-05-10', null],
  ])
})

test('S22: one finding for each maximal interval, with the day its sure run began', () => {
  const moved = [
    { post: 'head', from: '2000-05', to: '2012-01-01' },
    { post: 'head', from: '2013-01-01' },
  ]
  const findings = findingsOf({ career: moved }, installed(measures([duty(lastingTen)])))
  expect(findings.map((f) => dayText(f.from))).toEqual(['2010-05-01', '2023-01-01'])
  expect(findings[0]?.spans.map((s) => [s.status, dayText(s.since)])).toEqual([
    ['UNDETERMINED', '2010-05-01'],
    ['ACTIVE', '2010-05-31'],
  ])
  expect(new Set(findings.map((f) => f.id)).size).toBe(2)
})

test('a finding keeps its id when the facts around it change', () => {
  const policy = installed(measures([duty(lastingTen)]))
  const [before] = findingsOf({ career: held }, policy)
  const [after] = findingsOf({ career: held, states: [case2021], person: { birth: '1970-01-01' } }, policy)
  expect(after?.id).toBe(before?.id)
})

test('a disabled rule says nothing', () => {
  expect(findingsOf({ career: held }, installed(measures([duty(lastingTen, { enabled: false })])))).toEqual([])
})

test('nobody is judged by a jurisdiction that never managed them', () => {
  const other = installed(measures([duty(lastingTen)], { jurisdiction: '360400' }))
  expect(exampleCity).not.toBe(other.jurisdiction)
  expect(findingsOf({ career: held }, other)).toEqual([])
})

test('S12: a secondment that begins in the month the home post ends leaves no day without an authority', () => {
  const career = [
    { post: 'home', from: '2010-01-01', to: '2013-01' },
    {
      post: 'host',
      from: '2012-06-01',
      to: '2015-06-01',
      capacity: 'secondment' as const,
      authority: '410000',
      place: '410000',
    },
    { post: 'other', from: '2015-06-01' },
  ]
  const findings = findingsOf({ career }, installed(measures([duty({ age: { atLeast: 18 } }, { per: [] })])))
  expect(statusOn(findings, '2013-01-15')).toEqual(['ACTIVE'])
})

test('S12: a post given up on an unknown day for one elsewhere of no higher authority leaves the city in charge', () => {
  const career: CareerLine[] = [
    { post: 'county', from: '2010-01-01', to: '2015-01-01', authority: '411102' },
    { post: 'city', from: '2010-01-01', to: '2013-04', capacity: 'concurrent', authority: exampleCity },
    { post: 'elsewhere', from: '2013-04', to: '2015-01-01', capacity: 'concurrent', authority: '410102' },
  ]
  const findings = findingsOf({ career }, installed(measures([duty({ age: { atLeast: 18 } }, { per: [] })])))
  expect(findings.map(({ spans }) => spans.map(({ status }) => status))).toEqual([['ACTIVE']])
})

test('S12: two posts left on one day for a secondment are both still held', () => {
  const career: CareerLine[] = [
    { post: 'one', from: '2008-01-01', to: '2010-01-01' },
    { post: 'other', from: '2009-01-01', to: '2010-01-01', capacity: 'concurrent' },
    { post: 'host', from: '2010-01-01', to: '2012-01-01', capacity: 'secondment', authority: '410000' },
    { post: 'back', from: '2012-01-01', to: '2014-01-01' },
  ]
  const findings = findingsOf({ career }, installed(measures([duty({ age: { atLeast: 18 } }, { per: [] })])))
  expect(findings.map(({ spans }) => spans.map(({ status }) => status))).toEqual([['ACTIVE']])
})
