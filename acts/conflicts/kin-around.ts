import { batchesOf } from '../../db/batches.ts'
import { gatherKinAcross } from '../../db/facts/kin.ts'
import type { Ref } from '../../db/facts.ts'
import { everSeated } from '../../db/queries/conflict-people.ts'
import type { Tx } from '../../db/transaction.ts'

const batchSize = 500

/**
 * These people, and whoever ever sat in a post and may be kin through them, by the ties as they are now or were until a moment
 * (`null`: until this transaction changed them).
 */
export const kinAround = async (tx: Tx, people: readonly Ref[], until: string | null): Promise<readonly Ref[]> => {
  const around = new Map<string, Ref>(people.map((ref) => [ref.id, ref]))
  for (const some of batchesOf(people, batchSize)) {
    const graph = await gatherKinAcross(tx, some, until)
    for (const ref of await everSeated(tx, [...graph.people.values()])) around.set(ref.id, ref)
  }
  return [...around.values()]
}
