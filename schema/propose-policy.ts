import { type Proposed, proposePolicy } from '../acts/policies/propose-policy.ts'
import { builder } from './builder.ts'
import { answered, given, idempotencyKey } from './change-input.ts'
import { Installation, installationOf } from './installation.ts'
import { PolicyMode } from './policy-words.ts'
import { policyRefusals } from './problem.ts'

const ProposePolicyInput = builder.inputType('ProposePolicyInput', {
  description: 'What is proposed, for when and for whom. 拟施行的政策。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    jurisdiction: t.string({ required: true, description: 'Code of the jurisdiction. 辖区代码。' }),
    plugin: t.string({ required: true, description: 'Digest of the uploaded document. 文档摘要值。' }),
    effectiveFrom: t.field({
      type: 'Date',
      required: true,
      description: 'First day it would count; a past one needs a reason. 拟生效日期。',
    }),
    mode: t.field({ type: PolicyMode, required: true, description: 'To whom its findings are said. 执行方式。' }),
    previewDigest: t.string({ required: true, description: 'Digest of the preview that was read. 预览摘要值。' }),
    reason: t.string({ description: 'Why, where it counts for days past. 理由。' }),
    acknowledged: t.stringList({
      description:
        'Full ids of superior rules against which nothing could be proved, and for which one answers. 负责的上位规则。',
    }),
  }),
})

const ProposePolicyPayload = builder.objectRef<Proposed>('ProposePolicyPayload')

ProposePolicyPayload.implement({
  description: 'It is proposed, and waits for somebody else to approve it. 已提出。',
  fields: (t) => ({
    installation: t.field({
      type: Installation,
      description: 'The proposal. 政策安装。',
      resolve: ({ installation }, _args, context) => installationOf(context, installation),
    }),
  }),
})

builder.mutationField('proposePolicy', (t) =>
  t.field({
    type: ProposePolicyPayload,
    description:
      'Proposes a document whose preview was read. Nothing counts before another person approves it. 提出政策。',
    args: { input: t.arg({ type: ProposePolicyInput, required: true, description: 'What is proposed. 内容。' }) },
    errors: {
      types: policyRefusals,
      directResult: true,
      union: { name: 'ProposePolicyResult', description: 'The proposal, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => answered(context, (db, actor) => proposePolicy(db, actor, given(input))),
  }),
)
