import { rootOf } from '../../db/divisions.ts'
import { installationsAt } from '../../db/facts.ts'
import { askForSweep, rootsOwed, rootsWithConflicts } from '../../db/queries/conflict-jobs.ts'
import { askForEvaluation, authoritiesOwed } from '../../db/queries/evaluation-jobs.ts'
import { authoritiesReachedFrom } from '../../db/queries/evaluation-reach.ts'
import type { Tx } from '../../db/transaction.ts'
import { anyAvoidance } from '../conflicts/any-avoidance.ts'

/** Asks, within the caller's transaction, for new evaluations; returns the jobs to wait for. */
export const enqueueEvaluation = async (tx: Tx, authorities: readonly string[]): Promise<string[]> => {
  const jobs: string[] = []
  for (const authority of [...new Set(authorities)].sort()) jobs.push(await askForEvaluation(tx, authority))
  return jobs
}

/**
 * Asks for the pairs of whole roots to be assessed anew: of those in which rules speak of two people, or in which something is
 * still said of two. However many ask for a root, it is swept once.
 */
export const enqueueSweeps = async (tx: Tx, places: Iterable<{ readonly root: number }>): Promise<string[]> => {
  const asked = [...new Set([...places].map(({ root }) => root))].sort((a, b) => a - b)
  const roots = anyAvoidance(await installationsAt(tx)) ? asked : await rootsWithConflicts(tx, asked)
  const jobs: string[] = []
  for (const root of roots) jobs.push(await askForSweep(tx, root))
  return jobs
}

/** Asks for all that a change of the policy at a jurisdiction may alter. */
export const enqueueReached = async (tx: Tx, jurisdiction: string): Promise<string[]> => {
  const authorities = await authoritiesReachedFrom(tx, jurisdiction)
  return [...(await enqueueEvaluation(tx, authorities)), ...(await enqueueSweeps(tx, placesOf(authorities)))]
}

/** Asks for all that these authorities are owed. */
export const enqueueOwed = async (tx: Tx): Promise<string[]> => {
  const authorities = await authoritiesOwed(tx)
  const places = [...placesOf(authorities), ...(await rootsOwed(tx))]
  return [...(await enqueueEvaluation(tx, authorities)), ...(await enqueueSweeps(tx, places))]
}

const placesOf = (authorities: readonly string[]) => authorities.map((code) => ({ root: rootOf(code) }))
