import { type KeyRevoked, revokeKey } from '../acts/policies/keys.ts'
import { builder } from './builder.ts'
import { answered, given, idempotencyKey } from './change-input.ts'
import { PolicyReview, reviewOf } from './policy-review.ts'
import { policyRefusals } from './problem.ts'
import { SigningKey, signingKeyLoader } from './signing-key.ts'

const RevokeSigningKeyInput = builder.inputType('RevokeSigningKeyInput', {
  description: 'A key whose signatures are no longer taken. 吊销的公钥。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    key: t.string({ required: true, description: 'Key id, 32 hex digits. 密钥标识。' }),
    reason: t.string({ required: true, description: 'Why. 理由。' }),
  }),
})

const RevokeSigningKeyPayload = builder.objectRef<KeyRevoked>('RevokeSigningKeyPayload')

RevokeSigningKeyPayload.implement({
  description: 'The key is revoked. 已吊销。',
  fields: (t) => ({
    key: t.field({
      type: SigningKey,
      description: 'The key. 公钥。',
      resolve: async ({ key }, _args, context) => context.named(signingKeyLoader, key),
    }),
    reviews: t.field({
      type: [PolicyReview],
      description: 'Installations that rest on it alone: each waits for a decision. 由此引起的复核。',
      resolve: ({ reviews }, _args, context) => Promise.all(reviews.map((review) => reviewOf(context, review))),
    }),
  }),
})

builder.mutationField('revokeSigningKey', (t) =>
  t.field({
    type: RevokeSigningKeyPayload,
    description: 'Revokes a key; what rests on it alone goes on until a person decides. 吊销签名公钥。',
    args: { input: t.arg({ type: RevokeSigningKeyInput, required: true, description: 'Which. 内容。' }) },
    errors: {
      types: policyRefusals,
      directResult: true,
      union: { name: 'RevokeSigningKeyResult', description: 'The key as revoked, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => answered(context, (db, actor) => revokeKey(db, actor, given(input))),
  }),
)
