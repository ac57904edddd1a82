import { policyDocuments } from '../../db/queries/policy-documents.ts'
import type { Tx } from '../../db/transaction.ts'
import type { PluginDocument } from '../../policy/index.ts'
import { invalid } from '../problem.ts'

export const documentOf = async (tx: Tx, digest: string): Promise<PluginDocument | null> =>
  (await policyDocuments(tx, [digest]))[0]?.document ?? null

/** The document that an installation speaks of: it was kept before anything spoke of it. */
export const documentBehind = async (tx: Tx, { digest }: { readonly digest: string }): Promise<PluginDocument> => {
  const document = await documentOf(tx, digest)
  if (document === null) throw new TypeError('An installation speaks of a document that is not on file.')
  return document
}

/** The document a request names by its digest; refused when nobody has uploaded it. */
export const knownDocument = async (tx: Tx, digest: string): Promise<PluginDocument> => {
  const document = await documentOf(tx, digest)
  if (document !== null) return document
  throw invalid(
    ['input', 'plugin'],
    digest,
    { zh: `没有摘要为\`${digest}\`的政策文件。`, en: `There is no policy document of digest \`${digest}\`.` },
    { zh: '先上传政策包，再用上传回执中的摘要。', en: 'Upload the package first, and use the digest you were given.' },
  )
}
