import { divisions } from '../db/divisions.ts'
import { type KeyRow, keysAt, keysById } from '../db/queries/signing-keys.ts'
import { asOf } from './as-of.ts'
import { builder } from './builder.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { jurisdictionOf } from './jurisdiction-loader.ts'
import { keyed } from './keyed.ts'

export const signingKeyLoader = keyed(keysById)

export const SigningKey = builder.objectRef<KeyRow>('SigningKey')

SigningKey.implement({
  description:
    'A public key for whose signatures an office answers: for itself and for everything below it. 签名公钥。',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'Key id: the first 32 hex digits of the SHA-256 of the raw public key. 密钥标识。',
    }),
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Whose it is. 所属辖区。',
      resolve: async ({ jurisdiction }, _args, context) =>
        jurisdictionOf(context, jurisdiction, await asOf({}, context)),
    }),
    algorithm: t.exposeString('algorithm', { description: 'How it signs: `ed25519`. 算法。' }),
    publicKey: t.exposeString('publicKey', { description: 'The raw public key, base64. 公钥。' }),
    holder: t.exposeString('holder', { description: 'Who keeps the private key. 私钥保管人。' }),
    registeredBy: t.exposeString('registeredBy', { description: 'By whom. 登记人。' }),
    registeredAt: t.expose('registeredAt', { type: 'DateTime', description: 'When. 登记时间。' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when nothing signed with it is taken; null: in use. 吊销时间。',
    }),
    revokedBy: t.exposeString('revokedBy', { nullable: true, description: 'By whom. 吊销人。' }),
    revocationReason: t.exposeString('revocationReason', { nullable: true, description: 'Why. 吊销理由。' }),
  }),
})

builder.queryField('signingKeys', (t) =>
  t.field({
    type: [SigningKey],
    description:
      'Keys that may sign a policy for this jurisdiction: its own, and those of the offices above. 签名公钥。',
    args: { jurisdiction: t.arg.string({ required: true, description: 'Code of the jurisdiction. 辖区代码。' }) },
    resolve: (_root, { jurisdiction }, context) => context.read((tx) => keysAt(tx, divisions.chain(jurisdiction))),
  }),
)
