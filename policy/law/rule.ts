import type { Dim, DivisionLevel, TeamKind } from '../facts/vocabulary.ts'
import type { Bilingual, Citation, InForce } from './citation.ts'
import type { Condition, PeriodText } from './condition.ts'
import type { Arg } from './dated.ts'

/** Modality, strictest first within duties and within bars: 必须 > 应当 > 有计划/一般应当 > 可以; 不得 > 一般不 > 提示. */
export const effects = {
  MUST: '必须',
  SHALL: '应当',
  SHOULD: '一般应当',
  MAY: '可以',
  MUST_NOT: '不得',
  GENERALLY_NOT: '一般不',
  WARN: '提示',
} as const
export type Effect = keyof typeof effects
export const effectOrder = Object.keys(effects) as readonly Effect[]

export const coreTypes = {
  development: '培养',
  policy: '政策',
  avoidance: '回避',
  configuration: '结构',
  testing: '考验',
  term: '任期',
  personal: '个人',
} as const
/** The common core that local labels (重点交流, 政策性交流 …) are mapped to. */
export type CoreType = keyof typeof coreTypes

/** What every rule says of itself. */
interface RuleHead {
  /** Kebab-case, unique in its document; elsewhere the rule is `<plugin id>/<rule id>`. */
  readonly id: string
  /** Id in the catalogue that officers and other systems know, e.g. `LH-M1`. */
  readonly catalogueId: string
  readonly title: Bilingual
  readonly cite: Citation
  /** Default: the instrument's. */
  readonly inForce?: InForce
  /** The jurisdiction's own name for this kind of exchange. */
  readonly label?: string
  /** A rule known only from memory is written down but switched off until its text is confirmed. Default true. */
  readonly enabled?: boolean
}

/** Says that a person must, shall, should or may move (be adjusted, retire, leave the leading post). */
export interface RotationRule extends RuleHead {
  readonly kind: 'rotation'
  /** Dimensions of the subject: the finding is one per person and stay along these; none means the person as such (S1). */
  readonly per: readonly Dim[]
  readonly effect: 'MUST' | 'SHALL' | 'SHOULD' | 'MAY'
  readonly coreType: CoreType
  readonly action?: 'move' | 'adjust' | 'retire' | 'leaveLeading'
  readonly when: Condition
  readonly deadline?: { readonly within: Arg<PeriodText> }
  /** Full ids of superior rules this one says again: findings are shown once with both citations. */
  readonly restates?: readonly string[]
  /** Levels whose exemptions may reach this rule. */
  readonly exemptable?: readonly DivisionLevel[]
  /** What a lower level may set for itself, within bounds. */
  readonly delegable?: readonly Delegation[]
}

/** A number or period no less and no more than this; of a list, words it must hold (`min`) or may hold (`max`). */
export type DelegationBound = string | number | readonly string[]

/** Lets a lower level set a parameter of this rule for whomever it governs; without it the value is the superior's everywhere. */
export interface Delegation {
  readonly parameter: string
  readonly min?: DelegationBound
  readonly max?: DelegationBound
  readonly to: readonly DivisionLevel[]
  /** Only where the text speaks of autonomous areas (民族自治地方). */
  readonly areas?: 'autonomous'
  /** Where the text says so; default: where the rule stands. */
  readonly cite?: Citation
}

/** Says which rules are waived or deferred for a person on the days it holds. */
export interface ExemptionRule extends RuleHead {
  readonly kind: 'exemption'
  readonly class: 'EXEMPT' | 'DEFER'
  /** `own`: every rotation rule of this document; `below`: those of every lower plugin on the chain; else full rule ids. */
  readonly appliesTo: readonly string[]
  /** Default: judged about the person; `['post']`: about the post-stays that the reached rule's stay is made of. */
  readonly per?: readonly ['post']
  readonly when: Condition
}

/** What a bar says: 不得 > 一般不 > 提示. */
export type Bar = 'MUST_NOT' | 'GENERALLY_NOT' | 'WARN'

/** Says which two related people may not sit in which two posts. No exemption reaches it. */
export interface AvoidanceRule extends RuleHead {
  readonly kind: 'avoidance'
  readonly effect: Bar
  readonly when: Condition
  /** Full ids of rules this one says again: conflicts are shown once with both citations. */
  readonly restates?: readonly string[]
  /** What a lower level may set for itself, within bounds. */
  readonly delegable?: readonly Delegation[]
}

/** Says that a person may not take a post (again, or for the first time), or may not leave one yet. */
export interface PlacementRule extends RuleHead {
  readonly kind: 'placement'
  readonly effect: Bar
  readonly when: Condition
  readonly restates?: readonly string[]
  /** What a lower level may set for itself, within bounds. */
  readonly delegable?: readonly Delegation[]
}

/** Says what a leading team must look like: `assert` denotes compliance, its finding the days it fails (S20). */
export interface CompositionRule extends RuleHead {
  readonly kind: 'composition'
  readonly effect: 'MUST' | 'SHALL' | 'SHOULD'
  readonly of: {
    readonly teamKind: Arg<readonly TeamKind[]>
    /** Levels the team's place may have; default any. */
    readonly place?: readonly DivisionLevel[]
    /** Each team for itself, or all of a place together; default `team`. */
    readonly groupBy?: Arg<'team' | 'place'>
  }
  readonly assert: Condition
  readonly restates?: readonly string[]
  /** What a lower level may set for itself, within bounds. */
  readonly delegable?: readonly Delegation[]
}

/** Says which moves of one plan may not happen together. */
export interface TogetherRule extends RuleHead {
  readonly kind: 'together'
  readonly effect: Bar
  /** Over the posts two people leave (`posts`), or over a team (`share` of whom `departs`). */
  readonly when: Condition
  readonly within: 'plan'
  readonly restates?: readonly string[]
  /** What a lower level may set for itself, within bounds. */
  readonly delegable?: readonly Delegation[]
}

export type Rule = RotationRule | ExemptionRule | AvoidanceRule | PlacementRule | CompositionRule | TogetherRule

/** The condition a rule rests on, whatever its kind calls it. */
export const conditionOf = (rule: Rule): Condition => (rule.kind === 'composition' ? rule.assert : rule.when)

/** Everything in a rule that may name a parameter or a definition. */
export const computedOf = (rule: Rule): readonly unknown[] => {
  if (rule.kind === 'rotation') return [rule.when, rule.deadline]
  return rule.kind === 'composition' ? [rule.assert, rule.of] : [rule.when]
}

/** Rule kinds of the design, including those whose conditions a later release carries. */
export type RuleKind = 'rotation' | 'exemption' | 'avoidance' | 'placement' | 'composition' | 'together' | 'gate'

/**
 * A clause of the instrument that this document does not compute: a person must judge it (`manual`), its text was never
 * published (`unpublished`), or a rule kind yet to come will carry it (`later`). Listed, never dropped.
 */
export interface Clause {
  readonly catalogueId: string
  readonly title: Bilingual
  /** What the clause says, in our own words. */
  readonly text: Bilingual
  readonly cite: Citation
  readonly status: 'manual' | 'unpublished' | { readonly later: RuleKind }
}
