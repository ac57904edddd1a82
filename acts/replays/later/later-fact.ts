import type { Bilingual, StatedText } from '../../../policy/index.ts'

/** Kinds of facts that an answer rests on. */
export const laterFactKinds = {
  assignment: '任职',
  state: '状态',
  file: '基本情况',
  authority: '管理权限',
  dossier: '考察材料',
  kin: '亲属关系',
  post: '职位',
  unit: '单位',
  succession: '承继关系',
} as const
export type LaterFactKind = keyof typeof laterFactKinds

/** What became of it since. */
export const laterSteps = { ADDED: '补录', CORRECTED: '更正', WITHDRAWN: '撤销' } as const
export type LaterStep = keyof typeof laterSteps

/** What a fact is about, as its global id names it. */
export interface FactRef {
  readonly type: 'Assignment' | 'State' | 'Person' | 'Post' | 'Unit' | 'KinTie' | 'Team'
  readonly root: number
  readonly id: string
}

/** A fact that we know now and did not know at an instant, or knew otherwise. */
export interface LaterFact {
  readonly kind: LaterFactKind
  readonly step: LaterStep
  /** `null`: nothing that can be asked for by an id. */
  readonly of: FactRef | null
  /** What it is called: 财政局科长. */
  readonly what: Bilingual
  readonly recordedAt: string
  /** Days as they stand now; of a fact withdrawn, as they stood. */
  readonly from: StatedText | null
  readonly to: StatedText | null
  readonly sentence: Bilingual
}

/** One thing a fact says. */
export interface Part {
  readonly label: Bilingual
  readonly says: Bilingual
}

/** A fact as a row has it, in words: one of now, or one of then. */
export interface ToldRow extends Omit<LaterFact, 'step' | 'sentence'> {
  /** Rows of one kind and key speak of the same thing. */
  readonly key: string
  readonly heldNow: boolean
  readonly parts: readonly Part[]
}
