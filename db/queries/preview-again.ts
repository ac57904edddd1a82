import { and, desc, eq, ne } from 'drizzle-orm'
import { job } from '../tables/job.ts'
import { preview } from '../tables/preview.ts'
import type { Tx } from '../transaction.ts'
import type { PreviewRow } from './previews.ts'

/** The latest preview of the same document, place, first day and horizon, unless its job failed. */
export const latestOfSame = async (
  tx: Tx,
  { jurisdiction, pluginDigest, effectiveFrom, horizon }: PreviewRow,
): Promise<PreviewRow | null> => {
  if (pluginDigest === null || effectiveFrom === null) return null
  const rows = await tx
    .select({ preview })
    .from(preview)
    .innerJoin(job, and(eq(job.id, preview.jobId), ne(job.state, 'failed')))
    .where(
      and(
        eq(preview.kind, 'preview'),
        eq(preview.jurisdiction, jurisdiction),
        eq(preview.pluginDigest, pluginDigest),
        eq(preview.effectiveFrom, effectiveFrom),
        eq(preview.horizon, horizon),
      ),
    )
    .orderBy(desc(preview.recordedAt), desc(preview.id))
    .limit(1)
  return rows[0]?.preview ?? null
}
