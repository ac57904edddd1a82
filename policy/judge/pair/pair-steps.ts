import type { PairFacts } from './conflict.ts'
import { type PairNode, pairLeaves } from './pair-condition.ts'

/**
 * Steps that judging two people by one plugin may take, as those of one person are counted: comparisons of a tie, a piece or two
 * pieces with a condition.
 */
export const stepsPerPair = 10_000_000

/** What judging two people in two posts once asks of their ties and their service: how many conditions look at each. */
export interface PairWeight {
  readonly nodes: number
  readonly kin: number
  readonly posts: number
  readonly held: number
}

export const pairWeightOf = (trees: readonly PairNode[]): PairWeight => {
  const leaves = trees.flatMap(pairLeaves)
  const asking = (key: string) => leaves.filter(({ condition }) => key in condition).length
  return { nodes: leaves.length, kin: asking('kin'), posts: asking('posts'), held: asking('held') }
}

/** How much there is to compare of two people in two posts. */
export interface PairSize {
  readonly ties: number
  readonly pieces: number
  /** Every piece of one with every piece of the other. */
  readonly crossings: number
}

export const sizeOf = (
  { kin }: Pick<PairFacts, 'kin'>,
  one: readonly unknown[],
  other: readonly unknown[],
): PairSize => ({
  ties: kin.length,
  pieces: one.length + other.length,
  crossings: one.length * other.length,
})

/** Steps of judging them once, in both orders. */
export const pairSteps = ({ nodes, kin, posts, held }: PairWeight, { ties, pieces, crossings }: PairSize): number =>
  2 * (nodes + kin * ties + posts * crossings + held * pieces)
