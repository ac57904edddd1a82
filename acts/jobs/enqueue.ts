import { askForEvaluation } from '../../db/queries/evaluation-jobs.ts'
import type { Tx } from '../../db/transaction.ts'

/** Asks, within the caller's transaction, for new evaluations; returns the jobs to wait for. */
export const enqueueEvaluation = async (tx: Tx, authorities: readonly string[]): Promise<string[]> => {
  const jobs: string[] = []
  for (const authority of [...new Set(authorities)].sort()) jobs.push(await askForEvaluation(tx, authority))
  return jobs
}
