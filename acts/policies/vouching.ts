import { type PackageRow, packagesOf } from '../../db/queries/policies.ts'
import { keysById } from '../../db/queries/signing-keys.ts'
import type { Tx } from '../../db/transaction.ts'
import { problem } from '../../policy/index.ts'
import { invalid } from '../problem.ts'
import { refuseIfAny } from './refusal.ts'

/** Those for which somebody answers today: a key that was not revoked, or the operator at the machine. */
export const vouchedFor = async (tx: Tx, packages: readonly PackageRow[]): Promise<readonly PackageRow[]> => {
  const ids = [...new Set(packages.flatMap(({ signatures }) => signatures.map(({ key }) => key)))]
  const good = new Set(
    (await keysById(tx, ids)).flatMap((key) => (key === null || key.revokedAt !== null ? [] : [key.id])),
  )
  return packages.filter(({ signatures }) => signatures.length === 0 || signatures.some(({ key }) => good.has(key)))
}

/** Whether somebody answers for a document at a place today. */
export const isVouchedFor = async (tx: Tx, packages: readonly PackageRow[]): Promise<boolean> =>
  (await vouchedFor(tx, packages)).length > 0

/** Refuses a document for which nobody answers any more; one that was put to work without a package needs none. */
export const refuseUnvouched = async (tx: Tx, digest: string, place: string): Promise<void> => {
  const packages = await packagesOf(tx, digest, place)
  if (packages.length > 0 && !(await isVouchedFor(tx, packages))) refuseIfAny([revoked], ['signatures'])
}

/** Refuses a document that nobody has packed for this place. */
export const refuseUnpacked = async (tx: Tx, digest: string, place: string): Promise<void> => {
  if ((await packagesOf(tx, digest, place)).length > 0) return
  throw invalid(
    ['input', 'plugin'],
    digest,
    {
      zh: `没有摘要为\`${digest}\`、发往\`${place}\`的政策包。`,
      en: `No package of digest \`${digest}\` was uploaded for \`${place}\`.`,
    },
    {
      zh: '先上传发往该辖区的政策包，再用上传回执中的摘要。',
      en: 'Upload the package meant for that jurisdiction, and use the digest you were given.',
    },
  )
}

const revoked = problem(
  'REVOKED_KEY',
  [],
  [
    '签署这份文件的密钥都已吊销：没有单位再为它负责。',
    'Every key that signed this document has been revoked: no office answers for it any more.',
  ],
  ['请签署单位用现行密钥重新签名，再上传。', 'Have it signed anew with a key in use, and upload that package.'],
)
