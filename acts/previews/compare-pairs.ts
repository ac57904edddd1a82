import { batchesOf, workedAhead } from '../../db/batches.ts'
import type { Database } from '../../db/connect.ts'
import { divisions, rootOf } from '../../db/divisions.ts'
import { filedWith } from '../../db/queries/conflict-people.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { differing, type Installation, pairComparer } from '../../policy/index.ts'
import { pairsIn } from '../conflicts/find-pairs.ts'
import { gatherPairs, tiedOf } from '../conflicts/judge-pairs.ts'
import { type Pair, pairKey } from '../conflicts/pair.ts'
import type { Progress } from '../crew/judge-all.ts'
import type { Comparison } from './compare-stretch.ts'
import { type FoundChange, foundChange } from './found-change.ts'

const reading = { mode: 'read', pace: 'job' } as const

/** Pairs judged on one reading of their facts. */
const batchSize = 500
/** Batches whose facts are read while another one is judged. */
const ahead = 1

/** Every pair of which one, at least, is of these authorities, judged under both policies, where their rules about two differ. */
export const comparePairs = async (
  db: Database,
  { policies, horizon }: Comparison,
  authorities: readonly string[],
  progress: Progress,
): Promise<readonly FoundChange[]> => {
  const { before, after } = differing(policies, divisions)
  const pairs = await findPairs(db, [...before, ...after], authorities)
  const changes: FoundChange[] = []
  let done = 0
  const compared = workedAhead(batchesOf(pairs, batchSize), ahead, (some) =>
    transaction(db, reading, (tx) => compareTied(tx, { policies, horizon }, some)),
  )
  for await (const some of compared) {
    changes.push(...some)
    done = Math.min(done + batchSize, pairs.length)
    await progress(done, pairs.length)
  }
  return changes
}

const findPairs = async (
  db: Database,
  installations: readonly Installation[],
  authorities: readonly string[],
): Promise<readonly Pair[]> => {
  const pairs = new Map<string, Pair>()
  for (const root of new Set(authorities.map(rootOf))) {
    for (const pair of await transaction(db, reading, (tx) => pairsIn(tx, root, installations)))
      pairs.set(pairKey(pair), pair)
  }
  if (pairs.size === 0) return []
  const people = [...pairs.values()].flatMap(({ first, second }) => [first, second])
  const concerned = await transaction(db, reading, (tx) => filedWith(tx, people, authorities))
  return [...pairs.values()].filter(({ first, second }) => concerned.has(first.id) || concerned.has(second.id))
}

const compareTied = async (
  tx: Tx,
  { policies, horizon }: Comparison,
  pairs: readonly Pair[],
): Promise<FoundChange[]> => {
  const { tied } = await tiedOf(tx, pairs)
  if (tied.length === 0) return []
  const { pairs: gathered, chart, setting } = await gatherPairs(tx, tied)
  const compare = pairComparer(policies, setting, horizon)
  const roots = new Map(tied.flatMap(({ first, second }) => [first, second]).map(({ id, root }) => [id, root]))
  const rootAt = (person: string): number => roots.get(person) ?? 0
  return gathered.flatMap((pair) =>
    compare(pair, chart).map((change) => {
      const person = pair.first.id === change.person ? pair.first : pair.second
      return foundChange(change, person, horizon, { root: rootAt(person.id), otherRoot: rootAt(change.other ?? '') })
    }),
  )
}
