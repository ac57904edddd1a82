import { type GatheredKin, gatherKin } from '../../db/facts/kin.ts'
import { installationsAt, type Ref } from '../../db/facts.ts'
import { kinChangedHere } from '../../db/queries/conflict-people.ts'
import { conflictPolicyMoment, holdConflicts } from '../../db/queries/conflict-register.ts'
import { closeConflicts, insertConflicts, type Said, storedConflictsOf } from '../../db/queries/conflict-store.ts'
import { markRevised } from '../../db/queries/evaluation.ts'
import type { Tx } from '../../db/transaction.ts'
import { anyAvoidance } from './any-avoidance.ts'
import { judgePairs, pairsOf } from './judge-pairs.ts'
import { kinAround } from './kin-around.ts'
import { revisionOf } from './said.ts'

/** What a change made of the conflicts of the people concerned. */
export interface PairsAssessed {
  /** What is no longer said, or said differently. */
  readonly ended: readonly Said[]
  /** What is said now and was not said so before. */
  readonly began: readonly Said[]
}

export const noPairs: PairsAssessed = { ended: [], began: [] }

/**
 * Makes the record say what follows, for every pair these people are in, from the facts as they now stand, within the caller's
 * transaction and after its other writes. Where it changed a tie, or the birth or death of someone, the pairs of everyone who
 * is or was kin through these people are assessed too.
 */
export const assessPairs = async (tx: Tx, people: readonly Ref[]): Promise<PairsAssessed> => {
  if (people.length === 0 || !anyAvoidance(await installationsAt(tx))) return noPairs
  const held = new Set<number>()
  await hold(tx, held, people)
  // A sweep under way looks for whoever was revised since it began: no change may have marked its people before that and be
  // recorded after it.
  await markRevised(tx, people)
  for (;;) {
    const subjects = await concerned(tx, people)
    const graph = await gatherKin(tx, subjects)
    // Kin in another province: what was read before its conflicts were held is read again.
    if (!(await hold(tx, held, graph.people.values()))) return revisePairs(tx, [...held], subjects, graph)
  }
}

/** True where something had still to be held. */
const hold = async (tx: Tx, held: Set<number>, refs: Iterable<Ref>): Promise<boolean> => {
  const wanted = new Set<number>()
  for (const { root } of refs) if (!held.has(root)) wanted.add(root)
  await holdConflicts(tx, [...wanted])
  for (const root of wanted) held.add(root)
  return wanted.size > 0
}

/** Whose pairs a change of these people may concern. */
const concerned = async (tx: Tx, people: readonly Ref[]): Promise<readonly Ref[]> =>
  (await kinChangedHere(tx, people)) ? kinAround(tx, people, null) : people

/** Revises what is said of exactly the pairs that these people are in. */
export const revisePairs = async (
  tx: Tx,
  roots: readonly number[],
  subjects: readonly Ref[],
  graph: GatheredKin,
): Promise<PairsAssessed> => {
  const stored = await storedConflictsOf(tx, subjects)
  const pairs = await pairsOf(tx, subjects, graph)
  if (stored.length === 0 && pairs.length === 0) return noPairs
  const installations = await installationsAt(tx, await conflictPolicyMoment(tx, roots))
  const { close, insert } = revisionOf(stored, await judgePairs(tx, installations, graph, pairs))
  await closeConflicts(tx, close)
  await insertConflicts(tx, insert)
  return { ended: close, began: insert }
}
