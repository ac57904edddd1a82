import { installationsAt, type Ref, recut } from '../../db/facts.ts'
import {
  authoritiesOf,
  beginEvaluation,
  currentEvaluation,
  markRevised,
  peopleOf,
  type StandingEvaluation,
  shareRecord,
} from '../../db/queries/evaluation.ts'
import { policyMoment } from '../../db/queries/evaluation-jobs.ts'
import type { Tx } from '../../db/transaction.ts'
import { enqueueEvaluation } from '../jobs/enqueue.ts'
import { judgeInto, nothingChanged, type RecordChanged, sumOf } from './judge-into.ts'
import { policyOf } from './policy.ts'

/** Beyond this many people an authority is evaluated by a job, never while someone waits. */
export const atOnce = 500

export interface Evaluated extends RecordChanged {
  /** Jobs that will judge those who were too many to be judged at once. */
  readonly jobs: readonly string[]
}

/**
 * Makes the record say what follows from the facts of these people as they now stand, within the caller's transaction:
 * their pieces are recut, they are judged again, and what is said of them is superseded where it differs.
 *
 * To be called last, after everything else was written. An authority that was never evaluated is evaluated whole.
 */
export const evaluatePeople = async (tx: Tx, people: readonly Ref[]): Promise<Evaluated> => {
  if (people.length === 0) return { ...nothingChanged, jobs: [] }
  await recut(tx, people)
  const byAuthority = await authoritiesOf(tx, people)
  let changed = nothingChanged
  const jobs: string[] = []
  for (const [authority, group] of [...byAuthority].sort(([a], [b]) => Number(a) - Number(b))) {
    await shareRecord(tx, authority)
    await markRevised(tx, group)
    const standing = (await currentEvaluation(tx, authority)) ?? (await firstEvaluation(tx, authority))
    if (standing === null || group.length > atOnce) jobs.push(...(await enqueueEvaluation(tx, [authority])))
    else changed = sumOf(changed, await evaluateWithin(tx, standing, group))
  }
  return { ...changed, jobs }
}

const evaluateWithin = async (tx: Tx, standing: StandingEvaluation, group: readonly Ref[]): Promise<RecordChanged> => {
  const installations = await installationsAt(tx, await policyMoment(tx, group))
  return judgeInto(
    tx,
    standing,
    installations,
    group.map(({ id }) => id),
  )
}

/** The first evaluation of an authority small enough to be judged at once; `null` when it is not. */
const firstEvaluation = async (tx: Tx, authority: string): Promise<StandingEvaluation | null> => {
  const everyone = await peopleOf(tx, authority)
  if (everyone.length > atOnce) return null
  const { installations, digest } = await policyOf(tx, authority, null)
  const standing = await beginEvaluation(tx, authority, digest)
  if (standing === null) return currentEvaluation(tx, authority)
  await judgeInto(tx, standing, installations, everyone)
  return standing
}
