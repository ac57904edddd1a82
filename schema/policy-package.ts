import { type DocumentAt, type PackageRow, packagesFor } from '../db/queries/policy-packages.ts'
import { builder } from './builder.ts'
import type { Loader } from './loading.ts'
import { SigningKey, signingKeyLoader } from './signing-key.ts'

/** Every package that brought a document to a jurisdiction, the latest first. */
export const packagesLoader: Loader<DocumentAt, readonly PackageRow[]> = {
  cacheKey: ({ digest, target }) => `${digest}@${target}`,
  batch: (asked, { read }) => read((tx) => packagesFor(tx, asked)),
}

export const PolicyPackage = builder.objectRef<PackageRow>('PolicyPackage')

PolicyPackage.implement({
  description: 'A policy document as it came in: for whom, in which order, and signed by whom. 政策包。',
  fields: (t) => ({
    digest: t.exposeString('digest', { description: 'Digest of the document it carries. 文档摘要值。' }),
    target: t.exposeString('target', { description: 'Code of the jurisdiction it is meant for. 适用辖区代码。' }),
    sequence: t.exposeInt('sequence', {
      description: 'Grows with every package of this policy for this jurisdiction. 序号。',
    }),
    signedBy: t.stringList({
      description: 'Ids of the keys that signed it; empty when the operator put it there himself. 签名密钥标识。',
      resolve: ({ signatures }) => signatures.map(({ key }) => key),
    }),
    keys: t.field({
      type: [SigningKey],
      description: 'These keys, with their holders. 签名密钥。',
      resolve: async ({ signatures }, _args, context) => {
        const keys = await Promise.all(signatures.map(({ key }) => context.load(signingKeyLoader, key)))
        return keys.filter((key) => key !== null)
      },
    }),
    signedOn: t.field({
      type: 'Date',
      description: 'The day its manifest states. 签署日期。',
      resolve: ({ manifest }) => manifest.signedOn,
    }),
    uploadedBy: t.exposeString('uploadedBy', { description: 'Who sent it in. 上传人。' }),
    uploadedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When. 上传时间。' }),
  }),
})
