import type { Range } from '../../time/stated.ts'
import type { Sex } from '../vocabulary.ts'

/** How a parent came to be one: by birth, by adoption, or as a step-parent whose support is on record (Civil Code 1072, 1111). */
export type ParentKind = 'birth' | 'adoptive' | 'step_supported'
export type TieEnd = 'divorce' | 'death' | 'annulled' | 'dissolved'

/**
 * A tie as it is on file: what `relative` is to `person`. The graph answers it from both ends, each time read outward.
 * `relation` is one of the primitive ties, or a declared term (堂兄) whose middle persons are unknown.
 */
export interface KinEdge {
  readonly id: string
  readonly person: string
  readonly relative: string
  readonly relation: 'parent' | 'child' | 'spouse' | 'special_interest' | (string & {})
  /** Of a parent or child; `null`: by birth. */
  readonly kind: ParentKind | null
  /** `null`: no first day is stated. */
  readonly from: Range | null
  /** First day no longer; `null`: still so. */
  readonly to: Range | null
  readonly endedBy: TieEnd | null
  /** An unverified tie is possible only (S18). */
  readonly verified: boolean
  /** False on the reading from the side that did not declare it. A declared term read there says what `person` is to `relative`. */
  readonly declared: boolean
}

/** What kinship needs to know of anyone in it, staff or not. `null` is "not known". */
export interface Relative {
  readonly id: string
  readonly sex: Sex | null
  readonly birth: Range | null
  readonly died: Range | null
}

/** The ties on file around some people, answered from memory. */
export interface KinGraph {
  relative(id: string): Relative
  /** Every tie of this person, read outward: `person` is the one asked about. */
  edges(person: string): readonly KinEdge[]
}
