import { expect, test } from 'vitest'
import { duty, findingsOf, installed, measures, statusOn, waiver } from '../support/example-policy.ts'

test('S4: service that goes back to a divided post is one stay, however many posts came of it', () => {
  const setting = { predecessors: (_: string, later: string) => (later === 'B' || later === 'C' ? ['A'] : []) }
  const career = [
    { post: 'B', from: '2000-01-01', to: '2002-01-01' },
    { post: 'C', from: '2002-01-01', to: '2004-01-01' },
    { post: 'A', from: '2004-01-01' },
  ]
  const findings = findingsOf({ career, setting }, installed(measures([duty({ lasting: { atLeast: 'P10Y' } })])))
  expect(findings.map((f) => f.key)).toEqual([['A']])
})

test('S4, S6: who may have gone back to a divided post, or may have held it before, is told of under both', () => {
  const setting = { predecessors: (_: string, later: string) => (later === 'B' ? ['A'] : []) }
  const career = [
    { post: 'A', from: '2004-04', to: '2015-01-01', capacity: 'concurrent' as const },
    { post: 'B', from: '2004-04-16', to: '2009-01-01' },
  ]
  const findings = findingsOf({ career, setting }, installed(measures([duty({ lasting: { atLeast: 'P10Y' } })])))
  expect(findings.map((f) => [f.key, f.spans.map((span) => span.status)])).toEqual([
    [['B'], ['UNDETERMINED']],
    [['A'], ['UNDETERMINED']],
  ])
})

test('S4: who surely went back is told of under the old post alone', () => {
  const setting = { predecessors: (_: string, later: string) => (later === 'B' ? ['A'] : []) }
  const career = [
    { post: 'A', from: '2004-05', to: '2015-01-01' },
    { post: 'B', from: '2004-04-16', to: '2009-01-01', capacity: 'concurrent' as const },
  ]
  const findings = findingsOf({ career, setting }, installed(measures([duty({ lasting: { atLeast: 'P10Y' } })])))
  expect(findings.map((f) => f.key)).toEqual([['A']])
  expect(statusOn(findings, '2014-05-31')).toEqual(['ACTIVE'])
})

test('S8: an exemption of the new post reaches the old one only possibly, where that may have been held again later', () => {
  const setting = { predecessors: (_: string, later: string) => (later === 'new' ? ['old'] : []) }
  const perLevel = duty({ held: { leading: true } }, { per: ['level'] })
  const auditors = waiver({ held: { duties: ['audit'] } }, { per: ['post'] })
  const career = [
    { post: 'old', from: '2004-04', leading: true, level: 'section_chief' as const },
    { post: 'new', from: '2004-04-16', capacity: 'concurrent' as const, duties: ['audit'] as const },
  ]
  const findings = findingsOf({ career, setting }, installed(measures([perLevel, auditors])))
  expect(statusOn(findings, '2010-01-01')).toEqual(['UNDETERMINED'])
})
