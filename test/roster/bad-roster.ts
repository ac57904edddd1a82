import type { RosterProblemCode } from '../../acts/roster/problem.ts'
import type { Lines } from './office.ts'

/** A roster that is bad in one way. */
export interface Bad {
  readonly what: string
  readonly roster: Lines
  readonly at: readonly [file: string, row: number, column: string, value: string | null]
  readonly code: RosterProblemCode
  /** What the report proposes, or whom it names. */
  readonly says: string
}
