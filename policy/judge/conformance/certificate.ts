import type { Case } from '../../law/case.ts'
import type { Bilingual, Citation } from '../../law/citation.ts'
import type { DocumentPath } from '../../law/problem.ts'
import type { DayText } from '../../time/day.ts'

/** How a document touches a superior rule: the four ways in which one could loosen it (semantics §4.4). */
export type ConformancePoint =
  /** An exemption reaches it. */
  | 'exemption'
  /** A value of it is set. */
  | 'delegation'
  /** It is said again. */
  | 'restatement'
  /** What it demands is barred. */
  | 'bar'

/** How an item was decided. */
export type ConformanceBasis =
  /** The superior rule says that this level may. */
  | 'allowed'
  /** By the words of both rules nobody can be released: what the superior demands the lower one demands too, or leaves alone. */
  | 'proved'
  /** A made-up officer whom the superior rule binds and this document releases. */
  | 'refuted'
  /** Nobody gave this level the right; no officer was found whom it would release. */
  | 'competence'
  /** Neither proved nor refuted: a person has to read both and answer for it. */
  | 'unproved'

/** A made-up officer with dates, whom the superior binds on a day and the lower document releases. */
export interface Counterexample {
  /** The career and facts, in words an officer reads. */
  readonly story: Bilingual
  readonly onDay: DayText
  readonly superiorSays: Bilingual
  readonly pluginSays: Bilingual
  /** The same officer as a worked case, to be tried again by anyone. */
  readonly officer: Case
}

/** One point at which the document touches a superior rule. */
export interface ConformanceItem {
  readonly point: ConformancePoint
  /** Where in the document. */
  readonly path: DocumentPath
  readonly superior: { readonly rule: string; readonly catalogueId: string; readonly cite: Citation }
  readonly holds: boolean
  readonly basis: ConformanceBasis
  /** Of a value refused: nobody handed it down, or not so far, or it cannot stand there at all. */
  readonly verdict?: 'NOT_DELEGABLE' | 'OUT_OF_RANGE' | 'PARAMETER_TYPE'
  /** What to do instead, where it can be said more closely than of every such point. */
  readonly remedy?: Bilingual
  readonly because: Bilingual
  readonly counterexample: Counterexample | null
}

/** Not refused, but worth reading before installing: a rule that never binds, one that another makes superfluous, and so on. */
export interface Notice {
  readonly code:
    | 'DEAD_RULE'
    | 'REDUNDANT_RULE'
    | 'SHADOWED_EXEMPTION'
    | 'UNSAID_RESTATEMENT'
    | 'THRESHOLD_GAP'
    | 'THRESHOLD_OVERLAP'
    | 'UNUSED_CLASS'
  readonly path: DocumentPath
  readonly says: Bilingual
}

/** Whether a document may be installed at a jurisdiction below what governs there, point by point. */
export interface Certificate {
  /** False as soon as one item is refused; an unproved one has to be acknowledged by a person. */
  readonly conforms: boolean
  readonly items: readonly ConformanceItem[]
  readonly notices: readonly Notice[]
}
