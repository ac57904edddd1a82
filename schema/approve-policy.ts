import { approvePolicy } from '../acts/policies/approve-policy.ts'
import { builder } from './builder.ts'
import { answered, given, idempotencyKey, uuidNamed } from './change-input.ts'
import { policyChangedPayload } from './policy-changed.ts'
import { policyRefusals } from './problem.ts'

const ApprovePolicyInput = builder.inputType('ApprovePolicyInput', {
  description: 'Which proposal is approved. 批准的内容。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    id: t.id({ required: true, description: 'Global id of the installation that was proposed. 政策安装。' }),
    digest: t.string({ required: true, description: 'Digest of the document that was read. 文档摘要值。' }),
    previewDigest: t.string({
      description:
        'Digest of the preview that was read, where a fresh one took the place of the proposer’s. 预览摘要值。',
    }),
  }),
})

const ApprovePolicyPayload = policyChangedPayload('ApprovePolicyPayload', 'It is approved. 已批准。')

builder.mutationField('approvePolicy', (t) =>
  t.field({
    type: ApprovePolicyPayload,
    description:
      'Approves what another person proposed; it counts from its first day on. Everyone it reaches is judged anew. 批准政策。',
    args: { input: t.arg({ type: ApprovePolicyInput, required: true, description: 'Which. 内容。' }) },
    errors: {
      types: policyRefusals,
      directResult: true,
      union: { name: 'ApprovePolicyResult', description: 'The installation, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => {
      const id = uuidNamed('Installation', 'id', String(input.id))
      return answered(context, (db, actor) => approvePolicy(db, actor, { ...given(input), id }))
    },
  }),
)
