import type { DivisionLevel, Installation, ParameterValue, PluginDocument, Rule } from '../../../policy/index.ts'
import { divisions } from '../../oracle/country.ts'
import { measures } from '../../support/example-policy.ts'

export const cite = { instrument: 'measures', article: '第一条', verified: false }
const title = { zh: '示例', en: 'Example' }

export type Dated = readonly (readonly [from: string, value: ParameterValue | null])[]

const parameterOf = (values: Dated) => ({ title, values: values.map(([from, value]) => ({ from, value, cite })) })

/** The nation's made-up measures: these rules, and their parameters by name. */
export const nationOf = (
  rules: readonly Rule[],
  parameters: Readonly<Record<string, Dated>>,
  version = '1.0.0',
): PluginDocument =>
  measures(rules, {
    id: 'nat',
    version,
    level: 'nation',
    jurisdiction: '100000',
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, parameterOf(values)])),
  })

/** What a lower place sets for the nation's parameters, and nothing else. */
export const localOf = (at: string, values: Readonly<Record<string, Dated>>, version = '1.0.0'): PluginDocument =>
  measures([], {
    id: `at-${at}`,
    version,
    name: { zh: `某地${at}`, en: `Place ${at}` },
    level: levelOf(at),
    jurisdiction: at,
    delegated: Object.fromEntries(Object.entries(values).map(([name, dated]) => [`nat/${name}`, parameterOf(dated)])),
  })

export const levelOf = (at: string): DivisionLevel => divisions.level(at) ?? 'county'

export const at = (plugin: PluginDocument, from = '2000-01-01', to: string | null = null): Installation => ({
  plugin,
  digest: `${plugin.id}-${plugin.version}`,
  jurisdiction: plugin.jurisdiction ?? '',
  effectiveFrom: from,
  effectiveTo: to,
})
