import { describe, expect, test } from 'vitest'
import {
  type Condition,
  certificateProblems,
  certify,
  type Delegation,
  divisionsByCode,
  type ParameterValue,
} from '../../../policy/index.ts'
import { duty, exampleCity } from '../../support/example-policy.ts'
import { certified, city, law, nationwide } from '../../support/two-layers.ts'
import { isActive } from '../../support/witness.ts'

const cite = { instrument: 'measures', article: '第二条', verified: false }
const title = { zh: '年限', en: 'Years' }
const param = (value: ParameterValue, from = '2000-01-01') => ({ title, values: [{ from, value, cite }] })
const years: Condition = { lasting: { atLeast: { param: 'years' } } }
const handing = (delegable: readonly Delegation[], when: Condition = years, value: ParameterValue = 'P10Y') =>
  law([duty(when, { id: 'tenure', delegable })], { parameters: { years: param(value) } })
const setting = (value: ParameterValue) => city([], { delegated: { 'law/years': param(value, '2012-01-01') } })
const range: Delegation = { parameter: 'years', min: 'P8Y', max: 'P12Y', to: ['municipality'] }

describe('a value that a superior hands down', () => {
  test.each(['P8Y', 'P10Y', 'P12Y', 'P144M'])('may be set within its range: %s', (value) => {
    const { items, conforms } = certified(setting(value), handing([range]))
    expect(items).toMatchObject([
      { point: 'delegation', holds: true, basis: 'allowed', path: ['delegated', 'law/years'] },
    ])
    expect(conforms).toBe(true)
  })

  test('may be a list that holds all it must and none it may not', () => {
    const duties: Condition = { held: { duties: { param: 'years' } } }
    const list: Delegation = { parameter: 'years', min: ['audit'], max: ['audit', 'finance'], to: ['municipality'] }
    const superior = handing([list], duties, ['audit', 'finance'])
    const decided = (value: ParameterValue) => certified(setting(value), superior).items.map(({ basis }) => basis)
    expect([['audit'], ['audit', 'finance']].map(decided)).toEqual([['allowed'], ['allowed']])
    expect(decided(['finance'])).toEqual(['refuted'])
    expect(decided(['audit', 'personnel'])).toEqual(['refuted'])
  })
})

describe('a value that nobody handed down', () => {
  test('outside the range is refused with an officer whom it would release', () => {
    const certificate = certified(setting('P15Y'), handing([range]))
    expect(certificateProblems(certificate).map(({ code }) => code)).toEqual(['OUT_OF_RANGE'])
    const officer = certificate.items[0]?.counterexample?.officer
    if (officer === undefined) throw new TypeError('no officer')
    expect(isActive(officer, 'law/tenure', nationwide(handing([range])))).toBe(true)
    expect(isActive(officer, 'law/tenure', nationwide(handing([range], years, 'P15Y')))).toBe(false)
  })

  test('stricter than the range is refused by competence: it would release nobody', () => {
    const certificate = certified(setting('P5Y'), handing([range]))
    expect(certificate.items).toMatchObject([{ holds: false, basis: 'competence', counterexample: null }])
  })

  test.each<readonly [string, readonly Delegation[]]>([
    ['to no level', []],
    ['to another level', [{ ...range, to: ['province'] }]],
    ['in autonomous areas alone', [{ ...range, areas: 'autonomous' }]],
  ])('handed down %s is not to be set', (_, delegable) => {
    const problems = certificateProblems(certified(setting('P11Y'), handing(delegable)))
    expect(problems).toMatchObject([{ code: 'NOT_DELEGABLE', superior: { rule: 'law/tenure' } }])
    expect(problems[0]?.message.zh).toContain('反例')
  })

  test('of another type is refused without a trial of it', () => {
    expect(certificateProblems(certified(setting(8), handing([range])))).toMatchObject([
      { code: 'PARAMETER_TYPE', path: ['delegated', 'law/years', 'values', '0', 'value'] },
    ])
  })

  test('is refused in the words of the range, with the article, the day from which it would count, and a remedy', () => {
    const [problem, ...others] = certificateProblems(certified(setting('P15Y'), handing([range])))
    expect(others).toEqual([])
    expect(problem?.message.zh).toContain('须不少于 `P8Y`、不多于 `P12Y`；自 2012-01-01 的 `P15Y` 超出')
    expect(problem?.message.zh).toContain('第一条')
    expect(problem?.remedy.en).toBe('Set it to: no less than `P8Y` and no more than `P12Y`.')
  })
})

describe('a value handed down to autonomous areas', () => {
  const superior = handing([{ ...range, areas: 'autonomous' }])
  const itemsIn = (autonomous: boolean) =>
    certify(setting('P11Y'), exampleCity, [nationwide(superior)], { ...divisionsByCode, autonomous: () => autonomous })
      .items

  test('may be set by one, and by no other place', () => {
    expect(itemsIn(true)).toMatchObject([{ holds: true, basis: 'allowed' }])
    expect(itemsIn(false)).toMatchObject([{ holds: false, verdict: 'NOT_DELEGABLE' }])
  })
})
