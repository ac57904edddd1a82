import type { Kinship } from '../../facts/kinship/kinship.ts'
import type { DivisionCode, PersonFacts } from '../../facts/person.ts'
import type { PostRelation } from '../../facts/relations/relation.ts'
import type { Bar } from '../../law/rule.ts'
import type { Day } from '../../time/day.ts'
import type { Span } from '../finding.ts'

/** Two people and every way in which the second is kin of the first. */
export interface PairFacts {
  readonly first: PersonFacts
  readonly second: PersonFacts
  readonly kin: readonly Kinship[]
}

/** One of the two, and the post in which they stand against the other. */
export interface Side {
  readonly person: string
  readonly post: string
  /** The first assignment to it that counts. */
  readonly assignment: string
}

/** One maximal interval of days on which a rule possibly bars two related people from two posts. */
export interface Conflict {
  /** UUIDv5 of rule, people and posts: survives recomputation. */
  readonly id: string
  /** Full id, `<plugin>/<rule>`. */
  readonly rule: string
  readonly catalogueId: string
  readonly effect: Bar
  readonly jurisdiction: DivisionCode
  readonly digest: string
  /** Whoever leads first, where the relation has a direction; else in the order of their ids. */
  readonly sides: readonly [Side, Side]
  /** The tie that proves it best, read from the first side: the surest, then the first of `kinPatterns`. */
  readonly kin: Kinship
  readonly relation: PostRelation
  readonly from: Day
  readonly to: Day
  /** ACTIVE or UNDETERMINED: no exemption waives an avoidance. */
  readonly spans: readonly Span[]
}
