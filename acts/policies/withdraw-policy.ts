import type { Database } from '../../db/connect.ts'
import type { DayText } from '../../policy/index.ts'
import type { Keyed } from '../once.ts'
import type { KnownProblem } from '../problem.ts'
import type { PolicyChanged } from './approve-policy.ts'

export interface WithdrawPolicy extends Keyed {
  readonly id: string
  /** First day it no longer counts; a proposal is withdrawn before it ever counted, whatever the day. */
  readonly on: DayText
  readonly reason: string
}

export const withdrawPolicy = (
  _db: Database,
  _actor: string,
  _input: WithdrawPolicy,
): Promise<PolicyChanged | KnownProblem> => {
  throw new Error('withdrawPolicy')
}
