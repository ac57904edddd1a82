import { gatherKin } from '../../db/facts/kin.ts'
import type { KnownAt, Ref } from '../../db/facts.ts'
import { everSeated } from '../../db/queries/conflict-people.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Installation, KinGraph, Kinship } from '../../policy/index.ts'
import { anyAvoidance } from '../conflicts/any-avoidance.ts'
import { kinIn } from '../conflicts/judge-pairs.ts'

/** A mover and someone who is kin of theirs. */
export interface Related {
  readonly mover: string
  readonly relative: Ref
  /** Every way in which the relative is kin of the mover. */
  readonly kin: readonly Kinship[]
}

/**
 * The kin of each mover who hold or held a post, or take one in the plan. Two movers who are kin of each other stand there
 * once. Nobody is asked after where no policy speaks of relatives.
 */
export const relatedTo = async (
  tx: Tx,
  movers: readonly Ref[],
  installed: readonly Installation[],
  knownAt: KnownAt,
): Promise<{ readonly related: readonly Related[]; readonly graph: KinGraph }> => {
  if (!anyAvoidance(installed)) return { related: [], graph: noTies }
  const graph = await gatherKin(tx, movers, knownAt)
  const kin = kinIn(graph)
  const relatives = new Set(movers.flatMap(({ id }) => [...kin(id).keys()]))
  const known = [...relatives].flatMap((id) => graph.people.get(id) ?? [])
  const seated = new Map([...movers, ...(await everSeated(tx, known, knownAt))].map((ref) => [ref.id, ref]))
  const seen = new Set<string>()
  const related = movers.flatMap(({ id: mover }) => {
    seen.add(mover)
    return [...kin(mover)].flatMap(([id, ways]): Related[] => {
      const relative = seated.get(id)
      return relative === undefined || seen.has(id) ? [] : [{ mover, relative, kin: ways }]
    })
  })
  return { related, graph }
}

const noTies: KinGraph = { relative: (id) => ({ id, sex: null, birth: null, died: null }), edges: () => [] }
