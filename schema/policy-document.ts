import { installationsOfDocuments } from '../db/queries/installation-lists.ts'
import { canonicalText, type PluginDocument } from '../policy/index.ts'
import { builder } from './builder.ts'
import { documentOrNull } from './document-loader.ts'
import { Installation } from './installation.ts'
import { keyed } from './keyed.ts'
import { PluginVersion } from './plugin-version.ts'

export const installationsOfLoader = keyed(installationsOfDocuments)

const Coverage = builder.objectRef<PluginDocument>('PolicyCoverage')

Coverage.implement({
  description: 'How much of its instruments a document computes. 条款覆盖情况。',
  fields: (t) => ({
    computed: t.int({
      description: 'Rules that are switched on. 自动计算的规则数。',
      resolve: ({ rules }) => rules.filter(({ enabled }) => enabled !== false).length,
    }),
    switchedOff: t.int({
      description: 'Rules written down whose text is not confirmed. 暂未启用的规则数。',
      resolve: ({ rules }) => rules.filter(({ enabled }) => enabled === false).length,
    }),
    manual: t.int({
      description: 'Clauses that a person must judge. 需人工判断的条款数。',
      resolve: ({ clauses }) => clauses.filter(({ status }) => status === 'manual').length,
    }),
    uncomputed: t.int({
      description: 'Clauses listed and not computed yet. 已列明而尚未计算的条款数。',
      resolve: ({ clauses }) => clauses.filter(({ status }) => status !== 'manual').length,
    }),
  }),
})

builder.objectFields(PluginVersion, (t) => ({
  document: t.string({
    description: 'The document itself, as canonical JSON (RFC 8785): its SHA-256 is the digest. 文档原文。',
    resolve: ({ document }) => canonicalText(document),
  }),
  coverage: t.field({
    type: Coverage,
    description: 'How much of its instruments it computes. 条款覆盖情况。',
    resolve: ({ document }) => document,
  }),
  installations: t.field({
    type: [Installation],
    description: 'Where it was ever proposed or installed: by place, the latest first. 安装情况。',
    resolve: async ({ digest }, _args, context) => [...(await context.load(installationsOfLoader, digest))],
  }),
}))

builder.queryField('policyDocument', (t) =>
  t.field({
    type: PluginVersion,
    nullable: true,
    description: 'The document of this digest, if it was ever offered here. 按摘要值查政策文件。',
    args: { digest: t.arg.string({ required: true, description: 'SHA-256 of the document, hex. 摘要值。' }) },
    resolve: (_root, { digest }, context) => documentOrNull(context, digest),
  }),
)
