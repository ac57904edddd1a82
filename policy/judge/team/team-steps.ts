import { stepsOf, type Weight, weightOf } from '../fuel.ts'
import type { Crew } from './crew.ts'
import type { TeamNode } from './team-condition.ts'

/**
 * Steps that judging those counted together by one plugin may take: comparisons of a piece or a record of a member with a
 * condition, and of a member with a day on which something changes.
 */
export const stepsPerTeam = 10_000_000

/** What judging a team once asks: how often its members are counted, and how many conditions look at each of them. */
export interface TeamWeight {
  readonly counts: number
  readonly member: Weight
}

export const teamWeightOf = (trees: readonly TeamNode[]): TeamWeight => {
  const counting = trees.flatMap(countingIn)
  return { counts: counting.length, member: weightOf(counting.flatMap(({ who }) => who ?? [])) }
}

const countingIn = (node: TeamNode): readonly TeamNode[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(countingIn)

/** Steps of judging it once. */
export const teamSteps = ({ counts, member }: TeamWeight, { members }: Crew): number => {
  let [steps, pieces] = [0, 0]
  for (const { subject } of members) {
    steps += stepsOf(member, subject)
    pieces += subject.stay.pieces.length
  }
  return steps + counts * members.length * pieces
}
