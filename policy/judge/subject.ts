import type { DivisionCode, PersonFacts, Setting } from '../facts/person.ts'
import type { Stay } from '../facts/stays.ts'

/** Whom a condition is asked about: a person and one stay of hers, under a plugin installed at `own`. */
export interface Subject {
  readonly person: PersonFacts
  readonly stay: Stay
  readonly setting: Setting
  /** The jurisdiction the plugin is installed at. */
  readonly own: DivisionCode
}
