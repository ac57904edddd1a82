import type { Draft } from '../reading/draft.ts'
import type { Entity, Someone } from './entity.ts'

/** Rows whose references are resolved. `null`: blank, or unknown and reported. */
export interface UnitRow {
  readonly draft: Draft<'units'>
  readonly self: Entity
  readonly parent: Entity | null
  readonly regulatedBy: Entity | null
  readonly succeeds: readonly Entity[]
}

export interface TeamRow {
  readonly draft: Draft<'teams'>
  readonly self: Entity
  readonly unit: Entity | null
}

export interface TermRow {
  readonly draft: Draft<'terms'>
  readonly team: Entity
}

export interface PostRow {
  readonly draft: Draft<'posts'>
  readonly self: Entity
  readonly unit: Entity
  readonly team: Entity | null
  readonly reportsTo: Entity | null
  readonly succeeds: readonly Entity[]
}

/** The organisation a roster speaks of. */
export interface OrgRows {
  readonly units: readonly UnitRow[]
  readonly teams: readonly TeamRow[]
  readonly terms: readonly TermRow[]
  readonly posts: readonly PostRow[]
}

export interface PersonRow {
  readonly draft: Draft<'people'>
  readonly self: Someone
}

export interface AssignmentRow {
  readonly draft: Draft<'assignments'>
  readonly person: Someone
  readonly post: Entity
}

/** A row that speaks of one person and refers to nothing else. */
export interface FileRow<S extends 'authorities' | 'states'> {
  readonly draft: Draft<S>
  readonly person: Someone
}

export interface DossierRow {
  readonly draft: Draft<'dossier'>
  readonly person: Someone
  readonly post: Entity | null
}

export interface KinRow {
  readonly draft: Draft<'kin'>
  readonly person: Someone
  /** Null when the relative is known only by name. */
  readonly relative: Someone | null
}

/** The people a roster speaks of and what it says of each. */
export interface PeopleRows {
  readonly people: readonly PersonRow[]
  readonly authorities: readonly FileRow<'authorities'>[]
  readonly assignments: readonly AssignmentRow[]
  readonly states: readonly FileRow<'states'>[]
  readonly dossier: readonly DossierRow[]
  readonly kin: readonly KinRow[]
}
