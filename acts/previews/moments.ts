import type { KnownAt } from '../../db/facts.ts'
import type { Horizon, Installation, Judge } from '../../policy/index.ts'

/** What was known and installed at one moment of two, and the judge of it. */
export interface Side {
  readonly knownAt: KnownAt
  readonly installations: readonly Installation[]
  readonly judge: Judge
}

/** Then and now, and the days on which they are compared. */
export interface Moments {
  readonly before: Side
  readonly after: Side
  readonly horizon: Horizon
}
