import type { Proposed } from '../acts/policies/propose-policy.ts'
import { rollbackPolicy } from '../acts/policies/rollback-policy.ts'
import { builder } from './builder.ts'
import { answered, given, idempotencyKey, uuidNamed } from './change-input.ts'
import { Installation, installationOf } from './installation.ts'
import { policyRefusals } from './problem.ts'

const RollbackPolicyInput = builder.inputType('RollbackPolicyInput', {
  description: 'Which earlier document comes back, when and why. 恢复的内容。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    id: t.id({ required: true, description: 'Global id of the earlier installation. 较早的政策安装。' }),
    effectiveFrom: t.field({
      type: 'Date',
      required: true,
      description: 'First day it would count again. 拟生效日期。',
    }),
    previewDigest: t.string({ required: true, description: 'Digest of the preview that was read. 预览摘要值。' }),
    reason: t.string({ required: true, description: 'Why. 理由。' }),
    acknowledged: t.stringList({
      description:
        'Full ids of superior rules against which nothing could be proved, and for which one answers. 负责的上位规则。',
    }),
  }),
})

const RollbackPolicyPayload = builder.objectRef<Proposed>('RollbackPolicyPayload')

RollbackPolicyPayload.implement({
  description: 'The earlier document is proposed anew, under a new sequence. 已提出恢复。',
  fields: (t) => ({
    installation: t.field({
      type: Installation,
      description: 'The proposal. 政策安装。',
      resolve: ({ installation }, _args, context) => installationOf(context, installation),
    }),
  }),
})

builder.mutationField('rollbackPolicy', (t) =>
  t.field({
    type: RollbackPolicyPayload,
    description:
      'Proposes the document of an earlier installation anew. Nothing counts before another person approves it. 恢复旧政策。',
    args: { input: t.arg({ type: RollbackPolicyInput, required: true, description: 'Which. 内容。' }) },
    errors: {
      types: policyRefusals,
      directResult: true,
      union: { name: 'RollbackPolicyResult', description: 'The proposal, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => {
      const id = uuidNamed('Installation', 'id', String(input.id))
      return answered(context, (db, actor) => rollbackPolicy(db, actor, { ...given(input), id }))
    },
  }),
)
