import type { Database } from '../../db/connect.ts'
import type { Keyed } from '../once.ts'
import type { KnownProblem } from '../problem.ts'

export interface ApprovePolicy extends Keyed {
  /** The proposal: id of its installation. */
  readonly id: string
  /** Digest of the document that the approver has read. */
  readonly digest: string
  /** Digest of the preview that the approver has read; only when another one has taken the place of the proposer's. */
  readonly previewDigest?: string | null
}

/** What is installed, and the evaluations under way because of it: findings are current when they are done. */
export interface PolicyChanged {
  readonly installation: string
  readonly jobs: readonly string[]
}

export const approvePolicy = (
  _db: Database,
  _actor: string,
  _input: ApprovePolicy,
): Promise<PolicyChanged | KnownProblem> => {
  throw new Error('approvePolicy')
}
