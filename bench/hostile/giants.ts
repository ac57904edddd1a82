import { type Hostile, many, put, spoilt, wide } from './row.ts'
import { sound } from './sound.ts'

const [tenure] = sound.rules
const cite = { instrument: 'measures', article: null, verified: false }
const held = { held: {} }
const worked = { accumulated: { where: {}, atLeast: 'P1Y' } }

const nested = (levels: number, inner: unknown = held): unknown => {
  let condition = inner
  for (let i = 0; i < levels; i += 1) condition = { not: condition }
  return condition
}

/** Each definition asks the one before twice. */
const doubling = (levels: number) => ({
  ...sound.definitions,
  d0: held,
  ...Object.fromEntries(many(levels, (i) => [`d${i + 1}`, { all: [{ ref: `d${i}` }, { ref: `d${i}` }] }])),
})

const rule = (i: number, more: object = {}) => ({
  ...tenure,
  id: `r${i}`,
  catalogueId: `R-${i}`,
  enabled: false,
  ...more,
})

const named = (name: string, make: () => unknown, code: string, path: string): Hostile => ({
  name,
  make,
  expects: { code, path },
})

/** Documents that would exhaust whoever reads, checks or judges by them. */
export const giants: readonly Hostile[] = [
  spoilt('conditions nine deep', 'rules/0/when', nested(8), 'TOO_LARGE'),
  spoilt('conditions forty deep', 'rules/0/when', nested(40), 'TOO_LARGE'),
  spoilt('conditions a thousand deep', 'rules/0/when', () => nested(1000), 'TOO_LARGE', ''),
  spoilt('conditions a hundred thousand deep', 'definitions/deep', () => nested(100_000), 'TOO_LARGE', ''),
  spoilt(
    'two hundred and one conditions',
    'rules/0/when',
    { any: many(2, () => ({ all: many(100, () => held) })) },
    'TOO_LARGE',
  ),
  spoilt(
    'forty thousand conditions',
    'rules/0/when',
    () => ({ any: many(200, () => ({ any: many(200, () => held) })) }),
    'TOO_LARGE',
  ),
  spoilt(
    'twenty thousand wrong conditions',
    'definitions/a',
    () => ({ any: many(200, () => ({ any: many(100, () => ({ held: { x: 1 } })) })) }),
    'TOO_LARGE',
  ),
  spoilt(
    'thousands of wrong conditions in many rules',
    'rules',
    () => many(60, (i) => rule(i, { when: { any: many(100, () => ({ held: { x: 1 } })) } })),
    'TOO_LARGE',
    '',
  ),
  spoilt(
    'two thousand wrong conditions',
    'rules',
    () => many(24, (i) => rule(i, { when: { any: many(99, () => ({ held: { x: 1 } })) } })),
    'UNKNOWN_KEY',
    'rules/0/when/any/0/held',
  ),
  spoilt('a laugh doubled sixty times', 'rules/0/when', { ref: 'd60' }, 'UNKNOWN_DEFINITION'),
  named(
    'a laugh doubled sixty times over',
    () => ({
      ...sound,
      definitions: doubling(60),
      rules: [{ ...tenure, when: { ref: 'd60' } }, ...sound.rules.slice(1)],
    }),
    'TOO_LARGE',
    'rules/0/when',
  ),
  named(
    'a laugh doubled four hundred times',
    () => ({
      ...sound,
      definitions: doubling(400),
      rules: [{ ...tenure, when: { ref: 'd400' } }, ...sound.rules.slice(1)],
    }),
    'TOO_LARGE',
    'rules/0/when',
  ),
  named(
    'a chain of four hundred definitions',
    () => ({
      ...sound,
      definitions: {
        ...Object.fromEntries(many(400, (i) => [`d${i}`, { ref: `d${i + 1}` }])),
        d400: held,
        ...sound.definitions,
      },
      rules: [{ ...tenure, when: { ref: 'd0' } }, ...sound.rules.slice(1)],
    }),
    'TOO_LARGE',
    'rules/0/when',
  ),
  spoilt(
    'ten thousand definitions',
    'definitions',
    () =>
      wide(
        10_000,
        (i) => `d${i}`,
        () => held,
      ),
    'TOO_LARGE',
  ),
  spoilt(
    'thirty thousand parameters',
    'parameters',
    () =>
      wide(
        30_000,
        (i) => `p ${i}`,
        () => 1,
      ),
    'TOO_LARGE',
  ),
  spoilt('five hundred and one rules', 'rules', () => many(501, rule), 'TOO_LARGE'),
  spoilt('three hundred thousand empty rules', 'rules', () => many(300_000, () => ({})), 'TOO_LARGE'),
  spoilt('two thousand and one clauses', 'clauses', () => many(2001, () => sound.clauses[0]), 'TOO_LARGE'),
  spoilt('three thousand and one cases', 'cases', () => many(3001, () => sound.cases[0]), 'TOO_LARGE'),
  spoilt(
    'the same case three thousand times',
    'cases',
    () => many(3000, () => sound.cases[0]),
    'DUPLICATE_ID',
    'cases/1/name',
  ),
  spoilt('the same rule five hundred times', 'rules', () => many(500, () => tenure), 'DUPLICATE_ID', 'rules/1/id'),
  spoilt('two hundred and one instruments', 'instruments', () => many(201, () => sound.instruments[0]), 'TOO_LARGE'),
  spoilt('a hundred and one words', 'rules/0/per', () => many(101, () => 'post'), 'TOO_LARGE'),
  spoilt('fifty thousand words', 'rules/4/when/all/0/kin/classes', () => many(50_000, () => 'SPOUSE'), 'TOO_LARGE'),
  spoilt(
    'a career of a hundred and one lines',
    'cases/0/career',
    () => many(101, (i) => ({ post: `p${i}`, from: '2000' })),
    'TOO_LARGE',
  ),
  spoilt(
    'sixty-five dated values',
    'parameters/years/values',
    () => many(65, (i) => ({ from: `${1900 + i}-01-01`, value: 'P10Y', cite })),
    'TOO_LARGE',
  ),
  spoilt(
    'thirty-three dated pieces',
    'parameters/years/values',
    () => many(33, (i) => ({ from: `${1900 + i}-01-01`, value: 'P10Y', cite })),
    'TOO_LARGE',
    'rules/0/when',
  ),
  spoilt('a megabyte of title', 'rules/0/title/zh', () => 'x'.repeat(1024 * 1024), 'TOO_LARGE', ''),
  spoilt(
    'a megabyte of clauses',
    'clauses',
    () => many(300, (i) => ({ ...sound.clauses[0], catalogueId: `c${i}`, text: { zh: '长'.repeat(1300), en: 'x' } })),
    'TOO_LARGE',
    '',
  ),
  spoilt(
    'fifty thousand unknown keys',
    'rules/0/title',
    () =>
      wide(
        50_000,
        (i) => `k${i}`,
        () => 1,
      ),
    'TOO_LARGE',
  ),
  spoilt(
    'a hundred unknown keys',
    'rules/0/title',
    () =>
      wide(
        100,
        (i) => `k${i}`,
        () => 1,
      ),
    'MISSING',
    'rules/0/title/zh',
  ),
  spoilt('a rule that costs too much', 'rules/0/when', { any: many(150, () => worked) }, 'TOO_COSTLY'),
  named(
    'a dear rule under many values',
    () =>
      put(
        put(sound, ['rules', '0', 'when'], { any: many(60, () => ({ lasting: { atLeast: { param: 'years' } } })) }),
        ['parameters', 'years', 'values'],
        many(30, (i) => ({ from: `${1950 + i}-01-01`, value: 'P10Y', cite })),
      ),
    'TOO_COSTLY',
    'rules/0/when',
  ),
  spoilt(
    'rules that cost too much together',
    'rules',
    () => many(25, (i) => rule(i, { when: { any: many(40, () => worked) } })),
    'TOO_COSTLY',
    'rules',
  ),
  named(
    'cases that cost too much to try',
    () => ({
      ...sound,
      rules: [...sound.rules, ...many(100, (i) => rule(i))],
      cases: many(3000, (i) => ({ ...sound.cases[0], name: `c${i}` })),
    }),
    'TOO_COSTLY',
    'cases',
  ),
]
