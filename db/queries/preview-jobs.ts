import { and, eq, sql } from 'drizzle-orm'
import { bossWithin, previewQueue } from '../boss.ts'
import { job } from '../tables/job.ts'
import type { Tx } from '../transaction.ts'
import { previewKind } from './previews.ts'

/** The job can never be done as it was asked: it has failed, and nobody tries again. */
export const failPreview = async (tx: Tx, id: string, reason: string): Promise<void> => {
  await tx
    .update(job)
    .set({ state: 'failed', problems: [{ reason }], updatedAt: sql`clock_timestamp()` })
    .where(and(eq(job.id, id), eq(job.kind, previewKind)))
  await bossWithin(tx).deleteJob(previewQueue, id)
}
