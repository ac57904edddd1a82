import type { Bar, DayText, KinClass, KinPattern, NotedTie, PostRelation } from '../../policy/index.ts'
import { type ConflictStatus, conflict, conflictSpan, type StoredStep } from '../tables/conflict.ts'
import type { RowRef } from './as-of.ts'

/** One of the two, and the post in which they stand against the other. */
export interface ConflictSide {
  readonly person: RowRef
  readonly post: RowRef
  /** Under the root of the person. */
  readonly assignment: string
  /** Where the person’s file lies. */
  readonly authority: string
}

/** A conflict as it stands on a day: what it is, and the span of status the day lies in. */
export interface ConflictDay extends RowRef {
  readonly rowId: string
  /** Full id, `<plugin>/<rule>`. */
  readonly rule: string
  readonly catalogueId: string
  readonly pluginDigest: string
  readonly ruleJurisdiction: string
  readonly effect: Bar
  readonly effectRank: number
  readonly sides: readonly [ConflictSide, ConflictSide]
  readonly kin: {
    readonly class: KinClass | null
    readonly pattern: KinPattern | NotedTie
    readonly path: readonly StoredStep[]
  }
  readonly relation: PostRelation
  /** First day it possibly stands, and first day it no longer does. */
  readonly from: DayText
  readonly until: DayText | null
  readonly factsDigest: string
  readonly status: ConflictStatus
  readonly since: DayText
}

export const columns = {
  row: conflict,
  status: conflictSpan.status,
  since: conflictSpan.since,
}

interface Read {
  readonly row: typeof conflict.$inferSelect
  readonly status: ConflictStatus
  readonly since: DayText
}

export const conflictDay = ({ row, status, since }: Read): ConflictDay => ({
  root: row.root,
  id: row.id,
  rowId: row.rowId,
  rule: row.rule,
  catalogueId: row.catalogueId,
  pluginDigest: row.pluginDigest,
  ruleJurisdiction: row.ruleJurisdiction,
  effect: row.effect,
  effectRank: row.effectRank,
  sides: [
    {
      person: { root: row.root, id: row.firstPersonId },
      post: { root: row.firstPostRoot, id: row.firstPostId },
      assignment: row.firstAssignmentId,
      authority: row.firstAuthority,
    },
    {
      person: { root: row.secondRoot, id: row.secondPersonId },
      post: { root: row.secondPostRoot, id: row.secondPostId },
      assignment: row.secondAssignmentId,
      authority: row.secondAuthority,
    },
  ],
  kin: { class: row.kinClass, pattern: row.kinPattern, path: row.path },
  relation: row.relation,
  from: row.fromOn,
  until: row.toOn,
  factsDigest: row.factsDigest,
  status,
  since,
})
