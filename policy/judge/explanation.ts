import type { Day } from '../time/day.ts'
import type { Range } from '../time/stated.ts'
import type { Holds } from '../time/truth.ts'
import type { FindingStatus } from './finding.ts'

/** How the judge calls the rows it counts; without names it shows their ids. */
export interface Names {
  assignment(id: string): string
}

/** An assignment a node counts, with the days and precision its file states. */
export interface CountedAssignment {
  readonly assignment: string
  readonly from: Range
  readonly to: Range
}

/** One condition of a rule, as it stands for one subject on one day. */
export interface ExplanationNode {
  readonly label: string
  readonly holds: Holds
  /** First and first-no-longer day of the run of days around the asked one; `null` where there is no end. */
  readonly since: Day | null
  readonly until: Day | null
  readonly counted: readonly CountedAssignment[]
  readonly arithmetic: string
  /** Indexes into the list of nodes. */
  readonly children: readonly number[]
}

/** An exemption that may reach the rule, and why it does or does not apply on the day. */
export interface ExemptionConsidered {
  /** Full rule id. */
  readonly rule: string
  readonly catalogueId: string
  readonly applies: Holds
  readonly since: Day | null
  readonly until: Day | null
  readonly reason: string
}

export interface Explanation {
  /** A paragraph an officer can paste into a file. */
  readonly text: string
  readonly status: FindingStatus | null
  /** Root first. */
  readonly nodes: readonly ExplanationNode[]
  readonly exemptions: readonly ExemptionConsidered[]
}

/** A fact that would settle an undetermined answer. */
export interface Need {
  /** `assignment.from`, `assignment.to`, `assignment.level`, `post.leading`, `post.category`, `person.birth`, `state.from` … */
  readonly fact: string
  /** Id of the assignment, state or person it is a fact of. */
  readonly of: string
  readonly why: string
}

/** A rule that does not bind on the day, and the first later day on which it would. */
export interface NotYet {
  readonly rule: string
  readonly catalogueId: string
  /** `null`: never, while the facts stay as they are. */
  readonly firstDay: Day | null
  readonly because: string
}
