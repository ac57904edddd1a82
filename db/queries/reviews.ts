import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { subtreeOf } from '../divisions.ts'
import { policyReview, type ReviewDecision } from '../tables/package.ts'
import type { Tx } from '../transaction.ts'

export type ReviewRow = typeof policyReview.$inferSelect
export type NewReview = Pick<
  ReviewRow,
  'installationId' | 'jurisdiction' | 'cause' | 'causedBy' | 'fromOn' | 'problems'
>

const inOrder = [asc(policyReview.jurisdiction), asc(policyReview.raisedAt), asc(policyReview.id)] as const

export const reviewById = async (tx: Tx, id: string): Promise<ReviewRow | null> => {
  const [row] = await tx.select().from(policyReview).where(eq(policyReview.id, id))
  return row ?? null
}

/** What waits for a decision at a jurisdiction and below. */
export const openReviewsIn = (tx: Tx, jurisdiction: string): Promise<ReviewRow[]> => {
  const { from, below } = subtreeOf(jurisdiction)
  const inside = sql`${policyReview.jurisdiction} >= ${from}::int and ${policyReview.jurisdiction} < ${below}::int`
  return tx
    .select()
    .from(policyReview)
    .where(and(isNull(policyReview.decision), inside))
    .orderBy(...inOrder)
}

export const raiseReview = async (tx: Tx, values: NewReview): Promise<string> => {
  const id = uuid()
  await tx.insert(policyReview).values({ ...values, id })
  return id
}

/** Writes the decision down; false when there is one already. */
export const closeReview = async (
  tx: Tx,
  id: string,
  said: { readonly decision: ReviewDecision; readonly by: string; readonly reason: string },
): Promise<boolean> => {
  const closed = await tx
    .update(policyReview)
    .set({ decision: said.decision, decidedBy: said.by, decidedAt: sql`now()`, reason: said.reason })
    .where(and(eq(policyReview.id, id), isNull(policyReview.decision)))
    .returning({ id: policyReview.id })
  return closed.length === 1
}

/** Closes every open review of an installation that no longer counts from the day in question on. */
export const closeOvertaken = async (tx: Tx, said: { readonly by: string; readonly reason: string }): Promise<void> => {
  await tx.execute(sql`
    update policy_review r set decision = 'keep', decided_by = ${said.by}, decided_at = now(), reason = ${said.reason}
    from installation i
    where r.decision is null and i.id = r.installation_id and i.recorded_to is null
      and (i.effective_to <= r.from_on or i.effective_to <= i.effective_from)`)
}
