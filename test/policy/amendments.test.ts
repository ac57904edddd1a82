import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { amendments, type PluginDocument } from '../../policy/index.ts'
import { samplePlugin } from '../support/sample-plugin.ts'

const between = (before: PluginDocument, after: PluginDocument) =>
  amendments(before, after, 'zh').map(({ part, id, kind }) => [part, id, kind])

const [rule] = samplePlugin.rules
const years = samplePlugin.parameters.years
const cite = { instrument: 'measures', article: '第九条', verified: false }

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, member]) => [key, shuffled(member)] as const)
  return Object.fromEntries(entries.toReversed())
}

test('a policy is no amendment of itself, however its keys are ordered', () => {
  for (const plugin of plugins) {
    expect(between(plugin, plugin)).toEqual([])
    expect(between(plugin, Object.assign({}, plugin, shuffled(plugin)))).toEqual([])
  }
})

test('whatever is added one way is removed the other way', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plugins), fc.constantFrom(...plugins), (a, b) => {
      const [there, back] = [between(a, b), between(b, a)]
      const turned = { ADDED: 'REMOVED', REMOVED: 'ADDED', CHANGED: 'CHANGED' } as const
      const told = (found: readonly (readonly string[])[]) =>
        found.map((each) => each.slice(0, 1).concat(each[2] ?? ''))
      expect(told(back).toSorted()).toEqual(
        there.map(([part = '', , kind = 'CHANGED']) => [part, turned[kind as keyof typeof turned]]).toSorted(),
      )
    }),
    { numRuns: 20 },
  )
})

describe('an amendment is told by what it touches', () => {
  test('a new value, from its day, and the rule that rests on it, in both sentences', () => {
    if (years === undefined) throw new Error('no years')
    const next = {
      ...samplePlugin,
      parameters: {
        ...samplePlugin.parameters,
        years: { ...years, values: [...years.values, { from: '2027-01-01', value: 'P6Y', cite }] },
      },
    }
    const [ruled, value] = amendments(samplePlugin, next, 'zh')
    expect(ruled).toMatchObject({
      part: 'rule',
      id: 'QH-1',
      kind: 'CHANGED',
      before: '同一职位任职连续满8年的，必须交流。',
      after: '同一职位任职连续满6年的，必须交流。',
    })
    expect(value).toMatchObject({ part: 'value', id: 'years', kind: 'CHANGED' })
    expect(value?.differences).toEqual([
      { what: { zh: '自2027-01-01起', en: 'from 2027-01-01' }, before: null, after: '6年' },
    ])
  })

  test('an older value, though no sentence of today shows it', () => {
    if (years === undefined) throw new Error('no years')
    const values = years.values.map((dated) => (dated.from === '2015-01-01' ? { ...dated, value: 'P9Y' } : dated))
    const next = { ...samplePlugin, parameters: { ...samplePlugin.parameters, years: { ...years, values } } }
    const [ruled] = amendments(samplePlugin, next, 'zh')
    expect(ruled).toMatchObject({ part: 'rule', id: 'QH-1', kind: 'CHANGED' })
    expect(ruled?.differences.map(({ what }) => what.zh)).toEqual(['所据数值的日期或出处'])
  })

  test('a named condition, by every rule that rests on it', () => {
    if (rule?.kind !== 'rotation') throw new Error('no rule')
    const resting = { ...samplePlugin, rules: [{ ...rule, when: { all: [{ ref: 'leads' }, rule.when] } }] }
    const next = { ...resting, definitions: { ...resting.definitions, leads: { held: { leading: false } } } }
    expect(between(resting, next)).toEqual([
      ['rule', 'QH-1', 'CHANGED'],
      ['definition', 'leads', 'CHANGED'],
    ])
  })

  test('what the sentence does not say: effect, citation, rest, what others may do', () => {
    if (rule?.kind !== 'rotation') throw new Error('no rule')
    const changed = {
      ...rule,
      effect: 'SHALL' as const,
      cite: { ...rule.cite, verified: true },
      enabled: false,
      exemptable: ['county' as const],
    }
    const [found] = amendments(samplePlugin, { ...samplePlugin, rules: [changed] }, 'en')
    expect(found?.differences.map(({ what, before, after }) => [what.en, before, after])).toEqual([
      ['citation', 'measures 第八条, not verified', 'measures 第八条, verified'],
      ['enabled', 'true', 'false'],
      ['effect', 'MUST', 'SHALL'],
      ['exemptable by', null, 'county'],
    ])
  })

  test('identity, instruments, clauses and cases', () => {
    const clause = {
      catalogueId: 'QH-2',
      title: samplePlugin.name,
      text: { zh: '由人研判', en: 'Left' },
      cite,
      status: 'manual' as const,
    }
    const next = {
      ...samplePlugin,
      version: '1.1.0',
      instruments: samplePlugin.instruments.map((each) => ({ ...each, inForce: { from: '2016-01-01' } })),
      clauses: [clause],
      cases: samplePlugin.cases.slice(1),
    }
    expect(between(samplePlugin, next)).toEqual([
      ['identity', 'qinghe', 'CHANGED'],
      ['instrument', 'measures', 'CHANGED'],
      ['clause', 'QH-2', 'ADDED'],
      ['case', 'ten years', 'REMOVED'],
    ])
  })
})
