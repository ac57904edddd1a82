import type { Ref } from '../../db/facts.ts'

/** Two people, in the order of their ids: from whichever side they are come upon, they are judged alike. */
export interface Pair {
  readonly first: Ref
  readonly second: Ref
}

export const pairOf = (one: Ref, other: Ref): Pair =>
  one.id < other.id ? { first: one, second: other } : { first: other, second: one }

export const pairKey = ({ first, second }: Pair): string => `${first.id}/${second.id}`
