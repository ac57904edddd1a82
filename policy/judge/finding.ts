import type { DivisionCode } from '../facts/person.ts'
import type { Effect } from '../law/rule.ts'
import type { Day } from '../time/day.ts'
import type { Range } from '../time/stated.ts'

/** How a duty stands on a day (S8). */
export type FindingStatus = 'ACTIVE' | 'DEFERRED' | 'EXEMPT' | 'UNDETERMINED'

/** Days `[from, to)` on which a finding has one status. */
export interface Span {
  readonly from: Day
  readonly to: Day
  readonly status: FindingStatus
  /** First day of the sure run these days lie in; of the possible run when undetermined (S22). */
  readonly since: Day
  /** Deadline, counted from the day the duty surely binds; `null` where the rule sets none or nothing is sure yet. */
  readonly dueBy: Day | null
  /** Full ids of the exemptions that hold (or, when undetermined, may hold) on some of these days; all of one status. */
  readonly exemptions: readonly string[]
  /** The finding of a rule that says this one again; these days are shown once, there, with both citations. */
  readonly shownWith: string | null
}

/** An assignment or state that a finding counts. */
export interface Counted {
  readonly kind: 'assignment' | 'state'
  readonly id: string
  readonly from: Range
  readonly to: Range
}

/** One maximal interval of possibly-due days of one rule and subject, with the spans of status inside it. */
export interface Finding {
  /** UUIDv5 of rule, person, first counted fact and occurrence: survives recomputation. */
  readonly id: string
  /** Full id, `<plugin>/<rule>`. */
  readonly rule: string
  readonly catalogueId: string
  readonly effect: Effect
  /** Where the rule is installed. */
  readonly jurisdiction: DivisionCode
  readonly digest: string
  readonly person: string
  /** Keys of the stay along the rule's `per`; empty when the subject is the person. */
  readonly key: readonly string[]
  readonly from: Day
  readonly to: Day
  readonly spans: readonly Span[]
  readonly counted: readonly Counted[]
}
