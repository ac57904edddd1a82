import type { ParentKind, TieEnd } from '../facts/kinship/kin-edge.ts'
import type {
  Capacity,
  Category,
  Dim,
  DossierKind,
  Duty,
  Level,
  RetirementLimit,
  Seat,
  Sex,
  StateKind,
  TeamKind,
  UnitKind,
} from '../facts/vocabulary.ts'
import type { DayText } from '../time/day.ts'
import type { StatedText } from '../time/stated.ts'

/**
 * What a case says of one rule on its day. `binds`: surely, and nothing exempts (for an exemption: it surely holds).
 * `passes`: surely not.
 */
export type Expectation = 'binds' | 'passes' | 'undetermined' | 'exempt' | 'deferred'

/** Where a line of a made-up career lies that does not say so. */
export const plainOrgan = '甲局'
export const plainUnit = '甲科'

/** How a tie may be stated; any other word is a term that was declared (堂兄). */
export const tieWords = ['parent', 'child', 'spouse', 'special_interest'] as const

/**
 * One line of a made-up career. Whatever is not said takes a plain default: formal service of a civil clerk, not leading,
 * in internal unit `甲科` of organ `甲局` (a legal person) of the plugin's own jurisdiction, managed there.
 * Names (`post`, `internalUnit` …) are keys: the same name is the same thing.
 */
export interface CareerLine {
  readonly post: string
  readonly from: StatedText
  readonly to?: StatedText
  readonly capacity?: Capacity
  readonly level?: Level | null
  readonly leading?: boolean | null
  readonly seats?: readonly Seat[]
  readonly duties?: readonly Duty[]
  readonly business?: readonly string[]
  readonly category?: Category | null
  readonly internalUnit?: string | null
  readonly organ?: string
  readonly legalPerson?: string | null
  readonly unitKind?: UnitKind
  readonly functions?: readonly string[]
  readonly team?: string
  readonly teamKind?: TeamKind
  readonly place?: string
  readonly jurisdiction?: string
  readonly authority?: string
}

export interface CaseState {
  readonly kind: StateKind
  readonly from: StatedText
  readonly to?: StatedText
  readonly value?: string
}

/** Someone of the story and what is on file of them. */
export interface CasePerson {
  readonly person?: {
    readonly birth?: StatedText
    readonly sex?: Sex
    readonly ethnicity?: string
    readonly category?: Category
    readonly education?: string
    readonly party?: string
    readonly birthPlace?: string
    readonly nativePlace?: string
    readonly growthPlaces?: readonly string[]
    readonly retirementLimit?: RetirementLimit
  }
  readonly career: readonly CareerLine[]
  readonly states?: readonly CaseState[]
  readonly dossier?: readonly { readonly kind: DossierKind; readonly on: StatedText; readonly result?: string }[]
}

/** A tie of the story: what `relative` is to `of`. `self` is the person the case is about, other names are of `others`, or of nobody on file. */
export interface CaseTie {
  readonly of: string
  readonly relative: string
  /** `parent`, `child`, `spouse`, `special_interest`, or a declared term. */
  readonly relation: string
  readonly kind?: ParentKind
  readonly from?: StatedText
  readonly to?: StatedText
  readonly endedBy?: TieEnd
  readonly verified?: boolean
}

/** A move proposed on the day of the case. */
export interface CaseMove {
  /** Default: `self`. */
  readonly person?: string
  /** Post left, by name; default: none. */
  readonly leaves?: string
  /** Post taken; its days are not read. */
  readonly takes?: Omit<CareerLine, 'from' | 'to'>
}

/** Who leads whom in the story, where the plain default (the chief of the unit) is not meant. */
export interface CaseChart {
  readonly posts?: Readonly<Record<string, { readonly reportsTo?: string }>>
  readonly units?: Readonly<
    Record<
      string,
      { readonly parent?: string; readonly kind?: UnitKind; readonly system?: string; readonly regulatedBy?: string }
    >
  >
}

/** A worked example of the law: a made-up person, a day, and what each named rule says. Read like a commentary. */
export interface Case extends CasePerson {
  readonly name: string
  readonly on: DayText
  /** Which keys succeed which: `[later, earlier]`. */
  readonly successions?: readonly {
    readonly dim: Extract<Dim, 'post' | 'team'> | 'unit'
    readonly later: string
    readonly earlier: string
  }[]
  /** Other people of the story, by name. */
  readonly others?: Readonly<Record<string, CasePerson>>
  readonly kin?: readonly CaseTie[]
  readonly chart?: CaseChart
  /** Moves proposed together on the case's day. */
  readonly moves?: readonly CaseMove[]
  /** By rule id of the same document. */
  readonly expect: Readonly<Record<string, Expectation>>
  /** By when, on that day, the rules that set a deadline want it done. */
  readonly dueBy?: Readonly<Record<string, DayText>>
}
