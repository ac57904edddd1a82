import type { DayText } from '../time/day.ts'
import type { Bilingual, Citation } from './citation.ts'

/** A number, a period (`P10Y`), a list of words, or a table from word to period. */
export type ParameterValue = number | string | readonly string[] | Readonly<Record<string, string>>

/** A value of the law, and the day it starts; `null` means repealed from that day. */
export interface DatedValue {
  readonly from: DayText
  readonly value: ParameterValue | null
  readonly cite: Citation
}

/** A value the law changes over time, e.g. the years a post may be held. Values stand oldest first. */
export interface Parameter {
  readonly title: Bilingual
  readonly values: readonly DatedValue[]
}

/** A literal, or the name of a dated parameter of the same document. */
export type Arg<T> = T | { readonly param: string }
