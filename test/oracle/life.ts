import type { AuthorityOverride, DossierRecord, PersonFacts, Piece, State } from '../../policy/facts/person.ts'
import type { Category, Level, Sex } from '../../policy/facts/vocabulary.ts'
import type { Day } from '../../policy/time/day.ts'

/** A piece with both days known and nothing blank. */
export interface Held extends Omit<Piece, 'from' | 'to' | 'level' | 'leading' | 'category'> {
  readonly from: Day
  readonly to: Day
  readonly level: Level
  readonly leading: boolean
  readonly category: Category
}

type Exactly<T extends { from: unknown; to: unknown }> = Omit<T, 'from' | 'to'> & {
  readonly from: Day
  readonly to: Day
}

/** One way the unknowns of a file may have been in truth: every day a day, every blank a word. */
export interface Life extends Pick<PersonFacts, 'id' | 'retirementLimit'> {
  readonly birth: Day
  readonly sex: Sex
  readonly ethnicity: string
  readonly category: Category
  readonly education: string
  readonly party: string
  /** Places are always named down to the county. */
  readonly birthPlace: string
  readonly nativePlace: string
  readonly growthPlaces: readonly string[]
  readonly pieces: readonly Held[]
  readonly states: readonly Exactly<State>[]
  readonly dossier: readonly (Omit<DossierRecord, 'on'> & { readonly on: Day })[]
  readonly authorities: readonly Exactly<AuthorityOverride>[]
}
