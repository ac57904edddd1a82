import { enqueueReached } from '../../acts/jobs/enqueue.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import type { Database } from '../../db/connect.ts'
import { keepDocument, recordInstallation } from '../../db/queries/evaluation-policy.ts'
import { transaction } from '../../db/transaction.ts'
import { type AvoidanceRule, type DayText, digestOf, type KinWord, type PluginDocument } from '../../policy/index.ts'
import { measures } from './example-policy.ts'

const everyKin: readonly KinWord[] = ['SPOUSE', 'DIRECT_BLOOD', 'COLLATERAL_WITHIN_THREE', 'NEAR_AFFINITY']

/** No two relatives in one unit. */
export const sameUnitBar = (more: Partial<AvoidanceRule> = {}): AvoidanceRule => ({
  kind: 'avoidance',
  id: 'same-unit',
  catalogueId: 'EX-A',
  title: { zh: '亲属不得同在一个单位', en: 'No relatives in one unit' },
  cite: { instrument: 'measures', article: '第七十四条', verified: true },
  effect: 'MUST_NOT',
  when: { all: [{ kin: { classes: everyKin } }, { posts: { relation: 'sameUnit' } }] },
  ...more,
})

export const avoidancePolicy = (rules: readonly AvoidanceRule[] = [sameUnitBar()], version = '1.0.0'): PluginDocument =>
  measures(rules, { version })

/** Puts a document to work as if its cases had been tried, and waits until what follows from it is said. */
export const putToWork = async (
  db: Database,
  document: PluginDocument,
  at = '411100',
  effectiveFrom: DayText = '2000-01-01',
): Promise<void> => {
  const digest = digestOf(document)
  const jobs = await transaction(db, { mode: 'write' }, async (tx) => {
    await keepDocument(tx, digest, document)
    await recordInstallation(tx, {
      ...{ jurisdiction: at, pluginId: document.id, digest, sequence: 1, effectiveFrom },
      ...{ installedBy: 'test', reason: null },
    })
    return enqueueReached(tx, at)
  })
  await runJobsUntilDone(db, jobs)
}
