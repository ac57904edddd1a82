import type { PluginDocument } from '../policy/index.ts'
import { builder } from './builder.ts'
import { DivisionLevel } from './enums.ts'
import { ManualClause } from './manual-clause.ts'
import { Rule } from './rule.ts'

/** A policy document and the digest of its canonical bytes. */
export interface PluginAtDigest {
  readonly document: PluginDocument
  readonly digest: string
}

export const PluginVersion = builder.objectRef<PluginAtDigest>('PluginVersion')

PluginVersion.implement({
  description: 'One version of the policy of a jurisdiction: a document, never code. 政策插件版本。',
  fields: (t) => ({
    id: t.id({
      description: 'Id of the plugin, the same for all its versions. 插件标识。',
      resolve: (p) => p.document.id,
    }),
    version: t.string({ description: '`major.minor.patch`. 版本号。', resolve: (p) => p.document.version }),
    digest: t.exposeString('digest', { description: 'SHA-256 of the canonical document. 文档摘要值。' }),
    name: t.string({
      description: 'Name of the policy. 名称。',
      resolve: ({ document }, _args, { language }) => document.name[language],
    }),
    level: t.field({
      type: DivisionLevel,
      description: 'Level of jurisdiction it is written for. 适用层级。',
      resolve: ({ document }) => document.level,
    }),
    reviewedOn: t.field({
      type: 'Date',
      description: 'Last day someone compared it with the published text. 最近核对日期。',
      resolve: ({ document }) => document.reviewedOn,
    }),
    rules: t.field({
      type: [Rule],
      description: 'Its rules, switched off ones included. 规则。',
      resolve: ({ document, digest }) => document.rules.map((rule) => ({ rule, document, digest })),
    }),
    clauses: t.field({
      type: [ManualClause],
      description: 'Clauses it lists but does not compute. 未自动计算的条款。',
      resolve: ({ document }) => document.clauses.map((clause) => ({ clause, document })),
    }),
  }),
})
