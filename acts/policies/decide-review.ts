import type { Database } from '../../db/connect.ts'
import type { ReviewDecision } from '../../db/tables/package.ts'
import type { Keyed } from '../once.ts'
import type { KnownProblem } from '../problem.ts'

export interface DecideReview extends Keyed {
  readonly id: string
  readonly decision: ReviewDecision
  readonly reason: string
}

export interface Decided {
  readonly review: string
  readonly jobs: readonly string[]
}

export const decideReview = (_db: Database, _actor: string, _input: DecideReview): Promise<Decided | KnownProblem> => {
  throw new Error('decideReview')
}
