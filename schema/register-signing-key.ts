import { type KeyRegistered, registerKey } from '../acts/policies/keys.ts'
import { builder } from './builder.ts'
import { answered, given, idempotencyKey } from './change-input.ts'
import { policyRefusals } from './problem.ts'
import { SigningKey, signingKeyLoader } from './signing-key.ts'

const RegisterSigningKeyInput = builder.inputType('RegisterSigningKeyInput', {
  description: 'A key that may sign from now on. 登记的公钥。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    jurisdiction: t.string({ required: true, description: 'Whose signature it is: there and below. 辖区代码。' }),
    publicKey: t.string({ required: true, description: 'Raw ed25519 public key in base64, or PEM. 公钥。' }),
    holder: t.string({ required: true, description: 'Who keeps the private key. 私钥保管人。' }),
  }),
})

const RegisterSigningKeyPayload = builder.objectRef<KeyRegistered>('RegisterSigningKeyPayload')

RegisterSigningKeyPayload.implement({
  description: 'The key is registered. 已登记。',
  fields: (t) => ({
    key: t.field({
      type: SigningKey,
      description: 'The key. 公钥。',
      resolve: async ({ key }, _args, context) => context.named(signingKeyLoader, key),
    }),
  }),
})

builder.mutationField('registerSigningKey', (t) =>
  t.field({
    type: RegisterSigningKeyPayload,
    description: 'Registers a public key for whose signatures an office answers. 登记签名公钥。',
    args: { input: t.arg({ type: RegisterSigningKeyInput, required: true, description: 'The key. 内容。' }) },
    errors: {
      types: policyRefusals,
      directResult: true,
      union: { name: 'RegisterSigningKeyResult', description: 'The key, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => answered(context, (db, actor) => registerKey(db, actor, given(input))),
  }),
)
