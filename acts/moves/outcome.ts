import type { Ref } from '../../db/facts.ts'
import type { Day, DivisionCode, Effect, RuleKind } from '../../policy/index.ts'

/** What a plan comes to: may it be made? */
export const verdicts = {
  ALLOWED: '可行',
  RESERVED: '一般不宜',
  FORBIDDEN: '不得',
  UNDETERMINED: '待定（事实不足）',
} as const
export type Verdict = keyof typeof verdicts

/** Rule kinds that a plan is held against. */
export type ChangeKind = Extract<RuleKind, 'rotation' | 'avoidance' | 'placement' | 'composition' | 'together'>

/** Something that begins or ends with the plan, whoever is told of it. */
export interface Change {
  readonly kind: ChangeKind
  /** Full id, `<plugin>/<rule>`. */
  readonly rule: string
  readonly catalogueId: string
  readonly effect: Effect
  readonly digest: string
  /** Surely, or only possibly while facts are open. */
  readonly status: 'ACTIVE' | 'UNDETERMINED'
  /** First day: of what begins, the first that is new. `null`: since ever. */
  readonly since: Day | null
  /** First day no longer: of what ends, the day it ends. `null`: open. */
  readonly until: Day | null
}

/** Someone or something a change is about. */
export interface SubjectRef extends Ref {
  readonly type: 'Person' | 'Team'
}

/** What a change is about and why, in words. */
export interface Told {
  /** A sentence. */
  readonly subject: string
  readonly subjects: readonly SubjectRef[]
  /** Why: worked out when someone wants to know. */
  readonly explain: () => string
}

/** A change, and what is told of it. The verdict is itself a disclosure: what names a relative stands apart from the rest. */
export interface ToldChange extends Change {
  /** For everyone who may check moves: of a conflict, the mover only. */
  readonly open: Told
  /** The same with the relative in it; `null` when there is none, or when the caller may not read family data. */
  readonly family: Told | null
}

export interface Outcome {
  readonly verdict: Verdict
  /** False when no policy on file governs some move on its day: that nothing bars it there does not mean that the law allows it. */
  readonly policyOnFile: boolean
  readonly begins: readonly ToldChange[]
  readonly ends: readonly ToldChange[]
  readonly movers: readonly Ref[]
  /** Jurisdictions whose policies it was held against. */
  readonly chains: ReadonlySet<DivisionCode>
}

/** All that this caller may be told of a change. */
export const told = ({ open, family }: ToldChange): Told => family ?? open
