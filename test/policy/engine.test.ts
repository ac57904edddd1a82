import { expect, test } from 'vitest'
import { type PluginDocument, runCase } from '../../policy/index.ts'

const cite = { instrument: 'opinions', article: null, verified: false }
const title = { zh: '例', en: 'Example' }

/** A small municipal policy: ten years in one post, less than three years to retirement exempts. */
const policy: PluginDocument = {
  format: 1,
  id: 'example',
  version: '1.0.0',
  name: title,
  level: 'municipality',
  reviewedOn: '2026-01-01',
  instruments: [{ id: 'opinions', title, issuer: title, inForce: { from: '2010-01-01' } }],
  parameters: { years: { title, values: [{ from: '2010-01-01', value: 'P10Y', cite }] } },
  definitions: {},
  rules: [
    {
      id: 'ten-years',
      catalogueId: 'EX-1',
      kind: 'rotation',
      title,
      cite,
      per: ['post'],
      effect: 'MUST',
      coreType: 'policy',
      when: { lasting: { atLeast: { param: 'years' } } },
    },
    {
      id: 'near-retirement',
      catalogueId: 'EX-2',
      kind: 'exemption',
      title,
      cite,
      class: 'EXEMPT',
      appliesTo: ['own'],
      when: { toRetirement: { under: 'P3Y' } },
    },
  ],
  clauses: [],
  cases: [],
}

const heldSince = (from: string, on: string, to?: string) =>
  runCase(policy, {
    name: 'A',
    on,
    career: [{ post: 'head', from, ...(to === undefined ? {} : { to }) }],
    expect: { 'ten-years': 'binds' },
  })['ten-years']

test('ten full years are reached on the tenth anniversary, not the day before', () => {
  expect(heldSince('2014-03-01', '2024-02-29')).toBe('passes')
  expect(heldSince('2014-03-01', '2024-03-01')).toBe('binds')
})

test('29 February falls to the 28th', () => {
  expect(heldSince('2012-02-29', '2022-02-27')).toBe('passes')
  expect(heldSince('2012-02-29', '2022-02-28')).toBe('binds')
})

test('a start known to the month is undetermined until every day of that month has its anniversary', () => {
  expect(heldSince('2014-03', '2024-02-29')).toBe('passes')
  expect(heldSince('2014-03', '2024-03-01')).toBe('undetermined')
  expect(heldSince('2014-03', '2024-03-30')).toBe('undetermined')
  expect(heldSince('2014-03', '2024-03-31')).toBe('binds')
})
