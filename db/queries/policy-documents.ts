import { sql } from 'drizzle-orm'
import type { PluginDocument } from '../../policy/index.ts'
import { pluginDocument } from '../tables/plugin.ts'
import type { Tx } from '../transaction.ts'

/** A policy document under the digest of its canonical bytes. */
export interface DocumentRow {
  readonly digest: string
  readonly document: PluginDocument
}

/** Documents never change under their digest, so each is read once per process; of more than these the oldest are read again. */
const mostKept = 4_096
const kept = new Map<string, DocumentRow>()

export const policyDocuments = async (tx: Tx, digests: readonly string[]): Promise<(DocumentRow | null)[]> => {
  const known = new Map(digests.map((digest) => [digest, kept.get(digest)]))
  const unknown = [...known].filter(([, row]) => row === undefined).map(([digest]) => digest)
  if (unknown.length > 0) {
    const rows = await tx
      .select({ digest: pluginDocument.digest, document: pluginDocument.document })
      .from(pluginDocument)
      .where(sql`${pluginDocument.digest} = any(${sql.param(unknown)}::text[])`)
    for (const row of rows) known.set(row.digest, keep(row))
  }
  return digests.map((digest) => known.get(digest) ?? null)
}

const keep = (row: DocumentRow): DocumentRow => {
  kept.set(row.digest, row)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return row
}
