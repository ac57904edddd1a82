import { type Hostile, spoilt } from './row.ts'

const days = [
  '2023-02-30',
  '2023-02-29',
  '1900-02-29',
  '2023-2-1',
  '2023-13-01',
  '2023-00-10',
  '2023-01-00',
  '23-01-01',
  '2023-01',
  '?',
  '2023/01/01',
  '２０２３-01-01',
  '2023-01-01T00:00:00Z',
  '9999-12-31',
  '0001-01-01',
  'today',
  '',
]
const places = ['reviewedOn', 'instruments/0/inForce/from', 'parameters/years/values/0/from', 'cases/0/on'] as const
const periods = [
  'P-1Y',
  'P99999Y',
  'P1.5Y',
  'P',
  'PT10H',
  '10Y',
  'P10',
  'p10y',
  'P1W',
  'P1Y-6M',
  ' P10Y',
  '十年',
  'P1e3Y',
  '',
]

export const values: readonly Hostile[] = [
  ...days.map((day, i) => {
    const place = places[i % places.length] ?? 'reviewedOn'
    return spoilt(`the day \`${day}\` for ${place}`, place, day, 'BAD_DAY')
  }),
  ...['2014-02-30', '2014-13', '14', '??', '2014-3'].map((day) =>
    spoilt(`a career from \`${day}\``, 'cases/0/career/0/from', day, 'BAD_DAY'),
  ),
  ...periods.map((period) =>
    spoilt(`the period \`${period}\``, 'rules/1/when/all/1/lasting/atLeast', period, 'BAD_PERIOD'),
  ),
  spoilt(
    'a period of text for a dated value',
    'parameters/years/values/0/value',
    'P-1Y',
    'PARAMETER_TYPE',
    'rules/0/when/lasting/atLeast',
  ),
  spoilt(
    'a number for a dated period',
    'parameters/years/values/0/value',
    10,
    'PARAMETER_TYPE',
    'rules/0/when/lasting/atLeast',
  ),
  spoilt(
    'a list for a dated period',
    'parameters/grace/values/0/value',
    ['P2Y'],
    'PARAMETER_TYPE',
    'rules/0/deadline/within',
  ),
  spoilt(
    'a duty that is on no list',
    'parameters/keyDuties/values/0/value',
    ['espionage'],
    'PARAMETER_TYPE',
    'definitions/sensitive/held/duties',
  ),
  spoilt('a number without end', 'parameters/times/values/0/value', () => Infinity, 'MALFORMED'),
  spoilt('what is no number', 'parameters/times/values/0/value', () => Number.NaN, 'MALFORMED'),
  ...(
    [
      ['half a time', 1.5],
      ['minus one time', -1],
      ['more times than there are days', 1e308],
    ] as const
  ).map(([name, times]) => ({
    ...spoilt(
      name,
      'rules/2/when',
      { happened: { event: 'move', within: 'P1Y', times } },
      times > 1000 ? 'TOO_LARGE' : 'MALFORMED',
      'rules/2/when/happened/times',
    ),
  })),
  spoilt(
    'an age beyond the count of years',
    'rules/2/when',
    { age: { atLeast: 1001 } },
    'TOO_LARGE',
    'rules/2/when/age/atLeast',
  ),
  spoilt('an age below nought', 'rules/2/when', { age: { atMost: -1 } }, 'MALFORMED', 'rules/2/when/age/atMost'),
  ...[1.5, -1, 1e308, 1001].map((value) => ({
    name: `${value} times by a parameter`,
    make: () => {
      const made = spoilt('', 'parameters/times/values/0/value', value, '').make()
      return {
        ...Object(made),
        definitions: { sensitive: { happened: { event: 'move', within: 'P1Y', times: { param: 'times' } } } },
      }
    },
    expects: { code: 'PARAMETER_TYPE', path: 'definitions/sensitive/happened/times' },
  })),
  spoilt(
    'dated values in the wrong order',
    'parameters/years/values',
    () => [
      { from: '2020-01-01', value: 'P8Y', cite: { instrument: 'measures', article: null, verified: false } },
      { from: '2015-01-01', value: 'P10Y', cite: { instrument: 'measures', article: null, verified: false } },
    ],
    'DESCENDING_DATES',
    'parameters/years/values/1/from',
  ),
  spoilt('an instrument that ends before it begins', 'instruments/0/inForce/to', '2014-01-01', 'DESCENDING_DATES'),
  spoilt(
    'a rule that ends on its first day',
    'rules/0/inForce',
    { from: '2020-01-01', to: '2020-01-01' },
    'DESCENDING_DATES',
    'rules/0/inForce/to',
  ),
  spoilt('a division code of four digits', 'jurisdiction', '4111', 'MALFORMED'),
  spoilt('a division code of other digits', 'jurisdiction', '４１１１００', 'MALFORMED'),
  spoilt('a version of two numbers', 'version', '1.0', 'MALFORMED'),
  spoilt('a version with a letter', 'version', 'v1.0.0', 'MALFORMED'),
  spoilt('a later format', 'format', 2, 'UNKNOWN_WORD'),
  spoilt('a format in words', 'format', '1', 'UNKNOWN_WORD'),
  spoilt('a yes in words', 'rules/0/cite/verified', 'true', 'MALFORMED'),
]
