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
 * `held` … `happened` speak of the subject's stay or career, `person` … `dossier` of the person.
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
