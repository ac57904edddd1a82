import type { Kinship } from '../../facts/kinship/kinship.ts'
import type { Chart } from '../../facts/org.ts'
import type { Truth } from '../../time/truth.ts'
import type { Subject } from '../subject.ts'

/** Whom an avoidance rule is asked about: two people, each in one stay in a post, in this order. */
export interface PairSubject {
  readonly first: Subject
  readonly second: Subject
  /** Every way in which the second is kin of the first. */
  readonly kin: readonly Kinship[]
  readonly chart: Chart
  /** How their posts stand, kept from one rule to the next: many rules ask the same of them. */
  readonly known: KnownRelations
}

/** Days of a relation by what it was asked with, as text. */
export type KnownRelations = Map<string, Truth>
