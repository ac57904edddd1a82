import { expect, test } from 'vitest'
import { day, dayText } from '../../policy/index.ts'
import { duty, findingsOf, installed, measures, settingWith, spansOn, statusOn } from '../support/example-policy.ts'

const tenYears = installed(measures([duty({ lasting: { atLeast: 'P10Y' } })]))
const boundary = (finding: ReturnType<typeof findingsOf>[number] | undefined) => dayText(finding?.from ?? 0)

test('S1: of two posts held at once only the stay in the key post binds', () => {
  const keyPost = installed(
    measures([duty({ all: [{ held: { duties: ['audit'] } }, { lasting: { atLeast: 'P5Y' } }] })]),
  )
  const career = [
    { post: 'auditor', from: '2010-01-01', duties: ['audit'] as const },
    { post: 'clerk', from: '2010-01-01', capacity: 'concurrent' as const },
  ]
  const findings = findingsOf({ career }, keyPost)
  expect(findings.map((f) => f.key)).toEqual([['auditor']])
})

test('S1: two conditions of one rule speak of one stay, not of a unit here and a level there', () => {
  const k4 = installed(
    measures([
      duty(
        {
          all: [
            { lasting: { atLeast: 'P10Y' } },
            { lasting: { where: { level: ['section_deputy'], leading: true }, atLeast: 'P5Y' } },
          ],
        },
        { per: ['internalUnit'] },
      ),
    ]),
  )
  const career = [
    { post: 'a', internalUnit: 'A', from: '2010-01-01' },
    {
      post: 'b',
      internalUnit: 'B',
      from: '2015-01-01',
      to: '2023-01-01',
      level: 'section_deputy' as const,
      leading: true,
      capacity: 'concurrent' as const,
    },
  ]
  expect(findingsOf({ career }, k4)).toEqual([])
})

test('S2: a promotion in place runs on in the post, and starts afresh under a level filter', () => {
  const career = [
    { post: 'head', from: '2010-01-01', to: '2014-01-01', level: 'section_deputy' as const, leading: true },
    { post: 'head', from: '2014-01-01', level: 'section_chief' as const, leading: true },
  ]
  const chief = installed(measures([duty({ lasting: { where: { level: ['section_chief'] }, atLeast: 'P5Y' } })]))
  expect(boundary(findingsOf({ career }, tenYears)[0])).toBe('2020-01-01')
  expect(boundary(findingsOf({ career }, chief)[0])).toBe('2019-01-01')
})

test('S3: days on secondment bridge the home post and count; they never count for the host post', () => {
  const career = [
    { post: 'home', from: '2010-01-01', to: '2014-06-01' },
    { post: 'host', from: '2014-06-01', to: '2015-06-01', capacity: 'secondment' as const },
    { post: 'home', from: '2015-06-01' },
  ]
  const findings = findingsOf({ career }, tenYears)
  expect(findings.map((f) => [f.key[0], dayText(f.from)])).toEqual([['home', '2020-01-01']])
})

test('S3: acting service counts only where the rule names it', () => {
  const career = [{ post: 'head', from: '2010-01-01', capacity: 'acting' as const }]
  const acting = installed(measures([duty({ lasting: { where: { capacity: ['acting'] }, atLeast: 'P10Y' } })]))
  expect(findingsOf({ career }, tenYears)).toEqual([])
  expect(findingsOf({ career }, acting)).toHaveLength(1)
})

const merged = { predecessors: (_: string, later: string) => (later === 'C' ? ['A', 'B'] : []) }

test('S4: a stay runs on into the post that succeeds it', () => {
  const career = [
    { post: 'A', from: '2010-01-01', to: '2019-03-01' },
    { post: 'C', from: '2019-03-01' },
  ]
  expect(boundary(findingsOf({ career, setting: merged }, tenYears)[0])).toBe('2020-01-01')
  expect(boundary(findingsOf({ career }, tenYears)[0])).toBe('2029-03-01')
})

