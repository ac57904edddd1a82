import { samplePlugin } from '../support/sample-plugin.ts'
import { cite, type Refusal } from './refusals.ts'

const title = { zh: '年限', en: 'Years' }
const set = (from = '2020-01-01', value: unknown = 'P8Y', cited: unknown = cite) => ({
  title,
  values: [{ from, value, cite: cited }],
})
const delegating = (more: object) => [{ parameter: 'years', to: ['county'], ...more }]

/** What is wrong, in one document alone, with what it sets for its superiors and what it lets lower levels set. */
export const delegatedRefusals: readonly Refusal[] = [
  ['when it sets a value that has no full name', 'delegated', { years: set() }, 'MALFORMED', 'delegated/years'],
  ['when the name of what it sets has three parts', 'delegated', { 'a/b/c': set() }, 'MALFORMED', 'delegated/a/b/c'],
  [
    'when it sets its own parameter as if a superior delegated it',
    'delegated',
    { 'qinghe/years': set() },
    'NOT_DELEGABLE',
    'delegated/qinghe/years',
  ],
  [
    'when the nation sets a value, over which nobody stands',
    '',
    { ...samplePlugin, level: 'nation', delegated: { 'other/years': set() } },
    'NOT_DELEGABLE',
    'delegated/other/years',
  ],
  [
    'when a value it sets has no first day',
    'delegated',
    { 'national/years': { title, values: [{ value: 'P8Y', cite }] } },
    'UNDATED_VALUE',
    'delegated/national/years/values/0/from',
  ],
  [
    'when a value it sets has no citation',
    'delegated',
    { 'national/years': { title, values: [{ from: '2020-01-01', value: 'P8Y' }] } },
    'UNCITED',
    'delegated/national/years/values/0/cite',
  ],
  [
    'when a value it sets cites an instrument it does not list',
    'delegated',
    { 'national/years': set('2020-01-01', 'P8Y', { ...cite, instrument: 'other' }) },
    'UNKNOWN_INSTRUMENT',
    'delegated/national/years/values/0/cite/instrument',
  ],
  [
    'when the values it sets descend',
    'delegated',
    { 'national/years': { title, values: [...set('2020-01-01').values, ...set('2019-01-01').values] } },
    'DESCENDING_DATES',
    'delegated/national/years/values/1/from',
  ],
  [
    'when it sets more values than anyone could judge',
    'delegated',
    {
      'national/years': { title, values: Array.from({ length: 33 }, (_, i) => set(`${1980 + i}-01-01`).values[0]) },
    },
    'TOO_LARGE',
    'delegated/national/years/values',
  ],
  [
    'when it delegates a parameter the rule does not read',
    'rules/0/delegable',
    delegating({ parameter: 'count' }),
    'REACHES_NOTHING',
    'rules/0/delegable/0/parameter',
  ],
  [
    'when it delegates to its own level',
    'rules/0/delegable',
    delegating({ to: ['municipality', 'county'] }),
    'REACHES_NOTHING',
    'rules/0/delegable/0/to',
  ],
  [
    'when it delegates to nobody',
    'rules/0/delegable',
    delegating({ to: [] }),
    'REACHES_NOTHING',
    'rules/0/delegable/0/to',
  ],
  [
    'when a bound is of another type',
    'rules/0/delegable',
    delegating({ min: 5 }),
    'PARAMETER_TYPE',
    'rules/0/delegable/0/min',
  ],
  [
    'when its own value lies outside what it delegates',
    'rules/0/delegable',
    delegating({ max: 'P9Y' }),
    'PARAMETER_TYPE',
    'rules/0/delegable/0/max',
  ],
  [
    'when a bound on an exemption is written',
    'rules/0',
    { ...samplePlugin.rules[0], kind: 'exemption', delegable: delegating({}) },
    'UNKNOWN_KEY',
    'rules/0',
  ],
  [
    'when the areas it delegates to are on no list',
    'rules/0/delegable',
    delegating({ areas: 'coastal' }),
    'UNKNOWN_WORD',
    'rules/0/delegable/0/areas',
  ],
  [
    'when a delegation cites an instrument it does not list',
    'rules/0/delegable',
    delegating({ cite: { ...cite, instrument: 'other' } }),
    'UNKNOWN_INSTRUMENT',
    'rules/0/delegable/0/cite/instrument',
  ],
  ['when it declares a class of facts that is on no list', 'reads', ['gossip'], 'UNKNOWN_WORD', 'reads/0'],
  [
    'when it reads a class of facts that it does not declare',
    'rules/0/when',
    { any: [{ lasting: { atLeast: 'P1Y' } }, { state: { kind: 'sanction' } }] },
    'UNDECLARED_CLASS',
    'rules/0/when/any/1',
  ],
]
