import type { Ref } from '../../db/facts.ts'
import { namedBy } from '../../db/queries/kin-ties.ts'
import type { Tx } from '../../db/transaction.ts'

/** A tie to someone known only by name. */
export interface NamedTie {
  readonly declarer: Ref
  readonly relation: string
  readonly name: string
}

/** People known only by name are the same when the same person declares the same relation to the same name. */
const nameKey = (declarer: string, relation: string, name: string) => JSON.stringify([declarer, relation, name])

/**
 * Who on file is meant by each name; `null`: someone new. Someone who was left out of an earlier roster and comes back is
 * the same person still; two of one name and relation are two people.
 */
export const matchNames = async <T extends NamedTie>(
  tx: Tx,
  ties: readonly T[],
): Promise<ReadonlyMap<T, Ref | null>> => {
  const declarers = new Map(ties.map(({ declarer }) => [declarer.id, declarer]))
  const known = new Map<string, Ref[]>()
  for (const { declarer, relation, name, root, id } of await namedBy(tx, [...declarers.values()])) {
    const key = nameKey(declarer, relation, name)
    const same = known.get(key) ?? []
    if (!same.some((ref) => ref.id === id)) known.set(key, [...same, { root, id }])
  }
  return new Map(ties.map((tie) => [tie, known.get(nameKey(tie.declarer.id, tie.relation, tie.name))?.shift() ?? null]))
}
