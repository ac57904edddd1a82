import type { Day } from '../time/day.ts'
import type { Range } from '../time/stated.ts'
import type {
  Capacity,
  Category,
  DivisionLevel,
  DossierKind,
  Duty,
  Level,
  RetirementLimit,
  Seat,
  Sex,
  StateKind,
  TeamKind,
  UnitKind,
} from './vocabulary.ts'

/** GB/T 2260 code of a jurisdiction, as text. */
export type DivisionCode = string

/**
 * One end of a piece: an unknown day within `lo`..`hi`. Two edges of one person that carry the same `joint` are one and
 * the same unknown day: the end of one piece is the start of the next, so there is no gap between them (S5).
 */
export interface Edge extends Range {
  readonly joint?: number
}

/**
 * What the engine counts: an assignment cut wherever an attribute of its post, unit or team changes, so that inside one
 * piece every attribute is constant. Held on the days `[from, to)`; an open end has `to.lo === to.hi === Infinity`.
 * `null` is "not known" for `level`, `leading` and `category`, and "there is none" for `team`, `teamKind`, `internalUnit`, `legalPerson`.
 * `level` is the assignment's own level where it states one, else the post's (S2).
 */
export interface Piece {
  readonly assignment: string
  readonly from: Edge
  readonly to: Edge
  readonly capacity: Capacity
  readonly level: Level | null
  readonly leading: boolean | null
  readonly seats: readonly Seat[]
  readonly duties: readonly Duty[]
  readonly business: readonly string[]
  readonly category: Category | null
  readonly unitKind: UnitKind
  readonly functions: readonly string[]
  readonly teamKind: TeamKind | null
  readonly post: string
  /** The unit itself when it is an internal unit, else none. */
  readonly internalUnit: string | null
  /** Nearest unit upwards, itself included, that is not an internal unit. */
  readonly organ: string
  /** Nearest unit upwards, itself included, that is a legal person. */
  readonly legalPerson: string | null
  readonly team: string | null
  /** The team's jurisdiction if the post belongs to a team, else the unit's: where the person governs. */
  readonly place: DivisionCode
  readonly jurisdiction: DivisionCode
  /** The jurisdiction that manages the post (干部管理权限). */
  readonly authority: DivisionCode
}

/** A dated fact about a person. An appraisal without an end holds until the next appraisal; any other open row still holds. */
export interface State {
  readonly id: string
  readonly kind: StateKind
  readonly value: string | null
  readonly from: Range
  /** First day it no longer holds; `Infinity` on both sides while open. */
  readonly to: Range
}

/** A dated piece of evidence about a person. */
export interface DossierRecord {
  readonly id: string
  readonly kind: DossierKind
  readonly on: Range
  readonly until: Day | null
  readonly result: string | null
}

/** A dated row that says who manages this person, whatever the posts say. */
export interface AuthorityOverride {
  readonly jurisdiction: DivisionCode
  readonly from: Range
  readonly to: Range
}

/** Everything a judge may know about one person. `null` is "not known". */
export interface PersonFacts {
  readonly id: string
  readonly birth: Range | null
  readonly sex: Sex | null
  readonly ethnicity: string | null
  readonly category: Category | null
  readonly education: string | null
  readonly party: string | null
  readonly birthPlace: DivisionCode | null
  readonly nativePlace: DivisionCode | null
  readonly growthPlaces: readonly DivisionCode[]
  readonly retirementLimit: RetirementLimit | null
  /** In the order of the career. */
  readonly pieces: readonly Piece[]
  readonly states: readonly State[]
  readonly dossier: readonly DossierRecord[]
  readonly authorities: readonly AuthorityOverride[]
}

/** A numbered term (届) of a leading team; `to` is `Infinity` while it runs. */
export interface Term {
  readonly number: number
  readonly from: Day
  readonly to: Day
}

export type SuccessionKind = 'unit' | 'post' | 'team'

/** What the judge knows beside the person: who succeeded whom, the terms of teams, the division tree. */
export interface Setting {
  /** Keys that `later` directly succeeds (承继自), e.g. the post it was before the reform. */
  predecessors(kind: SuccessionKind, later: string): readonly string[]
  terms(team: string): readonly Term[]
  readonly divisions: Divisions
}

/** The tree of divisions. */
export interface Divisions {
  /**
   * From the nation down to the jurisdiction itself; empty when the code is not in the tree. Of a code that is no longer in
   * use (撤县设区): down to what succeeded it, or, where nothing alone did, to the narrowest division it surely lies in.
   */
  chain(code: DivisionCode): readonly DivisionCode[]
  /** `null` when the code is not in use. */
  level(code: DivisionCode): DivisionLevel | null
  /** Whether it is itself an autonomous area (民族自治地方): 自治区、自治州、自治县、自治旗. */
  autonomous(code: DivisionCode): boolean
}
