import type { Dice } from '../oracle/random.ts'

/** Values that belong nowhere, or almost. */
const strange: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    -0,
    '',
    '?',
    'P0D',
    'P10Y',
    '2023-02-29',
    '2024-02-29',
    '2200-12-31',
    '1800-01-01',
  ],
  ...['own', 'below', 'post', 'constructor', '__proto__', 'qinghe/tenure', '\u202e', '\ud800', '<b>', '=1+1', '清河'],
  ...[[], {}, [[]], [null], { param: 'years' }, { param: 'other' }, { ref: 'sensitive' }, { not: {} }, { held: {} }],
]

/** A copy with one place changed: another value, one from elsewhere in the document, nothing, or the same twice. */
export const spoiltOnce = (document: unknown, dice: Dice): unknown => {
  const places = placesIn(document, [])
  const path = dice.pick(places)
  const from = dice.pick(places)
  return change(document, path, (value) => {
    switch (dice.int(0, 4)) {
      case 0:
        return dice.pick(strange)
      case 1:
        return at(document, from)
      case 2:
        return undefined
      case 3:
        return Array.isArray(value) ? [...value, ...value] : [value]
      default:
        return typeof value === 'number' ? value + dice.pick([-1, 1, 0.5]) : near(value, dice)
    }
  })
}

/** Something like it. */
const near = (value: unknown, dice: Dice): unknown => {
  if (typeof value !== 'string') return dice.pick(strange)
  const i = dice.int(0, value.length)
  return `${value.slice(0, i)}${dice.pick(['', '0', '9', '-', 'Y', ' ', '/', '职'])}${value.slice(i + dice.int(0, 1))}`
}

const placesIn = (value: unknown, path: readonly string[]): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, below]) => [[...path, key], ...placesIn(below, [...path, key])])
    : []

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((found: unknown, key) => Object.getOwnPropertyDescriptor(Object(found), key)?.value, value)

const change = (value: unknown, [key, ...rest]: readonly string[], to: (value: unknown) => unknown): unknown => {
  if (key === undefined) return to(value)
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? change(item, rest, to) : item))
  return Object.fromEntries(Object.entries(Object(value)).map(([k, v]) => [k, k === key ? change(v, rest, to) : v]))
}
