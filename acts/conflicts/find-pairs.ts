import { readKinTies } from '../../db/facts/bulk/kin-ties.ts'
import { readSittings } from '../../db/facts/bulk/sittings.ts'
import type { Ref } from '../../db/facts.ts'
import { unitPlaces } from '../../db/queries/conflict-units.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Installation } from '../../policy/index.ts'
import { anyAvoidance } from './any-avoidance.ts'
import { bondsOf } from './bonds.ts'
import { candidates } from './candidates.ts'
import { nearness } from './nearness.ts'
import type { Pair } from './pair.ts'

/**
 * Pairs of people of a root, and of theirs with people of other roots, whom some rule of these may bar: found by set, in memory,
 * from who is tied to whom and who ever sat where.
 */
export const pairsIn = async (tx: Tx, root: number, installations: readonly Installation[]): Promise<Pair[]> => {
  if (!anyAvoidance(installations)) return []
  const ties = await readKinTies(tx, root)
  const abroad = [...ties.elsewhere].map(([person, home]) => ({ root: home, id: ties.ids.text(person) }))
  const sittings = await readSittings(tx, ties.ids, [`root = ${root}`, ...ofEach(abroad)])
  const near = nearness(sittings, await unitPlaces(tx, rootsOf(root, abroad)), bondsOf(installations))
  return candidates(root, ties, sittings, near)
}

const rootsOf = (root: number, abroad: readonly Ref[]): number[] => [
  ...new Set([root, ...abroad.map((ref) => ref.root)]),
]

const ofEach = (people: readonly Ref[]): string[] => {
  if (people.length === 0) return []
  const roots = [...new Set(people.map(({ root }) => root))]
  return [
    `root = any('{${roots.join()}}'::int[]) and person_id = any('{${people.map(({ id }) => id).join()}}'::uuid[])`,
  ]
}
