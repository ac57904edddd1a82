import { describe, expect, test } from 'vitest'
import {
  type Bar,
  type Condition,
  certificateProblems,
  type PlacementRule,
  type RotationRule,
} from '../../../policy/index.ts'
import { duty } from '../../support/example-policy.ts'
import { certified, city, law, nationwide } from '../../support/two-layers.ts'
import { isActive } from '../../support/witness.ts'

const title = { zh: '不得调动', en: 'No move' }
const cite = { instrument: 'measures', article: '第三条', verified: false }
const bar = (when: Condition, id = 'bar', effect: Bar = 'MUST_NOT'): PlacementRule => ({
  id,
  catalogueId: id.toUpperCase(),
  kind: 'placement',
  title,
  cite,
  effect,
  when,
})
const ten: Condition = { lasting: { atLeast: 'P10Y' } }
const must = (more: Partial<RotationRule> = {}) => law([duty(ten, { id: 'tenure', ...more })])
const health: Condition = { state: { kind: 'health_unfit' } }
const filed: Condition = { state: { kind: 'case_filed' } }

describe('a bar on every move of people who must move', () => {
  test.each<readonly [string, Condition]>([
    ['for a fact about them', health],
    ['for their age', { age: { atLeast: 55 } }],
    ['for the post they hold', { held: { level: ['section_chief'] } }],
    ['for the post they would leave', { leaves: { level: ['section_chief'] } }],
    ['in one of two ways', { any: [{ all: [health, { rises: {} }] }, { all: [filed, { age: { atLeast: 50 } }] }] }],
    [
      'in two ways that leave no way out',
      {
        any: [
          { all: [health, { takes: { leading: true } }] },
          { all: [health, { not: { takes: { leading: true } } }] },
        ],
      },
    ],
    ['whatever post it is', { all: [health, { takes: {} }] }],
    [
      'in two ways that are all the levels there are',
      {
        any: [
          { all: [health, { takes: { level: { to: 'section_chief' } } }] },
          { all: [health, { takes: { level: { from: 'section_chief' } } }] },
        ],
      },
    ],
  ])('is refused %s, with an officer who cannot move', (_, when) => {
    const certificate = certified(city([bar(when)]), must())
    expect(certificate.items).toMatchObject([{ point: 'bar', basis: 'refuted', path: ['rules', '0', 'when'] }])
    const officer = certificate.items[0]?.counterexample?.officer
    if (officer === undefined) throw new TypeError('no officer')
    expect(isActive(officer, 'law/tenure', nationwide(must()))).toBe(true)
    expect(certificateProblems(certificate)[0]).toMatchObject({
      code: 'MAKES_IMPOSSIBLE',
      superior: { rule: 'law/tenure' },
    })
  })
})

describe('a bar touches no superior duty', () => {
  test.each<readonly [string, PlacementRule, ReturnType<typeof law>]>([
    ['that speaks of some destinations only', bar({ all: [health, { takes: { leading: true } }] }), must()],
    ['against rising', bar({ rises: {} }), must()],
    ['against natives', bar({ native: { place: 'takes', basis: ['growth'] } }), must()],
    ['that is generally so', bar(health, 'bar', 'GENERALLY_NOT'), must()],
    ['where the superior says shall, not must', bar(health), must({ effect: 'SHALL' })],
    ['where the superior retires people', bar(health), must({ action: 'retire' })],
  ])('%s', (_, lower, superior) => {
    expect(certified(city([lower]), superior).items).toEqual([])
  })

  test('where a bar above forbids the same already', () => {
    const superior = law([duty(ten, { id: 'tenure' }), bar({ any: [health, filed] }, 'law-bar')])
    expect(certified(city([bar({ all: [health, { age: { atLeast: 40 } }] })]), superior).items).toMatchObject([
      { holds: true, basis: 'proved' },
    ])
  })

  test('where nobody whom it holds fast can be bound', () => {
    expect(
      certified(city([bar({ all: [health, { not: { lasting: { along: 'post', atLeast: 'P5Y' } } }] })]), must()).items,
    ).toMatchObject([{ holds: true, basis: 'proved' }])
  })

  test('where the duty lets this level exempt from it', () => {
    expect(certified(city([bar(health)]), must({ exemptable: ['municipality'] })).items).toMatchObject([
      { holds: true, basis: 'allowed' },
    ])
  })

  test('a bar wider than the one above is not covered by saying that one again', () => {
    const superior = law([duty(ten, { id: 'tenure' }), bar(filed, 'law-bar')])
    const wider: PlacementRule = { ...bar({ any: [filed, health] }), restates: ['law/law-bar'] }
    expect(certified(city([wider]), superior).items.map(({ point, basis }) => `${point} ${basis}`)).toEqual([
      'restatement proved',
      'bar refuted',
    ])
  })
})

test('two bars of one document, or one beside a bar above, that leave no way out together are refused', () => {
  const leading = bar({ all: [health, { takes: { leading: true } }] }, 'up')
  const other = bar({ all: [health, { takes: { leading: false } }] }, 'down')
  const told = [{ point: 'bar', basis: 'refuted' }]
  expect(certified(city([leading, other]), must()).items).toMatchObject([{ ...told[0], path: ['rules', '1', 'when'] }])
  const above = law([duty(ten, { id: 'tenure' }), leading])
  expect(certified(city([other]), above).items).toMatchObject(told)
  expect(certified(city([leading]), must()).items).toEqual([])
})
