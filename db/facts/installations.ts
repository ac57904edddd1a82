import { and, asc, sql } from 'drizzle-orm'
import type { Installation, PluginDocument } from '../../policy/index.ts'
import { heldTrue, type KnownAt } from '../recorded.ts'
import { installation, pluginDocument } from '../tables/plugin.ts'
import type { Tx } from '../transaction.ts'

/** Documents never change under their digest, so each is read once per process. */
const documents = new Map<string, PluginDocument>()

/** Every document at work, as we had it at an instant: in the order of jurisdiction, plugin and sequence. */
export const installationsAt = async (tx: Tx, knownAt: KnownAt = null): Promise<readonly Installation[]> => {
  const rows = await tx
    .select({
      jurisdiction: installation.jurisdiction,
      digest: installation.digest,
      effectiveFrom: installation.effectiveFrom,
      effectiveTo: installation.effectiveTo,
    })
    .from(installation)
    .where(and(heldTrue(installation, knownAt), atWork))
    .orderBy(asc(installation.jurisdiction), asc(installation.pluginId), asc(installation.sequence))
  await readDocuments(tx, new Set(rows.map(({ digest }) => digest)))
  return rows.flatMap((row) => {
    const plugin = documents.get(row.digest)
    return plugin === undefined ? [] : [{ plugin, ...row }]
  })
}

/** One that was superseded, withdrawn or suspended stays at work for the days before; a proposal is not, nor a shadow. */
const atWork = sql`(${installation.mode} = 'enforce' and (${installation.effectiveTo} is null and ${installation.state} = 'active'
  or ${installation.effectiveFrom} < ${installation.effectiveTo}))`

const readDocuments = async (tx: Tx, digests: ReadonlySet<string>): Promise<void> => {
  const unread = [...digests].filter((digest) => !documents.has(digest))
  if (unread.length === 0) return
  const rows = await tx
    .select({ digest: pluginDocument.digest, document: pluginDocument.document })
    .from(pluginDocument)
    .where(sql`${pluginDocument.digest} = any(${sql.param(unread)}::text[])`)
  for (const { digest, document } of rows) documents.set(digest, document)
}
