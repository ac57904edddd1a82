import { installationsAt, type Ref, recut } from '../../db/facts.ts'
import {
  authoritiesOf,
  beginEvaluation,
  currentEvaluation,
  lockPeople,
  markRevised,
  peopleOf,
  type StandingEvaluation,
  sharePolicy,
  shareRecord,
} from '../../db/queries/evaluation.ts'
import { policyMoment } from '../../db/queries/evaluation-jobs.ts'
import type { Tx } from '../../db/transaction.ts'
import { assessPairs, noPairs, type PairsAssessed } from '../conflicts/assess-pairs.ts'
import { enqueueEvaluation, enqueueSweeps } from '../jobs/enqueue.ts'
import { judgeInto, nothingChanged, type RecordChanged, sumOf } from './judge-into.ts'
import { policyOf } from './policy.ts'

/** Beyond this many people an authority is evaluated by a job, never while someone waits. */
export const atOnce = 500

export interface Evaluated extends RecordChanged {
  readonly pairs: PairsAssessed
  /** Jobs that will judge those who were too many to be judged at once. */
  readonly jobs: readonly string[]
}

/**
 * Makes the record say what follows from the facts of these people as they now stand, within the caller's transaction:
 * their pieces are recut, they are judged again, alone and with their kin, and what is said of them is superseded where it
 * differs. `besides`: whose own findings stay, but whose pairs may not, since a post above theirs changed.
 *
 * To be called last, after everything else was written. An authority that was never evaluated is evaluated whole.
 */
export const evaluatePeople = async (
  tx: Tx,
  people: readonly Ref[],
  besides: readonly Ref[] = [],
): Promise<Evaluated> => {
  if (people.length + besides.length === 0) return { ...nothingChanged, pairs: noPairs, jobs: [] }
  await sharePolicy(tx)
  await lockPeople(tx, people)
  await recut(tx, people)
  const byAuthority = await authoritiesOf(tx, people)
  let changed = nothingChanged
  const jobs: string[] = []
  for (const [authority, group] of [...byAuthority].sort(([a], [b]) => Number(a) - Number(b))) {
    await shareRecord(tx, authority)
    await markRevised(tx, group)
    const outcome = await judgeGroup(tx, authority, group)
    if (outcome === null) jobs.push(...(await enqueueEvaluation(tx, [authority])))
    else changed = sumOf(changed, outcome)
  }
  const concerned = [...new Map([...people, ...besides].map((ref) => [ref.id, ref])).values()]
  const pairs = concerned.length > atOnce ? null : await assessPairs(tx, concerned)
  if (pairs === null) jobs.push(...(await enqueueSweeps(tx, concerned)))
  return { ...changed, pairs: pairs ?? noPairs, jobs }
}

/** Judges people of one authority at once; `null` when they, or all of an authority never evaluated, are too many. */
const judgeGroup = async (tx: Tx, authority: string, group: readonly Ref[]): Promise<RecordChanged | null> => {
  if (group.length > atOnce) return null
  const standing = await currentEvaluation(tx, authority)
  return standing === null ? firstEvaluation(tx, authority, group) : evaluateWithin(tx, standing, group)
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

const firstEvaluation = async (tx: Tx, authority: string, group: readonly Ref[]): Promise<RecordChanged | null> => {
  const everyone = await peopleOf(tx, authority)
  if (everyone.length > atOnce) return null
  const { installations, digest } = await policyOf(tx, authority, null)
  const begun = await beginEvaluation(tx, authority, digest)
  // Someone else was quicker to begin it.
  if (begun === null) return judgeGroup(tx, authority, group)
  return judgeInto(tx, begun, installations, everyone)
}