test('S4: succession is followed link by link; two merged posts were never one', () => {
  const career = [
    { post: 'A', from: '2006-01-01', to: '2013-01-01' },
    { post: 'B', from: '2013-01-01', to: '2017-01-01' },
    { post: 'C', from: '2017-01-01' },
  ]
  const findings = findingsOf({ career, setting: merged }, tenYears)
  expect(findings.map((f) => dayText(f.from)).sort()).toEqual(['2023-01-01', '2027-01-01'])
})

test('S4: a chain of successions counts from its first post', () => {
  const career = [
    { post: 'A', from: '2010-01-01', to: '2014-01-01' },
    { post: 'D', from: '2014-01-01' },
  ]
  const through = { predecessors: (_: string, later: string) => (later === 'D' ? ['M'] : later === 'M' ? ['A'] : []) }
  expect(boundary(findingsOf({ career, setting: through }, tenYears)[0])).toBe('2020-01-01')
})

test('S5: an end and a start in one stated month are one unknown day: no gap', () => {
  const career = [
    { post: 'head', from: '2003-07-01', to: '2009-09', level: 'section_deputy' as const },
    { post: 'head', from: '2009-09', level: 'section_chief' as const },
  ]
  const findings = findingsOf({ career }, tenYears)
  expect(statusOn(findings, '2013-07-01')).toEqual(['ACTIVE'])
  const inUnit = installed(measures([duty({ lasting: { where: { level: ['section_chief'] }, atLeast: 'P5Y' } })]))
  expect(statusOn(findingsOf({ career }, inUnit), '2014-09-15')).toEqual(['UNDETERMINED'])
})

test('S5: of an end on a day and a start in that month the exact day holds for both', () => {
  const career = [
    { post: 'head', from: '2004-01-01', to: '2009-09-16' },
    { post: 'head', from: '2009-09' },
  ]
  expect(statusOn(findingsOf({ career }, tenYears), '2014-01-01')).toEqual(['ACTIVE'])
})

test('S6: an unknown end is bounded by the next start, and a hole is surely bridged only at its longest', () => {
  const bridged = installed(measures([duty({ lasting: { atLeast: 'P10Y', bridge: { days: 40 } } })]))
  const career = [
    { post: 'head', from: '2010-01-01', to: '2014-01' },
    { post: 'head', from: '2014-02-20' },
  ]
  expect(statusOn(findingsOf({ career }, bridged), '2020-01-01')).toEqual(['UNDETERMINED'])
  const short = [
    { post: 'head', from: '2010-01-01', to: '2014-01' },
    { post: 'head', from: '2014-02-05' },
  ]
  expect(statusOn(findingsOf({ career: short }, bridged), '2020-01-01')).toEqual(['ACTIVE'])
})

test('S6: `?` lies between the neighbouring known starts', () => {
  const career = [
    { post: 'head', from: '2010-01-01', to: '?' },
    { post: 'other', from: '2022-05-01' },
  ]
  const findings = findingsOf({ career }, tenYears)
  expect(statusOn(findings, '2020-01-01')).toEqual(['UNDETERMINED'])
  expect(statusOn(findings, '2022-05-01')).toEqual([])
})

test('S7: no row of a state means no; a blank level means undetermined', () => {
  const unsuited = installed(measures([duty({ state: { kind: 'unsuited' } }, { per: [] })]))
  const chiefs = installed(measures([duty({ held: { level: ['section_chief'] } })]))
  expect(findingsOf({ career: [{ post: 'a', from: '2010-01-01' }] }, unsuited)).toEqual([])
  const blank = findingsOf({ career: [{ post: 'a', from: '2010-01-01', level: null }] }, chiefs)
  expect(statusOn(blank, '2015-01-01')).toEqual(['UNDETERMINED'])
})

