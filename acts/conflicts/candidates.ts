import type { KinTies } from '../../db/facts/bulk/kin-ties.ts'
import type { Sittings } from '../../db/facts/bulk/sittings.ts'
import { KinNetwork } from '../../policy/index.ts'
import type { Near } from './nearness.ts'
import { type Pair, pairOf } from './pair.ts'

/**
 * Pairs of people of a root, and of theirs with people elsewhere, who both ever sat, sat near each other, and are so tied that
 * they may be kin. Whether they are, and on which days, is not asked yet.
 */
export const candidates = (root: number, ties: KinTies, { first }: Sittings, near: Near): Pair[] => {
  const { ids, columns, elsewhere } = ties
  const network = new KinNetwork(ids.length, columns)
  const refOf = (person: number) => ({ root: elsewhere.get(person) ?? root, id: ids.text(person) })
  const sat = (person: number) => (first[person] ?? -1) >= 0
  const pairs: Pair[] = []
  for (let person = 0; person < ids.length; person += 1) {
    if (!sat(person) || elsewhere.has(person)) continue
    network.eachCandidate(person, (other) => {
      // Two of the root are come upon from both; the first of them asks.
      if (!sat(other) || (other < person && !elsewhere.has(other))) return
      if (near(person, other)) pairs.push(pairOf(refOf(person), refOf(other)))
    })
  }
  return pairs
}
