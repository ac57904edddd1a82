import { describe, expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { luohe } from '../../plugins/luohe/plugin.ts'
import { national } from '../../plugins/national/plugin.ts'
import {
  checkInstall,
  divisionsByCode,
  exemption,
  type Installation,
  type PluginDocument,
  state,
} from '../../policy/index.ts'
import { samplePlugin } from '../support/sample-plugin.ts'

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
