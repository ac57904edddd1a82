import type { GatheredKin } from '../../db/facts/kin.ts'
import type { Ref } from '../../db/facts.ts'
import { grouped } from '../../db/recorded.ts'
import { type Kinship, kinOf } from '../../policy/index.ts'

/** A mover and someone who is kin of theirs. */
export interface Related {
  readonly mover: string
  readonly relative: Ref
  /** Every way in which the relative is kin of the mover. */
  readonly kin: readonly Kinship[]
}

/** The kin of each mover who hold posts. Two movers who are kin of each other stand there once. */
export const relatedTo = (movers: readonly Ref[], kin: GatheredKin): readonly Related[] => {
  const seen = new Set<string>()
  return movers.flatMap(({ id: mover }) => {
    seen.add(mover)
    const relatives = grouped(kinOf(kin, mover), ({ relative }) => relative)
    return [...relatives].flatMap(([id, ways]): Related[] => {
      const person = kin.people.get(id)
      if (person === undefined || !person.staff || seen.has(id)) return []
      return [{ mover, relative: { root: person.root, id }, kin: ways }]
    })
  })
}
