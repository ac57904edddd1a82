import type { DivisionCode, PersonFacts, Setting } from '../facts/person.ts'
import type { Stay } from '../facts/stays.ts'
import type { Day } from '../time/day.ts'
import type { MoveFacts } from './move/move.ts'

/** Whom a condition is asked about: a person and one stay of hers, under a plugin installed at `own`. */
export interface Subject {
  readonly person: PersonFacts
  readonly stay: Stay
  readonly setting: Setting
  /** The jurisdiction the plugin is installed at. */
  readonly own: DivisionCode
  /** The move that is asked about, where one is. */
  readonly move?: ProposedMove
}

/** A move as conditions about it see it. */
export type ProposedMove = Pick<MoveFacts, 'takes' | 'leaves'> & { readonly on: Day }
