import type { Divisions, Setting, SuccessionKind, Term } from '../../policy/facts/person.ts'
import type { DivisionLevel } from '../../policy/facts/vocabulary.ts'
import { addYears, dayOfText } from './calendar.ts'
import type { Dice } from './random.ts'

/** A small country: one nation, two provinces; every division has a sibling, so that a coarser place says less. */
const parents: Readonly<Record<string, string | null>> = {
  '100000': null,
  '410000': '100000',
  '411100': '410000',
  '411102': '411100',
  '411103': '411100',
  '410100': '410000',
  '410102': '410100',
  '410103': '410100',
  '520000': '100000',
  '520100': '520000',
  '520102': '520100',
  '520103': '520100',
}
export const places = Object.keys(parents)
export const counties = places.filter((code) => !code.endsWith('00'))

const levelOf = (code: string): DivisionLevel | null => {
  if (!(code in parents)) return null
  if (code === '100000') return 'nation'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'municipality' : 'county'
}

const chainOf = (code: string): readonly string[] => {
  if (!(code in parents)) return []
  const parent = parents[code] ?? null
  return parent === null ? [code] : [...chainOf(parent), code]
}
const chains = new Map(places.map((code) => [code, chainOf(code)]))

export const divisions: Divisions = {
  chain: (code) => chains.get(code) ?? [],
  level: levelOf,
  autonomous: () => false,
}

export type Succession = readonly [kind: SuccessionKind, later: string, earlier: string]

export const settingOf = (
  successions: readonly Succession[],
  terms: Readonly<Record<string, readonly Term[]>>,
): Setting => ({
  predecessors: (kind, later) =>
    successions.filter(([k, l]) => k === kind && l === later).map(([, , earlier]) => earlier),
  terms: (team) => terms[team] ?? [],
  divisions,
})

/** Numbered terms of five years, the last one running. */
const termsFrom = (first: string, count: number): Term[] =>
  Array.from({ length: count }, (_, i) => {
    const from = addYears(dayOfText(first), 5 * i)
    return { number: i + 1, from, to: i === count - 1 ? Infinity : addYears(from, 5) }
  })

const reforms: readonly (readonly Succession[])[] = [
  [],
  [],
  [['post', 'p2', 'p1']],
  [
    ['unit', 'u2', 'u1'],
    ['unit', 'o2', 'o1'],
  ],
  [
    ['post', 'p2', 'p1'],
    ['post', 'p3', 'p2'],
    ['unit', 'u3', 'u2'],
    ['unit', 'u2', 'u1'],
  ],
  [
    ['post', 'p2', 'gone'],
    ['post', 'gone', 'p1'],
    ['team', 't2', 't1'],
  ],
  [
    ['post', 'p2', 'p1'],
    ['post', 'p3', 'p1'],
    ['unit', 'u2', 'u1'],
    ['unit', 'u3', 'u1'],
  ],
]

export const randomSetting = (dice: Dice): Setting =>
  settingOf(dice.pick(reforms), { t1: termsFrom(dice.pick(['1998-01-15', '2001-03-01', '2004-02-29']), 5) })
