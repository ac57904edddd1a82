import type { KinWord } from '../facts/kinship/kinship.ts'
import type { Dim } from '../facts/vocabulary.ts'
import type {
  Condition,
  Count,
  DossierHas,
  Happened,
  Lasting,
  NativeBasis,
  PostsStand,
  Share,
  StateIs,
  Where,
} from './condition.ts'
import type { Arg } from './dated.ts'
import type { PluginDocument } from './plugin.ts'
import type {
  AvoidanceRule,
  Clause,
  CompositionRule,
  ExemptionRule,
  PlacementRule,
  RotationRule,
  TogetherRule,
} from './rule.ts'

/*
 * What an author writes with. A builder only produces its piece of the document and decides nothing:
 * `allOf(held({ leading: true }), lasting({ atLeast: param('same-post-years') }))` is the JSON it looks like.
 */

export const definePlugin = (plugin: Omit<PluginDocument, 'format'>): PluginDocument => ({ format: 1, ...plugin })

export const rotation = (rule: Omit<RotationRule, 'kind'>): RotationRule => ({ kind: 'rotation', ...rule })

export const exemption = (rule: Omit<ExemptionRule, 'kind'>): ExemptionRule => ({ kind: 'exemption', ...rule })

export const avoidance = (rule: Omit<AvoidanceRule, 'kind'>): AvoidanceRule => ({ kind: 'avoidance', ...rule })

export const placement = (rule: Omit<PlacementRule, 'kind'>): PlacementRule => ({ kind: 'placement', ...rule })

export const composition = (rule: Omit<CompositionRule, 'kind'>): CompositionRule => ({ kind: 'composition', ...rule })

export const together = (rule: Omit<TogetherRule, 'kind'>): TogetherRule => ({ kind: 'together', ...rule })

export const clause = (listed: Clause): Clause => listed

/** The value of a dated parameter of the same document on the judged day. */
export const param = (name: string): { readonly param: string } => ({ param: name })

/** A named condition of the same document. */
export const ref = (name: string): Condition => ({ ref: name })

export const allOf = (...conditions: readonly Condition[]): Condition => ({ all: conditions })

export const anyOf = (...conditions: readonly Condition[]): Condition => ({ any: conditions })

export const not = (condition: Condition): Condition => ({ not: condition })

/** Days on which a post satisfies this. */
export const held = (where: Where): Condition => ({ held: where })

/** Days from the anniversary on, while the stay is unbroken. */
export const lasting = (tenure: Lasting): Condition => ({ lasting: tenure })

/** Days on which the time served over the whole career adds up to this. */
export const accumulated = (sum: { readonly where: Where; readonly atLeast: Arg<string> }): Condition => ({
  accumulated: sum,
})

/** Days from the end of the n-th consecutive term. */
export const terms = (served: {
  readonly where: Where
  readonly atLeast: Arg<number>
  readonly countsFrom: Arg<string>
}): Condition => ({ terms: served })

/** Days on which so many events lie within the period before. */
export const happened = (events: Happened): Condition => ({ happened: events })

export const person = (attributes: Extract<Condition, { person: unknown }>['person']): Condition => ({
  person: attributes,
})

/** Completed years: `atMost: 45` holds until the eve of the 46th birthday. */
export const age = (years: { readonly atLeast?: Arg<number>; readonly atMost?: Arg<number> }): Condition => ({
  age: years,
})

/** Days on which strictly less than the period is left until statutory retirement (不足N年). */
export const toRetirement = (left: { readonly under: Arg<string> }): Condition => ({ toRetirement: left })

/** Days on which such a dated fact is on file. */
export const state = (fact: StateIs): Condition => ({ state: fact })

/** Whether the person is native of the place of the post. */
export const native = (of: {
  readonly place: 'takes' | 'post' | 'team'
  readonly basis: Arg<readonly NativeBasis[]>
}): Condition => ({ native: of })

/** Days on which such evidence is on file and valid. */
export const dossier = (record: DossierHas): Condition => ({ dossier: record })

/** Days on which the two are kin in one of these ways. */
export const kin = (classes: Arg<readonly KinWord[]>): Condition => ({ kin: { classes } })

/** Days on which the posts of the two stand so. */
export const posts = (stand: PostsStand): Condition => ({ posts: stand })

/** The post taken satisfies this. */
export const takes = (where: Where): Condition => ({ takes: where })

/** The post left satisfies this. */
export const leaves = (where: Where): Condition => ({ leaves: where })

/** The level of the post taken is above the level held. */
export const rises = (): Condition => ({ rises: {} })

/** The post taken and the post left differ there. */
export const crosses = (dim: Dim | 'system'): Condition => ({ crosses: { dim } })

/** Members who leave the team by the plan. */
export const departs = (): Condition => ({ departs: {} })

export const share = (of: Share): Condition => ({ share: of })

export const count = (of: Count): Condition => ({ count: of })
