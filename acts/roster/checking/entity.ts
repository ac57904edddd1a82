import type { DivisionCode } from '../../../policy/index.ts'

/** A unit, team or post of the roster: already stored, or about to be. */
export interface Entity {
  readonly root: number
  readonly id: string
  readonly code: string
  readonly jurisdiction: DivisionCode
  /** Jurisdictions that qualify the code (`411100:CODE`): its own. */
  readonly places: readonly DivisionCode[]
  /** Whether the graph had it before this roster. */
  readonly stored: boolean
}

/** A person as stored: enough to recognise one. */
export interface StoredPerson {
  readonly root: number
  readonly id: string
  readonly authority: DivisionCode
  readonly code: string
  readonly name: string
  readonly birth: string | null
}

/** Someone the roster speaks of by code: with a row of their own, or known to the graph already. */
export interface Someone {
  readonly id: string
  readonly code: string
  readonly places: readonly DivisionCode[]
  readonly stored: StoredPerson | null
}
