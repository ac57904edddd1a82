import { expect, test } from 'vitest'
import { type Condition, dayText, dayTextOrNull } from '../../policy/index.ts'
import { duty, findingsOf, installed, measures, type Story, statusOn } from '../support/example-policy.ts'

const always = [{ post: 'a', from: '2005-01-01' }]

/** The days a condition about the person holds, while she serves. */
const daysOf = (when: Condition, story: Partial<Story>, per: readonly ['post'] | readonly [] = []) =>
  findingsOf(
    { career: always, person: { birth: '1990-01-01' }, ...story },
    installed(measures([duty(when, { per })])),
  ).map((f) => [dayText(f.from), dayTextOrNull(f.to)])
const retires = '2053-01-01'

test('aged 45 or under ends on the 46th birthday; aged 50 or over begins on the 50th', () => {
  expect(daysOf({ age: { atMost: 45 } }, {})).toEqual([['2005-01-01', '2036-01-01']])
  expect(daysOf({ age: { atLeast: 50 } }, {})).toEqual([['2040-01-01', retires]])
})

test('a birth known to the month leaves the days of that month open', () => {
  const findings = findingsOf(
    { career: always, person: { birth: '1990-05' } },
    installed(measures([duty({ age: { atMost: 45 } }, { per: [] })])),
  )
  expect(['2036-04-30', '2036-05-01', '2036-05-30', '2036-05-31'].map((on) => statusOn(findings, on)[0])).toEqual([
    'ACTIVE',
    'UNDETERMINED',
    'UNDETERMINED',
    undefined,
  ])
})

test('what a person is holds on all days; blank education is undetermined', () => {
  expect(daysOf({ person: { sex: { in: ['F'] } } }, {})).toEqual([])
  expect(daysOf({ person: { ethnicity: { notIn: ['02'] } } }, {})).toEqual([['2005-01-01', retires]])
  const graduates = installed(measures([duty({ person: { education: { in: ['10'] } } }, { per: [] })]))
  expect(statusOn(findingsOf({ career: always }, graduates), '2020-01-01')).toEqual(['UNDETERMINED'])
})

test('a state holds on its own days, a case without a word on its stage is filed', () => {
  const states = [{ kind: 'case_filed', from: '2020-01-01', to: '2020-06-01' } as const]
  expect(daysOf({ state: { kind: 'case_filed', values: ['filed'] } }, { states })).toEqual([
    ['2020-01-01', '2020-06-01'],
  ])
  expect(daysOf({ state: { kind: 'case_filed', values: ['judicial'] } }, { states })).toEqual([])
})

test('the influence of a sanction runs from its first day by the table, whenever the sanction was lifted', () => {
  const states = [{ kind: 'sanction', value: '记过', from: '2020-02-29', to: '2020-03-15' } as const]
  const influence = { 警告: 'P6M', 记过: 'P12M' }
  expect(daysOf({ state: { kind: 'sanction', influence } }, { states })).toEqual([['2020-02-29', '2021-02-28']])
})

test('an appraisal holds until the next one', () => {
  const states = [
    { kind: 'appraisal', value: '不称职', from: '2019-12-31' } as const,
    { kind: 'appraisal', value: '称职', from: '2020-12-31' } as const,
  ]
  expect(daysOf({ state: { kind: 'appraisal', values: ['不称职'] } }, { states })).toEqual([
    ['2019-12-31', '2020-12-31'],
  ])
})

test('an appraisal whose day is unknown ends none that says the same, and may itself be older than the one on file before', () => {
  const poor = duty({ state: { kind: 'appraisal', values: ['基本称职', '不称职'] } })
  const appraised = (value: string, from: string) => ({ kind: 'appraisal', value, from }) as const
  const statuses = (...states: ReturnType<typeof appraised>[]) =>
    findingsOf({ career: always, states }, installed(measures([poor]))).flatMap(({ spans }) =>
      spans.map(({ status, from }) => [status, dayText(from)]),
    )
  expect(statuses(appraised('基本称职', '2018-12-31'), appraised('不称职', '2019'))).toEqual([['ACTIVE', '2018-12-31']])
  expect(statuses(appraised('称职', '2019-06-30'), appraised('不称职', '2019'))).toEqual([
    ['UNDETERMINED', '2019-01-01'],
  ])
})

