import type { Day } from '../../policy/index.ts'
import type { Change, Told, ToldChange } from './outcome.ts'
import type { Words } from './words.ts'

/** A change before it is told. */
export interface Draft extends Change {
  readonly tell: (words: Words) => Told
  /** The same without the relative; `null` where no relative is in it. */
  readonly veiled: ((words: Words) => Told) | null
}

export interface Drafts {
  readonly begins: readonly Draft[]
  readonly ends: readonly Draft[]
}

/** Puts a change into words. What names a relative is made for no one who may not read it. */
export const toldOf = ({ tell, veiled, ...change }: Draft, words: Words, seesFamily: boolean): ToldChange => ({
  ...change,
  open: (veiled ?? tell)(words),
  family: veiled === null || !seesFamily ? null : tell(words),
})

export const together = (drafts: readonly Drafts[]): Drafts => ({
  begins: drafts.flatMap(({ begins }) => begins),
  ends: drafts.flatMap(({ ends }) => ends),
})

/** A day of a set of days; `null` where it has no end there. */
export const dayOrNull = (on: Day): Day | null => (Number.isFinite(on) ? on : null)

/** How something stands on a day: not at all, possibly, surely. */
export const standings = { none: 0, UNDETERMINED: 1, ACTIVE: 2 } as const
export type Standing = 'UNDETERMINED' | 'ACTIVE'
