import { expect, test } from 'vitest'
import { duty, findingsOf, installed, statusOn, waiver } from '../support/example-policy.ts'
import { city, law, nationwide } from '../support/two-layers.ts'

const years = { lasting: { atLeast: 'P2Y' } }
const career = [{ post: 'head', from: '2010-01-01' }]
const states = [{ kind: 'health_unfit', from: '2010-01-01' }] as const
const letting = (...levels: readonly 'municipality'[]) => law([duty(years, { id: 'two', exemptable: levels })])
const until = { effectiveTo: '2015-01-01' }
const since = { effectiveFrom: '2015-01-01' }
const below = (appliesTo: string) => city([waiver({ state: { kind: 'health_unfit' } }, { appliesTo: [appliesTo] })])

test('an exemption that a law let its level make ends with that law, when the next version lets it no longer', () => {
  const nation = [
    { ...nationwide(letting('municipality')), ...until },
    { ...nationwide(letting()), ...since },
  ]
  const findings = findingsOf({ career, states }, ...nation, installed(below('law/two')))
  expect(statusOn(findings, '2014-12-31')).toEqual(['EXEMPT'])
  expect(statusOn(findings, '2015-01-01')).toEqual(['ACTIVE'])
})

test('an exemption begins where a later version of the law lets it', () => {
  const nation = [
    { ...nationwide(letting()), ...until },
    { ...nationwide(letting('municipality')), ...since },
  ]
  const findings = findingsOf({ career, states }, ...nation, installed(below('law/two')))
  expect(statusOn(findings, '2014-12-31')).toEqual(['ACTIVE'])
  expect(statusOn(findings, '2015-01-01')).toEqual(['EXEMPT'])
})

test('a later version of an exemption that names the rule no longer does not exempt from it', () => {
  const nation = nationwide(letting('municipality'))
  const local = [installed(below('law/two'), until), installed({ ...below('own'), version: '2.0.0' }, since)]
  const findings = findingsOf({ career, states }, nation, ...local)
  expect(statusOn(findings, '2014-12-31')).toEqual(['EXEMPT'])
  expect(statusOn(findings, '2015-01-01')).toEqual(['ACTIVE'])
})
