import { expect, test } from 'vitest'
import {
  type CareerLine,
  casePerson,
  compile,
  day,
  dayTextOrNull,
  explain,
  needs,
  notYet,
  renderRule,
  stayRuns,
} from '../../policy/index.ts'
import { duty, exampleCity, installed, measures, settingWith, waiver } from '../support/example-policy.ts'

const tenYears = duty({ all: [{ held: { level: ['section_chief'], place: 'own' } }, { lasting: { atLeast: 'P10Y' } }] })
const nearRetirement = waiver({
  all: [{ toRetirement: { under: 'P3Y' } }, { not: { state: { kind: 'evident_problem' } } }],
})
const underCase = waiver({ state: { kind: 'case_filed' } }, { id: 'case', catalogueId: 'EX-Y', class: 'DEFER' })
const policy = measures([tenYears, nearRetirement, underCase])
const judge = compile([installed(policy)], settingWith())

const chief = (from: string, more: Partial<CareerLine> = {}): CareerLine => ({
  post: 'head',
  level: 'section_chief',
  from,
  ...more,
})
const person = (
  career: readonly CareerLine[],
  birth = '1980-01-01',
  states = [{ kind: 'case_filed' as const, from: '2030-01-01' }],
) => casePerson({ name: 'A', person: { birth }, career, states }, exampleCity)

const only = (of: ReturnType<typeof person>) => judge.findings(of)[0]?.id ?? ''

test('a rule reads as a sentence of law in both languages', () => {
  expect(renderRule(tenYears, policy, 'zh')).toBe('现任本级正科级，且同一职位任职连续满10年的，必须交流。')
  expect(renderRule(nearRetirement, policy, 'zh')).toBe(
    '距法定退休年龄不足3年，且不存在“有明显问题”情形的，可不予交流。',
  )
  expect(renderRule(underCase, policy, 'en')).toBe('Where case filed on record: the move is deferred.')
})

test('the tree tells what holds, since when, on which assignments and by what sum', () => {
  const facts = person([chief('2012-03-01')])
  const told = explain(judge, facts, only(facts), day('2026-11-22'), 'zh')
  expect(
    told?.nodes.map((node) => [node.label, node.holds, dayTextOrNull(node.since ?? Infinity), node.children]),
  ).toEqual([
    ['同时具备下列各项', 'YES', '2022-03-01', [1, 2]],
    ['现任本级正科级', 'YES', '2012-03-01', []],
    ['同一职位任职连续满10年', 'YES', '2022-03-01', []],
  ])
  expect(told?.nodes[2]?.arithmetic).toBe('自2012-03-01起连续计算，满10年之日为2022-03-01')
  expect(told?.nodes[2]?.counted.map((counted) => counted.assignment)).toEqual(['line 1'])
  expect(told?.text).toContain('截至2026-11-22，自2022-03-01起属于“必须”情形')
})

test('every exemption that reaches the rule is considered, with the reason it does or does not apply', () => {
  const facts = person([chief('2012-03-01')], '1967-12-01')
  const told = explain(judge, facts, only(facts), day('2026-11-22'), 'zh')
  expect(told?.exemptions.map((e) => [e.catalogueId, e.applies])).toEqual([
    ['EX-X', 'YES'],
    ['EX-Y', 'NO'],
  ])
  expect(told?.exemptions[0]?.reason).toContain('法定退休日为2028-09-01')
  expect(told?.exemptions[1]?.until).toBe(day('2030-01-01'))
})

test('an undetermined duty names the fact that would settle it, and only that', () => {
  const facts = person([chief('2012-03', { to: '2014-05' }), chief('2014-05')])
  const [open, settled] = [day('2022-03-15'), day('2022-03-31')]
  expect(needs(judge, facts, only(facts), open, 'zh')).toEqual([
    { fact: 'assignment.from', of: 'line 1', why: '档案只载2012-03，具体日期未定' },
  ])
  expect(needs(judge, facts, only(facts), settled, 'zh')).toEqual([])
  expect(explain(judge, facts, only(facts), open, 'zh')?.text).toContain('须先核实：档案只载2012-03')
})

test('a blank level is a need of its own', () => {
  const facts = person([chief('2012-03-01', { level: null })])
  expect(needs(judge, facts, only(facts), day('2023-01-01'), 'en')).toEqual([
    { fact: 'assignment.level', of: 'line 1', why: 'the level is blank' },
  ])
})

