import type { Kinship } from '../../facts/kinship/kinship.ts'
import type { Chart } from '../../facts/org.ts'
import type { Subject } from '../subject.ts'
import { reversedKin } from './reversed-kin.ts'

/** Whom an avoidance rule is asked about: two people, each in one stay in a post, in this order. */
export interface PairSubject {
  readonly first: Subject
  readonly second: Subject
  /** Every way in which the second is kin of the first. */
  readonly kin: readonly Kinship[]
  readonly chart: Chart
}

/** The two asked about in the other order. */
export const swapped = ({ first, second, kin, chart }: PairSubject): PairSubject => ({
  first: second,
  second: first,
  kin: kin.map(reversedKin),
  chart,
})
