import type { DivisionCode, PersonFacts } from '../../facts/person.ts'
import type { TeamKind } from '../../facts/vocabulary.ts'
import type { CompositionRule } from '../../law/rule.ts'
import type { Day } from '../../time/day.ts'
import type { Holds, Truth } from '../../time/truth.ts'
import type { Explanation } from '../explanation.ts'
import type { Span } from '../finding.ts'
import type { Language } from '../wording/words.ts'

/** A leading team, everyone who ever held a post in it, and how many seats it has on which days. */
export interface TeamFacts {
  readonly id: string
  readonly kind: TeamKind
  /** Its jurisdiction. */
  readonly place: DivisionCode
  /** Who manages it. */
  readonly authority: DivisionCode
  /** Days it exists. */
  readonly days: Truth
  readonly members: readonly PersonFacts[]
  readonly seats: readonly { readonly from: Day; readonly to: Day; readonly seats: number }[]
}

/** One maximal interval of days on which a team possibly fails what a composition rule asserts (S17, S20). */
export interface TeamFinding {
  /** UUIDv5 of rule, teams and occurrence. */
  readonly id: string
  readonly rule: string
  readonly catalogueId: string
  readonly effect: CompositionRule['effect']
  readonly jurisdiction: DivisionCode
  readonly digest: string
  /** One, or all teams of the place that the rule counts together. */
  readonly teams: readonly string[]
  readonly from: Day
  readonly to: Day
  /** ACTIVE or UNDETERMINED. */
  readonly spans: readonly Span[]
}

/** How a rule stands with a team on a day, in numbers: 3 of 9 where a third is asked. */
export interface TeamStanding {
  readonly rule: string
  readonly catalogueId: string
  readonly teams: readonly string[]
  /** Whether the team looks as the rule asserts. */
  readonly holds: Holds
  /** Members for whom it surely holds, possibly holds, and all. */
  readonly surely: number
  readonly possibly: number
  readonly members: number
  explain(language: Language): Explanation
}
