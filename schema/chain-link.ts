import { builder } from './builder.ts'
import { Jurisdiction } from './jurisdiction.ts'
import type { JurisdictionSeen } from './jurisdiction-loader.ts'
import { type PluginAtDigest, PluginVersion } from './plugin-version.ts'

/** A policy at work for a jurisdiction on a day. */
export interface ChainLinkRow {
  readonly jurisdiction: JurisdictionSeen
  readonly plugin: PluginAtDigest
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
}

export const ChainLink = builder.objectRef<ChainLinkRow>('ChainLink')

ChainLink.implement({
  description: 'A policy installed here or above, and at work on the day. 政策链上的一环。',
  fields: (t) => ({
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Where it is installed. 辖区。',
      resolve: (l) => l.jurisdiction,
    }),
    plugin: t.field({
      type: PluginVersion,
      description: 'What is installed. 政策插件。',
      resolve: (link) => link.plugin,
    }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'Date', description: 'At work since. 生效日期。' }),
    effectiveTo: t.expose('effectiveTo', {
      type: 'Date',
      nullable: true,
      description: 'First day no longer at work; null while it stands. 失效日期。',
    }),
  }),
})
