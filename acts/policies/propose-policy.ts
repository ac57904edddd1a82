import type { Database } from '../../db/connect.ts'
import type { InstallationMode } from '../../db/tables/plugin.ts'
import type { DayText } from '../../policy/index.ts'
import type { Keyed } from '../once.ts'
import type { KnownProblem } from '../problem.ts'

export interface ProposePolicy extends Keyed {
  readonly jurisdiction: string
  /** Digest of an uploaded document. */
  readonly plugin: string
  /** First day it would count; a past one needs a reason. */
  readonly effectiveFrom: DayText
  readonly mode: InstallationMode
  /** Digest of the preview that the proposer has read. */
  readonly previewDigest: string
  readonly reason?: string | null
  /** Full ids of superior rules against which nothing could be proved, and for which the proposer answers. */
  readonly acknowledged?: readonly string[] | null
}

export interface Proposed {
  readonly installation: string
}

export const proposePolicy = (
  _db: Database,
  _actor: string,
  _input: ProposePolicy,
): Promise<Proposed | KnownProblem> => {
  throw new Error('proposePolicy')
}
