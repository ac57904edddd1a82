import { withdrawPolicy } from '../acts/policies/withdraw-policy.ts'
import { builder } from './builder.ts'
import { answered, given, idempotencyKey, uuidNamed } from './change-input.ts'
import { policyChangedPayload } from './policy-changed.ts'
import { policyRefusals } from './problem.ts'

const WithdrawPolicyInput = builder.inputType('WithdrawPolicyInput', {
  description: 'Which policy ends, when and why. 撤回的内容。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    id: t.id({ required: true, description: 'Global id of the installation. 政策安装。' }),
    on: t.field({
      type: 'Date',
      required: true,
      description: 'First day it no longer counts; a proposal never counted, whatever the day. 失效日期。',
    }),
    reason: t.string({ required: true, description: 'Why. 理由。' }),
  }),
})

const WithdrawPolicyPayload = policyChangedPayload('WithdrawPolicyPayload', 'It is withdrawn. 已撤回。')

builder.mutationField('withdrawPolicy', (t) =>
  t.field({
    type: WithdrawPolicyPayload,
    description:
      'Ends a policy from a day on. What was said under it stays in the record; one whose first day lies ahead leaves in force what it would have replaced. 撤回政策。',
    args: { input: t.arg({ type: WithdrawPolicyInput, required: true, description: 'Which. 内容。' }) },
    errors: {
      types: policyRefusals,
      directResult: true,
      union: { name: 'WithdrawPolicyResult', description: 'The installation, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => {
      const id = uuidNamed('Installation', 'id', String(input.id))
      return answered(context, (db, actor) => withdrawPolicy(db, actor, { ...given(input), id }))
    },
  }),
)
