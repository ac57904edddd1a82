import type { Truth } from '../../time/truth.ts'

/** The four classes of relatives that the avoidance rules list (公务员回避规定第五条), strictest first. */
export const kinClasses = {
  SPOUSE: '夫妻关系',
  DIRECT_BLOOD: '直系血亲',
  COLLATERAL_WITHIN_THREE: '三代以内旁系血亲',
  NEAR_AFFINITY: '近姻亲',
} as const
export type KinClass = keyof typeof kinClasses

/** The derivations of the four classes, in the order in which one is preferred over the next. */
export const kinPatterns = ['K1', 'K2', 'K3', 'K4A', 'K4B', 'K4C', 'K4D', 'K4E'] as const
export type KinPattern = (typeof kinPatterns)[number]

/** Ties outside the list of which a rule may still warn, and which a jurisdiction may set to count. */
export const notedTies = {
  AFTER_ADOPTION: '收养后的生父母一方',
  AFTER_DEATH: '一方去世后的姻亲',
  STEP: '未形成扶养关系的继亲',
  DISTANT_IN_LAW: '配偶的祖辈、孙辈的配偶',
  IN_LAW_OF_IN_LAW: '兄弟姐妹配偶的父母、兄弟姐妹',
  SPECIAL_INTEREST: '其他特殊利益关系',
} as const
export type NotedTie = keyof typeof notedTies

/** What a rule may ask for: a class, a part of one (a spouse’s enterprise: CSL 74 ¶2), or a tie only noted. */
export const kinWords = {
  ...kinClasses,
  CHILD: '子女',
  CHILD_SPOUSE: '子女的配偶',
  ...notedTies,
} as const
export type KinWord = keyof typeof kinWords

/** One step of a witness path: the person it leads to, and what they are to the one before. */
export interface KinStep {
  readonly tie: 'PARENT' | 'CHILD' | 'SPOUSE' | 'DECLARED' | 'SPECIAL_INTEREST'
  readonly edge: string
  readonly to: string
}

/** One way in which `relative` is kin of `person`, the days it holds, and the ties that prove it. */
export interface Kinship {
  readonly person: string
  readonly relative: string
  /** `null`: outside the four classes, only noted. */
  readonly class: KinClass | null
  readonly pattern: KinPattern | NotedTie
  /** Every word of `kinWords` it answers to. */
  readonly words: readonly KinWord[]
  /**
   * Whether the list of `person` names `relative`. A spouse’s uncle is not on her list, but she is on his (as a nephew’s
   * wife): the bar is mutual, so both are kin (K4E), and only one of the two is listed.
   */
  readonly listed: boolean
  /** One Chinese word for what `relative` is to `person`, where there is one: 堂哥. */
  readonly term: string | null
  readonly truth: Truth
  readonly path: readonly KinStep[]
}
