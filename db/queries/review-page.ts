import { and, asc, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { subtreeOf } from '../divisions.ts'
import { grouped } from '../recorded.ts'
import { policyReview } from '../tables/package.ts'
import type { Tx } from '../transaction.ts'
import type { ReviewRow } from './reviews.ts'

/** In the order asked for. */
export const reviewsById = async (tx: Tx, ids: readonly string[]): Promise<(ReviewRow | null)[]> => {
  const rows = await tx
    .select()
    .from(policyReview)
    .where(inArray(policyReview.id, [...ids]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}

/** All that was ever asked about each of these installations, the first question first. */
export const reviewsOfEach = async (tx: Tx, installations: readonly string[]): Promise<(readonly ReviewRow[])[]> => {
  const rows = await tx
    .select()
    .from(policyReview)
    .where(inArray(policyReview.installationId, [...installations]))
    .orderBy(asc(policyReview.raisedAt), asc(policyReview.id))
  const lists = grouped(rows, ({ installationId }) => installationId)
  return installations.map((id) => lists.get(id) ?? [])
}

export interface ReviewSearch {
  /** Here and below. */
  readonly jurisdiction: string
  /** Only those that wait for a decision, or only those decided. */
  readonly open: boolean | null
}

/** In the order in which they were raised: their ids tell it. */
export const reviewsIn = (
  tx: Tx,
  { jurisdiction, open }: ReviewSearch,
  page: { readonly limit: number; readonly after: string | null },
): Promise<ReviewRow[]> => {
  const { from, below } = subtreeOf(jurisdiction)
  const decided = open === null ? undefined : open ? isNull(policyReview.decision) : isNotNull(policyReview.decision)
  return tx
    .select()
    .from(policyReview)
    .where(
      and(
        sql`${policyReview.jurisdiction} >= ${from}::int and ${policyReview.jurisdiction} < ${below}::int`,
        decided,
        page.after === null ? undefined : gt(policyReview.id, page.after),
      ),
    )
    .orderBy(asc(policyReview.id))
    .limit(page.limit)
}
