import type { Effect } from '../../law/rule.ts'
import type { Day } from '../../time/day.ts'
import type { FindingStatus } from '../finding.ts'

/** What becomes of one person (or pair) under one rule when one policy takes the place of another. */
export const changeKinds = {
  NEWLY_DUE: '新增应交流',
  RELEASED: '不再应交流',
  EARLIER: '提前',
  LATER: '推迟',
  EFFECT_CHANGED: '效力变化',
  NEWLY_UNDETERMINED: '新增待定',
  CONFLICT_BEGINS: '新增回避冲突',
  CONFLICT_ENDS: '回避冲突消除',
} as const
export type ChangeKind = keyof typeof changeKinds

/** Days looked at: `[from, to)`, the horizon of a preview. */
export interface Horizon {
  readonly from: Day
  readonly to: Day
}

/** How one duty or bar stands within a horizon: its first decisive span. */
export interface Standing {
  readonly status: FindingStatus
  readonly effect: Effect
  /** First day of the duty. */
  readonly since: Day
  /** First day on which it stands so: later than `since` where an exemption or deferral comes before. */
  readonly from: Day
  readonly dueBy: Day | null
}

/** One difference between two ways of judging the same facts (or the same policy over two states of the facts). */
export interface Change {
  readonly kind: ChangeKind
  /** Full id, `<plugin>/<rule>`. */
  readonly rule: string
  readonly catalogueId: string
  readonly effect: Effect
  readonly person: string
  /** Of a conflict: the other one. */
  readonly other: string | null
  /** The stay it is about, along the rule's dimensions. */
  readonly key: readonly string[]
  readonly before: Standing | null
  readonly after: Standing | null
}
