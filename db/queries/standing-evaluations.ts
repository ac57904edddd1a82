import { and, inArray } from 'drizzle-orm'
import { type EvaluationState, evaluation } from '../tables/finding.ts'
import type { Tx } from '../transaction.ts'
import { answering } from './finding-days.ts'

export interface StandingRow {
  readonly authority: string
  readonly policyDigest: string
  readonly state: EvaluationState
  readonly startedAt: string
  readonly activatedAt: string | null
}

/** The evaluation that answered for each of these authorities at that moment; `null`: never evaluated by then. */
export const evaluationsOf = async (
  tx: Tx,
  authorities: readonly string[],
  moment: string | null,
): Promise<(StandingRow | null)[]> => {
  const rows = await tx
    .select({
      authority: evaluation.authority,
      policyDigest: evaluation.policyDigest,
      state: evaluation.state,
      startedAt: evaluation.startedAt,
      activatedAt: evaluation.activatedAt,
    })
    .from(evaluation)
    .where(and(inArray(evaluation.authority, [...authorities]), answering(moment)))
  return authorities.map((authority) => rows.find((row) => row.authority === authority) ?? null)
}