const moves = [
  { post: 'a', from: '2010-01-01', to: '2020-03-01' },
  { post: 'b', from: '2020-03-01', to: '2020-10-01' },
  { post: 'c', from: '2020-10-01', level: 'section_deputy' as const },
]

test('two moves within a year are counted from the second until a year after the first', () => {
  expect(daysOf({ happened: { event: 'move', within: 'P1Y', times: 2 } }, { career: moves })).toEqual([
    ['2020-10-01', '2021-03-01'],
  ])
})

test('a first post is an appointment and no move; a higher level is a promotion', () => {
  expect(daysOf({ happened: { event: 'appointment', within: 'P1Y', times: 1 } }, { career: moves })).toEqual([
    ['2010-01-01', '2011-01-01'],
    ['2020-03-01', '2021-10-01'],
  ])
  expect(daysOf({ happened: { event: 'promotion', within: 'P1M', times: 1 } }, { career: moves })).toEqual([
    ['2020-10-01', '2020-11-01'],
  ])
})

test('the start of a state can be the event', () => {
  const states = [{ kind: 'unsuited', from: '2020-01-10', to: '2020-01-20' } as const]
  expect(daysOf({ happened: { event: 'stateStart', kind: 'unsuited', within: 'P30D', times: 1 } }, { states })).toEqual(
    [['2020-01-10', '2020-02-09']],
  )
})

test('a native serves in a place her own place lies in; a coarser place leaves it open, a blank one too', () => {
  const county = [{ post: 'a', from: '2005-01-01', place: '411121' }]
  const native = installed(measures([duty({ native: { place: 'post', basis: ['birth'] } })]))
  const bornIn = (birthPlace?: string) =>
    statusOn(
      findingsOf({ career: county, person: { ...(birthPlace === undefined ? {} : { birthPlace }) } }, native),
      '2020-01-01',
    )[0]
  expect([bornIn('411121'), bornIn('411122'), bornIn('411100'), bornIn('360400'), bornIn()]).toEqual([
    'ACTIVE',
    undefined,
    'UNDETERMINED',
    undefined,
    'UNDETERMINED',
  ])
})

test('negation swaps what is sure and what is possible', () => {
  const states = [{ kind: 'unsuited', from: '2020-06' } as const]
  const findings = findingsOf(
    { career: always, states },
    installed(measures([duty({ not: { state: { kind: 'unsuited' } } }, { per: [] })])),
  )
  expect(['2020-05-31', '2020-06-01', '2020-06-30'].map((on) => statusOn(findings, on)[0])).toEqual([
    'ACTIVE',
    'UNDETERMINED',
    undefined,
  ])
})

test('a rule whose parameter has no value on a day says nothing that day', () => {
  const cite = { instrument: 'measures', article: null, verified: false }
  const years = {
    title: { zh: '年', en: 'years' },
    values: [
      { from: '2018-01-01', value: 'P10Y', cite },
      { from: '2022-01-01', value: null, cite },
    ],
  }
  const policy = measures([duty({ lasting: { atLeast: { param: 'years' } } })], { parameters: { years } })
  expect(findingsOf({ career: always }, installed(policy)).map((f) => [dayText(f.from), dayTextOrNull(f.to)])).toEqual([
    ['2018-01-01', '2022-01-01'],
  ])
})

test('counting along a dimension of the whole career asks any of its stays', () => {
  const career = [
    { post: 'a', internalUnit: 'X', from: '2005-01-01', to: '2012-01-01' },
    { post: 'b', internalUnit: 'X', from: '2012-01-01' },
  ]
  expect(daysOf({ lasting: { along: 'internalUnit', atLeast: 'P10Y' } }, { career })).toEqual([['2015-01-01', retires]])
})
