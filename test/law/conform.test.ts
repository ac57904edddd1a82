import { describe, expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { luohe } from '../../plugins/luohe/plugin.ts'
import { national } from '../../plugins/national/plugin.ts'
import {
  checkInstall,
  type Delegation,
  delegationProblems,
  divisionsByCode,
  exemption,
  type Installation,
  type ParameterValue,
  type PluginDocument,
  state,
} from '../../policy/index.ts'
import { samplePlugin } from '../support/sample-plugin.ts'

const cite = { instrument: 'measures', article: '第二条', verified: false }

const installed = (plugin: PluginDocument, jurisdiction: string): Installation => ({
  plugin,
  digest: '',
  jurisdiction,
  effectiveFrom: '2021-01-01',
  effectiveTo: null,
})
const baseline = [installed(national, '100000')]
const place: Readonly<Record<string, string>> = { 'template-district': '520102', 'template-county': '411121' }
const codesOf = (plugin: PluginDocument, at: string, superiors: readonly Installation[] = baseline) =>
  checkInstall(plugin, at, superiors, divisionsByCode).map(({ code }) => code)

const reaching = (...targets: readonly string[]): PluginDocument => ({
  ...samplePlugin,
  rules: [
    ...samplePlugin.rules,
    exemption({
      id: 'waived',
      catalogueId: 'QH-2',
      title: { zh: '免', en: 'Waived' },
      cite: { instrument: 'measures', article: null, verified: false },
      class: 'EXEMPT',
      appliesTo: targets,
      when: state({ kind: 'health_unfit' }),
    }),
  ],
})

describe('a document is installed', () => {
  test.each(plugins.map((plugin) => [plugin.id, plugin] as const))('%s, below the national baseline', (id, plugin) => {
    const superiors = id === 'national' ? [] : baseline
    expect(codesOf(plugin, plugin.jurisdiction ?? place[id] ?? '', superiors)).toEqual([])
  })

  test('where it reaches rules that stand above it', () => {
    expect(codesOf(reaching('own', 'national/zr-10a', 'national/zr-10b'), '411100')).toEqual([])
  })
})

describe('a document is refused', () => {
  test('at a place whose code is not in the tree of divisions', () => {
    const empty = { chain: () => [], level: () => null, autonomous: () => false }
    expect(checkInstall(samplePlugin, '999999', [], empty).map(({ code }) => code)).toEqual(['WRONG_JURISDICTION'])
  })

  test('at a place of another level', () => {
    expect(codesOf(samplePlugin, '411121')).toEqual(['WRONG_LEVEL'])
  })

  test('at a place that is not its own', () => {
    expect(codesOf(luohe, '360400')).toEqual(['WRONG_JURISDICTION'])
  })

  test('where it exempts from a rule that nothing above carries', () => {
    expect(codesOf(reaching('national/zr-99'), '411100')).toEqual(['UNKNOWN_SUPERIOR_RULE'])
    expect(codesOf(luohe, '411100', [])).toContain('UNKNOWN_SUPERIOR_RULE')
  })

  test('where it exempts from a rule of a neighbour, who is not above it', () => {
    expect(codesOf(reaching('luohe/lh-m1'), '360400', [...baseline, installed(luohe, '411100')])).toEqual([
      'UNKNOWN_SUPERIOR_RULE',
    ])
  })

  test('where it restates a rule that nothing above carries', () => {
    const rules = samplePlugin.rules.map((rule) =>
      rule.kind === 'rotation' ? { ...rule, restates: ['national/zr-99'] } : rule,
    )
    expect(codesOf({ ...samplePlugin, rules }, '411100')).toEqual(['UNKNOWN_SUPERIOR_RULE'])
  })
})

describe('what a document sets for its superiors', () => {
  const years = (value: ParameterValue | null, from = '2022-01-01') => ({
    title: { zh: '年限', en: 'Years' },
    values: [{ from, value, cite }],
  })
  const setting = (name: string, value: ParameterValue | null): PluginDocument => ({
    ...samplePlugin,
    delegated: { [name]: years(value) },
  })
  const [rule] = samplePlugin.rules
  const provincial = (delegable: readonly Delegation[], more: Partial<PluginDocument> = {}): PluginDocument => ({
    ...samplePlugin,
    id: 'henan',
    level: 'province',
    jurisdiction: '410000',
    rules: rule?.kind === 'rotation' ? [{ ...rule, delegable }] : [],
    ...more,
  })
  const ranged: Delegation = { parameter: 'years', min: 'P5Y', max: 'P12Y', to: ['municipality'] }
  const above = (...delegable: readonly Delegation[]) => [...baseline, installed(provincial(delegable), '410000')]
  const problems = (plugin: PluginDocument, superiors: readonly Installation[], at = '411100') =>
    delegationProblems(plugin, at, superiors, divisionsByCode)

  test('is installed within the range, at the level named, by the day it likes', () => {
    for (const value of ['P5Y', 'P60M', 'P12Y', 'P5Y1D', null])
      expect(problems(setting('henan/years', value), above(ranged))).toEqual([])
  })

  test('is refused out of range, with the superior’s article and the range', () => {
    for (const value of ['P4Y', 'P12Y1D', 'P1826D', 'P59M'])
      expect(problems(setting('henan/years', value), above(ranged))).toMatchObject([
        {
          code: 'OUT_OF_RANGE',
          path: ['delegated', 'henan/years', 'values', '0', 'value'],
          superior: { rule: 'henan/same-post', catalogueId: 'QH-1', cite: { article: '第八条' } },
        },
      ])
    const [problem] = problems(setting('henan/years', 'P4Y'), above(ranged))
    expect(problem?.message.zh).toBe(
      '上级规定《清河市干部交流办法》第八条（QH-1）许地级自定 `years`，但须不少于 `P5Y`、不多于 `P12Y`；自 2022-01-01 的 `P4Y` 超出。',
    )
    expect(problem?.remedy.en).toBe('Set it to: no less than `P5Y` and no more than `P12Y`.')
  })

  test('is refused where it is of another type', () => {
    expect(problems(setting('henan/years', 8), above(ranged))).toMatchObject([
      { code: 'PARAMETER_TYPE', superior: { rule: 'henan/same-post' } },
    ])
  })

  test('is refused where nobody delegates it, or only to others, naming the article that does not', () => {
    expect(problems(setting('henan/years', 'P8Y'), above())).toMatchObject([
      { code: 'NOT_DELEGABLE', path: ['delegated', 'henan/years'], superior: { rule: 'henan/same-post' } },
    ])
    for (const other of [{ to: ['county'] }, { areas: 'autonomous' }] as const)
      expect(problems(setting('henan/years', 'P8Y'), above({ ...ranged, ...other }))).toMatchObject([
        { code: 'NOT_DELEGABLE', superior: { cite: { article: '第八条' } } },
      ])
  })

  test('is refused where nothing above has such a parameter, or only a neighbour has', () => {
    expect(problems(setting('henan/months', 'P8Y'), above(ranged))).toMatchObject([{ code: 'UNKNOWN_SUPERIOR_RULE' }])
    expect(problems(setting('henan/years', 'P8Y'), baseline)).toMatchObject([{ code: 'UNKNOWN_SUPERIOR_RULE' }])
    const neighbour = { ...setting('henan/years', 'P8Y'), jurisdiction: '360400' }
    expect(problems(neighbour, above(ranged), '360400')).toMatchObject([{ code: 'UNKNOWN_SUPERIOR_RULE' }])
  })

  test('is read against the superior’s latest version, whatever the order', () => {
    const now: Installation = { ...installed(provincial([]), '410000'), effectiveFrom: '2023-01-01' }
    const before: Installation = { ...installed(provincial([ranged]), '410000'), effectiveTo: '2023-01-01' }
    for (const both of [
      [before, now],
      [now, before],
    ])
      expect(problems(setting('henan/years', 'P8Y'), both).map(({ code }) => code)).toEqual(['NOT_DELEGABLE'])
  })

  test('an autonomous area may set what only autonomous areas may', () => {
    const autonomous = { ...divisionsByCode, autonomous: (code: string) => code === '411100' }
    const superiors = above({ ...ranged, areas: 'autonomous' })
    expect(delegationProblems(setting('henan/years', 'P8Y'), '411100', superiors, autonomous)).toEqual([])
  })
})
