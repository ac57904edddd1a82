import type { Database } from '../../db/connect.ts'
import type { DayText } from '../../policy/index.ts'
import type { Keyed } from '../once.ts'
import type { KnownProblem } from '../problem.ts'
import type { Proposed } from './propose-policy.ts'

export interface RollbackPolicy extends Keyed {
  /** The earlier installation whose document is to come back. */
  readonly id: string
  readonly effectiveFrom: DayText
  readonly previewDigest: string
  readonly reason: string
  readonly acknowledged?: readonly string[] | null
}

export const rollbackPolicy = (
  _db: Database,
  _actor: string,
  _input: RollbackPolicy,
): Promise<Proposed | KnownProblem> => {
  throw new Error('rollbackPolicy')
}
