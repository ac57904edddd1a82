import type { FiledAssignment, Ref } from '../../db/facts.ts'
import type { Day, DayText } from '../../policy/index.ts'

/** A move as somebody proposes it, in the codes of the offices. */
export interface MoveAsked {
  readonly person: string
  /** Authority that numbers the person, where the code alone is ambiguous. */
  readonly personAt: string | null
  /** Post left; none: whatever the person holds is kept. */
  readonly from: string | null
  /** Post taken; none: the person only leaves. */
  readonly to: string | null
  /** Jurisdiction that numbers the posts, where a code alone is ambiguous. */
  readonly postAt: string | null
  /** First day in the post taken, and first day no longer in the post left. */
  readonly on: DayText
}

/** A move as the graph understands it. */
export interface PlannedMove {
  readonly person: Ref
  readonly on: Day
  readonly leaves: Ref | null
  readonly takes: Ref | null
  /** The career as it stands without this move, moves of the same person that come earlier laid over it. */
  readonly before: readonly FiledAssignment[]
  /** Assignments that end with the move. */
  readonly ended: readonly string[]
}

/** A set of moves that can be made of the graph as it stands. */
export interface Plan {
  /** In the order asked. */
  readonly moves: readonly PlannedMove[]
  readonly movers: readonly Mover[]
  /** First day of the first move. */
  readonly since: Day
  /** Days on which something moves, the first one first. */
  readonly days: readonly Day[]
}

/** Someone who moves, and the career as it would be. */
export interface Mover {
  readonly person: Ref
  readonly career: readonly FiledAssignment[]
  /** Posts taken, by the assignment that stands for each. */
  readonly taken: ReadonlyMap<string, Ref>
}
