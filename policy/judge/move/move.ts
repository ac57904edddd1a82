import type { Placement } from '../../facts/org.ts'
import type { DivisionCode, PersonFacts, Piece } from '../../facts/person.ts'
import type { Bar } from '../../law/rule.ts'
import type { Day } from '../../time/day.ts'
import type { Explanation } from '../explanation.ts'
import type { Language } from '../wording/words.ts'

/** A post as a mover would find or leave it on the day of the move. */
export type MovedPost = Placement & { readonly system: string | null }

/** A move somebody proposes; nothing of it is on file. */
export interface MoveFacts {
  /** As they stand, without the move. */
  readonly person: PersonFacts
  readonly on: Day
  readonly takes: MovedPost | null
  readonly leaves: (Piece & { readonly system: string | null }) | null
}

/** What a placement or together rule says of moves on their day. */
export interface MoveFinding {
  /** UUIDv5 of rule, people, posts and day. */
  readonly id: string
  readonly rule: string
  readonly catalogueId: string
  readonly effect: Bar
  readonly jurisdiction: DivisionCode
  readonly digest: string
  readonly kind: 'placement' | 'together'
  readonly status: 'ACTIVE' | 'UNDETERMINED'
  /** People whose moves it is about, in the order of the plan. */
  readonly people: readonly string[]
  explain(language: Language): Explanation
}
