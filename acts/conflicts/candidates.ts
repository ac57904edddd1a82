import type { KinTies } from '../../db/facts/bulk/kin-ties.ts'
import { tieCodes } from '../../db/facts/bulk/kin-ties.ts'
import type { Sittings } from '../../db/facts/bulk/sittings.ts'
import { onwards, startOfWalk, type Walk } from '../../db/facts/kin/walk.ts'
import type { Near } from './nearness.ts'
import { type Pair, pairOf } from './pair.ts'

/** Where each single place of a walk leads over each kind of tie. */
const steps: readonly (readonly Walk[])[] = [0, 1, 2, 3, 4, 5].map((code) => {
  const relation = Object.entries(tieCodes).find(([, each]) => each === code)?.[0]
  return Array.from({ length: 32 }, (_, bit) => (relation === undefined ? 0 : onwards(1 << bit, relation)))
})

const step = (walk: Walk, code: number): Walk => {
  const leads = steps[code] ?? []
  let to = 0
  for (let left = walk; left !== 0; left &= left - 1) to |= leads[31 - Math.clz32(left & -left)] ?? 0
  return to
}

/**
 * Pairs of people of a root, and of theirs with people elsewhere, who both ever sat, sat near each other, and are so tied that
 * they may be kin. Whether they are, and on which days, is not asked yet.
 */
export function* candidates(root: number, ties: KinTies, { first }: Sittings, near: Near): Generator<Pair> {
  const { ids, starts, relatives, codes, elsewhere } = ties
  const walks = new Int32Array(ids.length)
  const [stack, fresh, reached]: [number[], Walk[], number[]] = [[], [], []]
  const reach = (person: number, walk: Walk) => {
    const on = walk & ~(walks[person] ?? 0)
    if (on === 0) return
    if (walks[person] === 0) reached.push(person)
    walks[person] = (walks[person] ?? 0) | on
    stack.push(person)
    fresh.push(on)
  }
  const refOf = (person: number) => ({ root: elsewhere.get(person) ?? root, id: ids.text(person) })
  for (let person = 0; person < ids.length; person += 1) {
    if ((first[person] ?? -1) < 0 || elsewhere.has(person)) continue
    reach(person, startOfWalk)
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const walk = fresh.pop() ?? 0
      const end = starts[at + 1] ?? 0
      for (let tie = starts[at] ?? 0; tie < end; tie += 1) reach(relatives[tie] ?? 0, step(walk, codes[tie] ?? 0))
    }
    for (const other of reached) {
      walks[other] = 0
      if (other === person || (first[other] ?? -1) < 0) continue
      // Two of the root are come upon from both; the first of them asks.
      if (other < person && !elsewhere.has(other)) continue
      if (near(person, other)) yield pairOf(refOf(person), refOf(other))
    }
    reached.length = 0
  }
}
