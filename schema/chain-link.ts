import type { Installation } from '../policy/index.ts'
import { asOfArgs, type Seen, seenAt, within } from './as-of.ts'
import { builder } from './builder.ts'
import { chainAt, rulesInForce } from './chain.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { jurisdictionOf } from './jurisdiction-loader.ts'
import { ManualClause } from './manual-clause.ts'
import { PluginVersion } from './plugin-version.ts'
import { Rule } from './rule.ts'

export const ChainLink = builder.objectRef<Installation & Seen>('ChainLink')

ChainLink.implement({
  description: 'A policy installed here or above, and at work on the day. 政策链上的一环。',
  fields: (t) => ({
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Where it is installed. 辖区。',
      resolve: (link, _args, context) => jurisdictionOf(context, link.jurisdiction, link.at),
    }),
    plugin: t.field({
      type: PluginVersion,
      description: 'What is installed. 政策插件。',
      resolve: ({ plugin, digest }) => ({ document: plugin, digest }),
    }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'Date', description: 'At work since. 生效日期。' }),
    effectiveTo: t.expose('effectiveTo', {
      type: 'Date',
      nullable: true,
      description: 'First day no longer at work; null while it stands. 失效日期。',
    }),
  }),
})

builder.objectFields(Jurisdiction, (t) => ({
  chain: t.field({
    type: [ChainLink],
    description: 'What governs here on the day, the nation first. 政策链。',
    args: asOfArgs(t.arg),
    resolve: async (jurisdiction, args, context) => {
      const at = within(jurisdiction.at, args)
      return (await chainAt(context, jurisdiction.code, at)).map((installation) => seenAt(installation, at))
    },
  }),
  policyOnFile: t.boolean({
    description:
      'Whether any policy governs here on the day. Where none does nothing is judged: no findings then does not mean that nobody is due. 当日是否有适用的政策。',
    args: asOfArgs(t.arg),
    resolve: async (jurisdiction, args, context) =>
      (await chainAt(context, jurisdiction.code, within(jurisdiction.at, args))).length > 0,
  }),
  rules: t.field({
    type: [Rule],
    description: 'Rules of the chain in force on the day. 现行规则。',
    args: asOfArgs(t.arg),
    resolve: async (jurisdiction, args, context) => {
      const at = within(jurisdiction.at, args)
      return (await chainAt(context, jurisdiction.code, at)).flatMap((link) => rulesInForce(link, at.on))
    },
  }),
  manual: t.field({
    type: [ManualClause],
    description: 'Clauses of the chain that a person must judge. 需人工判断的条款。',
    args: asOfArgs(t.arg),
    resolve: async (jurisdiction, args, context) => {
      const chain = await chainAt(context, jurisdiction.code, within(jurisdiction.at, args))
      return chain.flatMap(({ plugin }) =>
        plugin.clauses.filter(({ status }) => status === 'manual').map((clause) => ({ clause, document: plugin })),
      )
    },
  }),
}))
