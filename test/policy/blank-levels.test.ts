import { expect, test } from 'vitest'
import { type CareerLine, dayText } from '../../policy/index.ts'
import { duty, findingsOf, installed, measures, settingWith, statusOn, waiver } from '../support/example-policy.ts'

const told = (findings: ReturnType<typeof findingsOf>) =>
  findings.map(({ key, spans }) => [key.join(), spans.map(({ status }) => status).join()])

test('S2, S7: a post whose level is blank may be of a level no other post has, and is a stay of its own then', () => {
  const outsiders = installed(
    measures([duty({ not: { native: { place: 'team', basis: ['birth'] } } }, { per: ['level'] })]),
  )
  const career: CareerLine[] = [
    { post: 'mayor', from: '2004-01-01', to: '2007-01-01', level: 'division_chief', teamKind: 'government' },
    { post: 'adviser', from: '2005-01-01', to: '2007-01-01', level: null },
  ]
  const findings = findingsOf({ career, person: { birthPlace: '411103' } }, outsiders)
  expect(told(findings)).toEqual([['?', 'UNDETERMINED']])
})

test('S2, S7: years of a blank level may lengthen the stay of any level, or be one by themselves', () => {
  const tenYears = installed(measures([duty({ lasting: { atLeast: 'P10Y' } }, { per: ['place', 'level'] })]))
  const career: CareerLine[] = [
    { post: 'a', from: '2001-01-01', to: '2006-01-01', level: 'division_deputy' },
    { post: 'b', from: '2006-01-01', to: '2014-01-01', level: null },
    { post: 'c', from: '2014-01-01', to: '2020-01-01', level: 'division_chief' },
  ]
  expect(told(findingsOf({ career }, tenYears))).toEqual([
    ['411100,division_deputy', 'UNDETERMINED'],
    ['411100,division_chief', 'UNDETERMINED'],
  ])
  const longer = career.map((line) => (line.post === 'b' ? { ...line, from: '2003-01-01' } : line))
  expect(told(findingsOf({ career: longer }, tenYears)).at(-1)).toEqual(['411100,?', 'UNDETERMINED'])
})

test('S7, S8: what exempts one post does not exempt a post that may be of another level', () => {
  const perLevel = duty({ held: {} }, { per: ['level'] })
  const auditors = waiver({ held: { duties: ['audit'] } }, { per: ['post'] })
  const career: CareerLine[] = [
    { post: 'auditor', from: '2005-01-01', level: 'section_chief', duties: ['audit'] },
    { post: 'adviser', from: '2005-01-01', level: null },
  ]
  expect(statusOn(findingsOf({ career }, installed(measures([perLevel, auditors]))), '2010-01-01')).toEqual([
    'EXEMPT',
    'UNDETERMINED',
  ])
})

test('S4, S7: a stay goes on in the succeeding post if that is of its level, which a blank one may be', () => {
  const tenYears = installed(measures([duty({ lasting: { atLeast: 'P10Y' } }, { per: ['post', 'level'] })]))
  const setting = settingWith({ predecessors: (_, later) => (later === 'new' ? ['old'] : []) })
  const career: CareerLine[] = [
    { post: 'old', from: '2000-01-01', to: '2006-01-01', level: null },
    { post: 'new', from: '2006-01-01', to: '2012-01-01', level: 'section_chief' },
  ]
  expect(told(findingsOf({ career, setting }, tenYears))).toEqual([['new,section_chief', 'UNDETERMINED']])
  const later = { post: 'new', from: '2006-01-01', level: 'section_chief' } as const
  const [longer] = findingsOf({ career: [...career.slice(0, 1), later], setting }, tenYears)
  expect(longer?.spans.map(({ status, from }) => [status, dayText(from)])).toEqual([
    ['UNDETERMINED', '2010-01-01'],
    ['ACTIVE', '2016-01-01'],
  ])
})
