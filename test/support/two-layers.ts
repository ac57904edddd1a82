import {
  type Certificate,
  certify,
  divisionsByCode,
  type Installation,
  type PluginDocument,
} from '../../policy/index.ts'
import { exampleCity, installed, measures } from './example-policy.ts'

/** A made-up national law with these rules, in force since 2000. */
export const law = (rules: PluginDocument['rules'], more: Partial<PluginDocument> = {}): PluginDocument =>
  measures(rules, { id: 'law', level: 'nation', jurisdiction: '100000', ...more })

/** A made-up city's measures with these rules, in force since 2010. */
export const city = (rules: PluginDocument['rules'], more: Partial<PluginDocument> = {}): PluginDocument => {
  const plain = measures(rules, { id: 'city', ...more })
  return { ...plain, instruments: plain.instruments.map((i) => ({ ...i, inForce: { from: '2010-01-01' } })) }
}

export const nationwide = (plugin: PluginDocument): Installation => installed(plugin, { jurisdiction: '100000' })

/** What the city's measures are certified to be below the law. */
export const certified = (lower: PluginDocument, ...laws: readonly PluginDocument[]): Certificate =>
  certify(lower, exampleCity, laws.map(nationwide), divisionsByCode)
