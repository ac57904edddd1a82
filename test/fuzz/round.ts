import { sound } from '../../bench/hostile/sound.ts'
import {
  type CareerLine,
  casePerson,
  checkCases,
  checkPlugin,
  compile,
  divisionsByCode,
  type PersonFacts,
  type PluginDocument,
  storySetting,
} from '../../policy/index.ts'
import { type Dice, diceOf } from '../oracle/random.ts'
import { conditionOf } from './grammar.ts'
import { spoiltOnce } from './spoil.ts'

/** How a document fared that somebody handed in. */
export type Outcome = 'refused' | 'judged'

const base = { ...sound, reads: ['personnel', 'family', 'discipline', 'health'] }

/** A document near a sound one: conditions of the grammar in its rules, and now and then a place or two spoilt. */
export const documentOf = (dice: Dice): unknown => {
  const rules = base.rules.map((rule) =>
    (rule.kind === 'rotation' || rule.kind === 'exemption' || rule.kind === 'placement') && dice.chance(0.7)
      ? { ...withoutDelegation(rule), when: conditionOf(dice) }
      : rule,
  )
  let document: unknown = { ...base, rules }
  for (let left = dice.chance(0.5) ? 0 : dice.int(1, 3); left > 0; left -= 1) document = spoiltOnce(document, dice)
  return document
}

/** Its condition may no longer read the parameter it delegates. */
const withoutDelegation = (rule: object): object =>
  Object.fromEntries(Object.entries(rule).filter(([key]) => key !== 'delegable'))

/**
 * Hands in the document of a seed. It is answered within a second and without an exception; refused, each problem lies at a
 * place of the document or right beside one; taken, it judges everyone alike each time.
 */
export const roundOf = (seed: number): Outcome => {
  const document = documentOf(diceOf(seed))
  const start = performance.now()
  const checked = checkPlugin(document)
  const took = performance.now() - start
  if (took > 1000) throw new Error(`Checking took ${took} ms.`)
  if ('plugin' in checked) {
    judgeEveryone(checked.plugin)
    return 'judged'
  }
  if (checked.problems.length === 0) throw new Error('Refused without a problem.')
  for (const { code, path } of checked.problems)
    if (!isThere(document, path)) throw new Error(`${code} at ${path.join('/')}, where nothing is.`)
  return 'refused'
}

const judgeEveryone = (plugin: PluginDocument): void => {
  checkCases(plugin)
  const at = '411100'
  const installation = { plugin, digest: '', jurisdiction: at, effectiveFrom: '1950-01-01', effectiveTo: null }
  const judge = compile([installation], setting)
  for (const person of people) {
    const [first, second] = [judge.findings(person), judge.findings(person)].map((found) => JSON.stringify(found))
    if (first !== second) throw new Error('The same person was judged in two ways.')
  }
}

/** Whether the document has the place, or the one it would be in. */
const isThere = (document: unknown, path: readonly string[]): boolean => {
  let value = document
  for (const [i, key] of path.entries()) {
    if (typeof value !== 'object' || value === null) return i >= path.length
    const found = Object.getOwnPropertyDescriptor(value, key)
    if (found === undefined) return i === path.length - 1
    value = found.value
  }
  return true
}

const setting = storySetting({ name: '', on: '2026-01-01', career: [], expect: {} }, divisionsByCode)

const line = (post: string, from: string, more: Partial<CareerLine> = {}): CareerLine => ({ post, from, ...more })

/** A few files with the troubles files have: months only, days unknown, levels blank, posts side by side, a loan, no career. */
const people: readonly PersonFacts[] = [
  { career: [] },
  { career: [line('p', '2000-01-01')], person: { birth: '1968-02-29', sex: 'F' } as const },
  {
    career: [line('p', '2001-03', { to: '2011', level: null }), line('q', '2011', { leading: null, category: null })],
    person: { birth: '1970' },
    states: [{ kind: 'sanction', from: '2015-07', value: '警告' } as const],
  },
  {
    career: [
      line('p', '1999-09-01', { to: '2009-09-01', duties: ['finance'] }),
      line('q', '2005-01-01', { capacity: 'secondment', to: '?' }),
      line('p', '2010-01-01', {
        team: 't',
        teamKind: 'government',
        seats: ['chief'],
        place: '411102',
        authority: '411100',
      }),
    ],
    states: [
      { kind: 'appraisal', from: '2019-12-31', value: '称职' } as const,
      { kind: 'case_filed', from: '2020', to: '2021-05-01' } as const,
    ],
    dossier: [{ kind: 'inspection', on: '2020-05' } as const],
  },
].map((story, i) => casePerson({ name: `person ${i}`, ...story }, '411100'))
