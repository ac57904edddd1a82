import type { DayText } from '../time/day.ts'

/** One text in both languages; officers read the Chinese first. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** Where a rule or value stands in the law. Shown to officers as instrument, article and day, never as a page address. */
export interface Citation {
  /** Id of an instrument of the same document. */
  readonly instrument: string
  /** Article or paragraph as the text numbers it, e.g. `第六条`; `null` where the published text has no number. */
  readonly article: string | null
  /** True only once a person compared it with the official text. */
  readonly verified: boolean
  /** Reading taken where the text is ambiguous, with its mark in the catalogue, e.g. `B1`. */
  readonly note?: string
}

/** The document a rule comes from. */
export interface Instrument {
  readonly id: string
  readonly title: Bilingual
  readonly issuer: Bilingual
  readonly issuedOn?: DayText
  /** First day of force; `knownBy` instead where the text gives none: the law is known to exist by that day. */
  readonly inForce: InForce
}

export type InForce =
  | { readonly from: DayText; readonly to?: DayText }
  | { readonly knownBy: DayText; readonly to?: DayText }