test('S10: a term counts once the stay has covered enough of it', () => {
  const twoTerms = installed(measures([duty({ terms: { where: {}, atLeast: 2, countsFrom: 'P3Y' } })]))
  const terms = () => [
    { number: 1, from: day('2006-01-01'), to: day('2011-01-01') },
    { number: 2, from: day('2011-01-01'), to: day('2016-01-01') },
  ]
  const seat = { post: 'mayor', team: 'gov', teamKind: 'government' as const }
  const late = findingsOf({ career: [{ ...seat, from: '2008-01-02' }], setting: settingWith({ terms }) }, twoTerms)
  const enough = findingsOf({ career: [{ ...seat, from: '2008-01-01' }], setting: settingWith({ terms }) }, twoTerms)
  expect(late).toEqual([])
  expect(boundary(enough[0])).toBe('2016-01-01')
})

test('S10: without term rows five years of stay count as a term', () => {
  const twoTerms = installed(measures([duty({ terms: { where: {}, atLeast: 2, countsFrom: 'P3Y' } })]))
  expect(boundary(findingsOf({ career: [{ post: 'a', from: '2008-01-01' }] }, twoTerms)[0])).toBe('2018-01-01')
})

test('S11: earlier years move the start of the current ones back by their days', () => {
  const sum = installed(
    measures([duty({ accumulated: { where: { level: ['section_chief'] }, atLeast: 'P10Y' } }, { per: [] })]),
  )
  const chief = { level: 'section_chief' as const }
  const career = [
    { post: 'a', from: '2000-03-01', to: '2003-03-01', ...chief },
    { post: 'b', from: '2003-03-01', to: '2010-01-01' },
    { post: 'c', from: '2010-01-01', ...chief },
  ]
  // 1095 earlier days: the start is moved back to 2007-01-02.
  expect(boundary(findingsOf({ career }, sum)[0])).toBe('2017-01-02')
})

test('a rule along several dimensions counts within their combination', () => {
  const place = installed(measures([duty({ lasting: { atLeast: 'P10Y' } }, { per: ['place', 'level'] })]))
  const career = [
    { post: 'a', from: '2008-01-01', to: '2014-01-01', level: 'division_deputy' as const },
    { post: 'b', from: '2014-01-01', to: '2016-01-01', level: 'division_deputy' as const },
    { post: 'c', from: '2016-01-01', to: '2025-12-31', level: 'division_chief' as const },
  ]
  expect(findingsOf({ career }, place).map((f) => dayText(f.from))).toEqual([])
  const longer = [
    { post: 'a', from: '2004-01-01', to: '2014-01-01', level: 'division_deputy' as const },
    ...career.slice(1),
  ]
  expect(findingsOf({ career: longer }, place).map((f) => [dayText(f.from), dayText(f.to)])).toEqual([
    ['2014-01-01', '2016-01-01'],
  ])
})

test('along duty each word is a stay of its own, and only that word is asked for', () => {
  const kinds = ['audit', 'personnel'] as const
  const listed = installed(
    measures([duty({ lasting: { where: { duties: kinds }, atLeast: 'P5Y' } }, { per: ['duty'] })]),
  )
  const changing = [
    { post: 'a', from: '2018-04-01', to: '2021-04-01', duties: ['audit', 'land'] as const },
    { post: 'a', from: '2021-04-01', to: '2024-04-01', duties: ['personnel', 'land'] as const },
  ]
  expect(findingsOf({ career: changing }, listed)).toEqual([])
  const audit = [{ post: 'a', from: '2018-04-01', duties: ['audit', 'land'] as const }]
  expect(findingsOf({ career: audit }, listed).map((f) => f.key)).toEqual([['audit']])
})

test('spans of a finding cover it without holes', () => {
  const finding = findingsOf({ career: [{ post: 'head', from: '2010-03' }] }, tenYears)[0]
  expect(finding?.spans.map((s) => s.status)).toEqual(['UNDETERMINED', 'ACTIVE'])
  expect(finding?.spans[0]?.to).toBe(finding?.spans[1]?.from)
  expect(spansOn(finding === undefined ? [] : [finding], day('2020-03-31'))[0]?.since).toBe(day('2020-03-31'))
})