test('a blank level is the need of whoever may be in a stay of that level, though no condition asks for it', () => {
  const perLevel = compile(
    [installed(measures([duty({ all: [{ lasting: { atLeast: 'P10Y' } }, { held: {} }] }, { per: ['level'] })]))],
    settingWith(),
  )
  const facts = person([chief('2012-03-01', { level: null })])
  expect(needs(perLevel, facts, perLevel.findings(facts)[0]?.id ?? '', day('2023-01-01'), 'en')).toEqual([
    { fact: 'assignment.level', of: 'line 1', why: 'the level is blank' },
  ])
})

test('what is not due names the first day it would be, or what is missing', () => {
  const ask = (career: CareerLine[]) => notYet(judge, person(career), exampleCity, day('2026-11-22'), 'zh')[0]
  expect(ask([chief('2018-05-01')])).toMatchObject({ catalogueId: 'EX-1', firstDay: day('2028-05-01') })
  expect(ask([chief('2018-05-01', { level: 'clerk' })])).toMatchObject({ firstDay: null })
  expect(ask([chief('2018-05-01', { level: 'clerk' })])?.because).toContain('不具备：现任本级正科级')
  expect(ask([chief('2010-05-01')])).toBeUndefined()
})

test('a finding explained from the facts it was read off is the finding itself', () => {
  const facts = person([chief('2012-03', { to: '2014-05' }), chief('2014-05')], '1967-12')
  for (const finding of judge.findings(facts)) {
    for (const span of finding.spans)
      expect(explain(judge, facts, finding.id, span.from, 'zh')?.status).toBe(span.status)
  }
})

test('stays tell why two assignments are one', () => {
  const career = [chief('2012-03', { to: '2014-05' }), chief('2014-05', { to: '2016-01-01' }), chief('2017-01-01')]
  const away = { post: 'host', from: '2016-01-01', to: '2017-01-01', capacity: 'secondment' as const }
  const runs = stayRuns(person([...career, away]), ['post'], settingWith(), day('2026-01-01'))
  expect(runs.map((run) => run.joined.map((j) => j.reason))).toEqual([['SHARED_MONTH', 'BRIDGED']])
})

test('an unknown start is told as unknown, never as its earliest day', () => {
  const facts = person([
    { ...chief('2006-01-01'), post: 'before', to: '?' },
    chief('?'),
    { ...chief('2020-05-01'), post: 'beside', capacity: 'concurrent' },
  ])
  const ofHead = judge.findings(facts).find((finding) => finding.key.includes('head'))?.id ?? ''
  const told = explain(judge, facts, ofHead, day('2019-01-01'), 'zh')
  expect(told?.nodes.find((node) => node.arithmetic !== '')?.arithmetic).toBe(
    '自2006-01-01至2020-05-01之间某日起连续计算，满10年之日为2016-01-01至2030-05-01之间某日',
  )
})

test('a tenure broken before it was full names no full day', () => {
  const facts = person([chief('2018-11-10', { to: '2022-11-10' })])
  expect(notYet(judge, facts, exampleCity, day('2026-11-22'), 'zh')[0]?.because).toContain('2022-11-10中断，未满10年')
})

test('what a rule rules out is named as what stands in the way, and only when it does', () => {
  const guarded = duty({ all: [{ lasting: { atLeast: 'P1Y' } }, { not: { held: { unitKind: ['township'] } } }] })
  const bench = compile([installed(measures([guarded]))], settingWith())
  const because = (career: CareerLine[]) =>
    notYet(bench, person(career), exampleCity, day('2026-11-22'), 'zh')[0]?.because
  expect(because([chief('2020-01-01', { unitKind: 'township' })])).toBe('不具备：并非（现任乡镇）')
  expect(because([chief('2026-01-01')])).not.toContain('乡镇')
})

test('a birth known to the month is what must be verified', () => {
  const near = compile([installed(measures([duty({ age: { atMost: 45 } }, { per: [] })]))], settingWith())
  const facts = person([chief('2012-03-01')], '1980-05')
  const finding = near.findings(facts)[0]?.id ?? ''
  expect(needs(near, facts, finding, day('2026-05-10'), 'zh').map((need) => need.why)).toEqual(['出生日期只载1980-05'])
})
