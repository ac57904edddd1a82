import { dayTextOrNull, type ExemptionConsidered } from '../policy/index.ts'
import { hearingLoader } from './bench.ts'
import { builder } from './builder.ts'
import { Holds } from './enums.ts'
import type { Explained } from './explanation.ts'
import { installedRule, Rule } from './rule.ts'

export const ExplanationExemption = builder.objectRef<ExemptionConsidered & Explained>('ExplanationExemption')

ExplanationExemption.implement({
  description: 'An exemption that may reach the rule, and why it does or does not apply. 免除或暂缓的适用情况。',
  fields: (t) => ({
    rule: t.field({
      type: Rule,
      description: 'The exemption. 免除规则。',
      resolve: async ({ rule, of }, _args, context) => {
        const { bench } = await context.named(hearingLoader, of)
        return installedRule(bench.judge.installations, rule)
      },
    }),
    applies: t.expose('applies', { type: Holds, description: 'Whether it applies on the day. 是否适用。' }),
    since: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day of the run of days around the day asked; null: since ever. 起。',
      resolve: ({ since }) => (since === null ? null : dayTextOrNull(since)),
    }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day after that run; null: no end. 止。',
      resolve: ({ until }) => (until === null ? null : dayTextOrNull(until)),
    }),
    reason: t.exposeString('reason', { description: 'Why, in words. 理由。' }),
  }),
})
