import type { KinWord } from '../facts/kinship/kinship.ts'
import type { LeaderScope, OrganClosure, PostRelation, RelationScope } from '../facts/relations/relation.ts'
import type {
  Capacity,
  Category,
  Dim,
  DivisionLevel,
  DossierKind,
  Duty,
  Level,
  Seat,
  StateKind,
  TeamKind,
  UnitKind,
} from '../facts/vocabulary.ts'
import type { Arg } from './dated.ts'

/** A span of calendar time: `P10Y`, `P6M`, `P1Y6M`, `P30D`. */
export type PeriodText = string

/** Which pieces of a career count. Every stated member must hold; an absent one does not filter. */
export interface Where {
  /** Default: formal, probation, concurrent (S3). */
  readonly capacity?: Arg<readonly Capacity[]>
  readonly level?: Arg<readonly Level[]> | { readonly from?: Level; readonly to?: Level }
  readonly leading?: boolean
  /** At least one of these seats. */
  readonly seat?: Arg<readonly Seat[]>
  /** At least one of these duties. */
  readonly duties?: Arg<readonly Duty[]>
  readonly business?: Arg<readonly string[]>
  readonly category?: Arg<readonly Category[]>
  readonly unitKind?: Arg<readonly UnitKind[]>
  readonly functions?: Arg<readonly string[]>
  readonly teamKind?: Arg<readonly TeamKind[]>
  /** `own`: the jurisdiction the plugin is installed at; or the levels the place of the post may have. */
  readonly place?: 'own' | 'ownOrBelow' | readonly DivisionLevel[]
  /** Of a proposed move: the piece lies in the same key as the post taken or left. */
  readonly same?: { readonly dim: Dim; readonly as: 'takes' | 'leaves' }
}

/** Holes that do not break a stay. Default: none by length, and days on secondment or loan (S3). */
export interface Bridge {
  readonly days?: Arg<number>
  readonly over?: readonly Capacity[]
}

export type OneOf = { readonly in: readonly string[] } | { readonly notIn: readonly string[] }
export type PersonAttribute = 'sex' | 'ethnicity' | 'category' | 'party' | 'education'
export type NativeBasis = 'native' | 'birth' | 'growth'

/**
 * A condition denotes days. One key per object; the list is closed (semantics.md, "Syntax and denotation").
 *
 * `held` … `happened` speak of the subject's stay or career, `person` … `dossier` of the person. `kin` and `posts` speak of two
 * people (avoidance; `held` there of the posts of both), `takes` … `crosses` of a proposed move (placement), `departs` of a set of
 * moves (together), `share` and `count` of a leading team (composition).
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly ref: string }
  | { readonly held: Where }
  | { readonly lasting: Lasting }
  | { readonly accumulated: { readonly where: Where; readonly atLeast: Arg<PeriodText> } }
  | { readonly terms: Terms }
  | { readonly happened: Happened }
  | { readonly person: { readonly [K in PersonAttribute]?: OneOf } }
  | { readonly age: { readonly atLeast?: Arg<number>; readonly atMost?: Arg<number> } }
  | { readonly toRetirement: { readonly under: Arg<PeriodText> } }
  | { readonly state: StateIs }
  | { readonly native: { readonly place: 'takes' | 'post' | 'team'; readonly basis: Arg<readonly NativeBasis[]> } }
  | { readonly dossier: DossierHas }
  | { readonly kin: { readonly classes: Arg<readonly KinWord[]> } }
  | { readonly posts: PostsStand }
  | { readonly takes: Where }
  | { readonly leaves: Where }
  | { readonly rises: Nothing }
  | { readonly crosses: { readonly dim: Dim | 'system' } }
  | { readonly departs: Nothing }
  | { readonly share: Share }
  | { readonly count: Count }

/** What a condition may be, by its one key. */
export const conditionWords: readonly string[] = [
  ...['all', 'any', 'not', 'ref'],
  ...['held', 'lasting', 'accumulated', 'terms', 'happened'],
  ...['person', 'age', 'toRetirement', 'state', 'native', 'dossier'],
  ...['kin', 'posts', 'takes', 'leaves', 'rises', 'crosses', 'departs', 'share', 'count'],
]

/** A condition that takes no argument: `{}`. */
export type Nothing = Readonly<Record<string, never>>

/** `1/3`: whole numbers, so that a ratio is compared exactly. */
export type FractionText = string

/**
 * How the posts of two people stand to each other (in `avoidance`), or the posts two people leave (in `together`). Where the
 * relation has a direction the first of the two leads; a rule is asked of the two in both orders.
 */
export interface PostsStand {
  readonly relation: PostRelation
  /** Default `sameOrgan`. */
  readonly scope?: RelationScope
  /** How far the organ of `sameOrgan` reaches; default `organ`. */
  readonly organClosure?: Arg<OrganClosure>
  /** Duties that are sensitive (in `leadsAndSensitive`). */
  readonly duties?: Arg<readonly Duty[]>
  /** Whose leadership counts (in `sameLeader`); default `person`. */
  readonly leaderScope?: Arg<LeaderScope>
  /** The two seats (in `seats`). */
  readonly seats?: readonly [Seat, Seat]
}

/** Members of the team for whom `who` holds, as a share of all of them (or of all its seats): S17. */
export interface Share {
  readonly who: Condition
  readonly atLeast?: Arg<FractionText>
  readonly atMost?: Arg<FractionText>
  /** Default `members`. */
  readonly over?: 'members' | 'seats'
}

/** Members of the team for whom `who` holds (all of them, when it is not stated). */
export interface Count {
  readonly who?: Condition
  readonly atLeast?: Arg<number>
  readonly atMost?: Arg<number>
}

/** N years unbroken. `along`: count along this dimension of the person's whole career instead of the subject's stay. */
export interface Lasting {
  readonly along?: Dim
  readonly where?: Where
  readonly atLeast: Arg<PeriodText>
  readonly bridge?: Bridge
}

/**
 * The n-th consecutive team term is over. A term is served once one unbroken run of the stay covers `countsFrom` of it (S10);
 * consecutive terms may lie in different runs.
 */
export interface Terms {
  readonly where: Where
  readonly atLeast: Arg<number>
  readonly countsFrom: Arg<PeriodText>
}

/** At least `times` events within the period before the judged day. `kind` names the state for `stateStart`. */
export interface Happened {
  readonly event: 'move' | 'promotion' | 'appointment' | 'stateStart'
  readonly kind?: StateKind
  readonly within: Arg<PeriodText>
  readonly times: Arg<number>
}

/** Days on which such a state holds; with `influence`, the days from its start for as long as the table says for its value. */
export interface StateIs {
  readonly kind: StateKind
  readonly values?: Arg<readonly string[]>
  readonly influence?: Arg<Readonly<Record<string, PeriodText>>>
}

/**
 * Days from a record, after whole working days, while it is valid: `validFor` runs from the end of the working days, and
 * never past the record's own last day.
 */
export interface DossierHas {
  readonly kind: DossierKind
  readonly result?: string
  readonly validFor?: Arg<PeriodText>
  readonly workdays?: Arg<number>
}
