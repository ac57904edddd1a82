import { batchesOf, workedAhead } from '../../db/batches.ts'
import type { Database } from '../../db/connect.ts'
import { gatherKin } from '../../db/facts/kin.ts'
import { installationsAt } from '../../db/facts.ts'
import { revisedIn } from '../../db/queries/conflict-people.ts'
import { holdConflicts, momentNow, ownSweep, tellSwept } from '../../db/queries/conflict-register.ts'
import { closeConflicts, insertConflicts, type Said, storedConflictsIn } from '../../db/queries/conflict-store.ts'
import { stayAwake } from '../../db/queries/evaluation.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import type { Installation } from '../../policy/index.ts'
import { pairsIn } from './find-pairs.ts'
import { judgePairs, pairsOf, tiedOf } from './judge-pairs.ts'
import { kinAround } from './kin-around.ts'
import type { Pair } from './pair.ts'
import { revisionOf } from './said.ts'

/** Told after each batch of pairs. */
export type SweepProgress = (done: number, total: number) => Promise<void>

const job = { mode: 'write', pace: 'job' } as const
const reading = { mode: 'read', pace: 'job' } as const

/** Pairs judged on one reading of their facts. */
const batchSize = 500
/** Batches whose facts are read while another one is judged. */
const ahead = 1
/** People revised meanwhile, assessed again in one go. */
const revisedAtOnce = 500

/**
 * Assesses every pair of a root anew, and theirs with people of other roots: found by set, in memory, from who is tied to whom
 * and who ever sat where; only the few that remain are judged. What is said meanwhile goes on being said until the outcome is recorded,
 * in one short transaction, after whoever was revised since the beginning is assessed again.
 */
export const sweep = (db: Database, root: number, progress: SweepProgress = noProgress): Promise<void> =>
  transaction(db, job, async (hold) => {
    await ownSweep(hold, root)
    const since = await transaction(db, job, (tx) => beginning(tx, root))
    const said: Said[] = []
    const found = await transaction(db, reading, (tx) => findPairs(tx, root, since))
    let done = 0
    await progress(done, found.pairs.length)
    const judged = workedAhead(batchesOf(found.pairs, batchSize), ahead, (some) =>
      transaction(db, reading, (tx) => judgeTied(tx, found.installations, some)),
    )
    for await (const some of judged) {
      said.push(...some)
      done = Math.min(done + batchSize, found.pairs.length)
      await progress(done, found.pairs.length)
      await stayAwake(hold)
    }
    await transaction(db, job, (tx) => record(tx, root, since, found, said))
  })

const noProgress: SweepProgress = async () => {}

/** A moment that everyone who was revising what is said of the root's pairs has reached, and whoever revises later has not. */
const beginning = async (tx: Tx, root: number): Promise<string> => {
  await holdConflicts(tx, [root])
  return momentNow(tx)
}

interface Found {
  readonly installations: readonly Installation[]
  readonly pairs: readonly Pair[]
  /** Of everyone who is in one of the pairs. */
  readonly roots: readonly number[]
}

const findPairs = async (tx: Tx, root: number, since: string): Promise<Found> => {
  const installations = await installationsAt(tx, since)
  const pairs = await pairsIn(tx, root, installations)
  const roots = new Set([root, ...pairs.flatMap(({ first, second }) => [first.root, second.root])])
  return { installations, pairs, roots: [...roots] }
}

/** Says of candidates what follows, once it is known in which ways they are kin. */
const judgeTied = async (tx: Tx, installations: readonly Installation[], pairs: readonly Pair[]): Promise<Said[]> => {
  const { graph, tied } = await tiedOf(tx, pairs)
  return judgePairs(tx, installations, graph, tied)
}

/** Makes the record say the outcome, with everyone else held off. */
const record = async (tx: Tx, root: number, since: string, found: Found, said: readonly Said[]): Promise<void> => {
  await holdConflicts(tx, found.roots)
  const subjects = await kinAround(tx, await revisedIn(tx, found.roots, since), since)
  const again = new Set(subjects.map(({ id }) => id))
  const isOf = ({ conflict: c }: Said) => again.has(c.firstPersonId) || again.has(c.secondPersonId)
  const now = said.filter((each) => !isOf(each))
  for (const some of batchesOf(subjects, revisedAtOnce)) {
    const graph = await gatherKin(tx, some)
    const judged = await judgePairs(tx, found.installations, graph, await pairsOf(tx, some, graph))
    now.push(...judged.filter(({ conflict: c }) => c.root === root || c.secondRoot === root))
  }
  const { close, insert } = revisionOf(await storedConflictsIn(tx, root), now)
  await closeConflicts(tx, close)
  await insertConflicts(tx, insert)
  await tellSwept(tx, root, since)
}
