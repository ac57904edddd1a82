import { decisionWords, type TriageDecision } from '../acts/conflicts/triage.ts'
import type { ConflictStatus } from '../db/tables/conflict.ts'
import {
  type Bar,
  type KinClass,
  kinClasses,
  type Language,
  type NotedTie,
  notedTies,
  type PostRelation,
  postRelations,
} from '../policy/index.ts'
import { effectWords } from './words.ts'

/** The words of the list of conflicts. */
export interface ConflictWords {
  readonly heads: readonly string[]
  readonly effect: Readonly<Record<Bar, string>>
  readonly status: Readonly<Record<ConflictStatus, string>>
  readonly relation: Readonly<Record<PostRelation, string>>
  readonly kin: Readonly<Record<KinClass | NotedTie, string>>
  readonly decision: Readonly<Record<TriageDecision, string>>
  readonly reopened: string
  readonly pairs: (count: number) => string
  /** Said after a sentence, of other laws that say the same. */
  readonly also: (laws: readonly string[]) => string
  readonly none: string
  readonly unrostered: (below: boolean) => string
  readonly ungoverned: string
}

const zh: ConflictWords = {
  heads: ['序号', '一方', '另一方', '亲属关系', '职务关系', '职务', '状态', '起始日', '处置'],
  effect: effectWords,
  status: { ACTIVE: '属于', UNDETERMINED: '待核实' },
  relation: { ...postRelations, leadsAndSensitive: '一方领导，一方人财监审' },
  kin: { ...kinClasses, ...notedTies },
  decision: decisionWords,
  reopened: '（事实已变，待重新处置）',
  pairs: (count) => `${count} 项`,
  also: (laws) => (laws.length === 0 ? '' : `另据${laws.join('、')}。`),
  none: '名册所载亲属之间无应回避的情形。',
  unrostered: (below) =>
    `${below ? '本级及以下' : '本级'}尚无名册，故不作认定；这不等于无人应回避。请先用 cadre import 导入。`,
  ungoverned: '这一天此地没有适用的任职回避规则，故不作认定；这不等于无人应回避。',
}

const en: ConflictWords = {
  heads: ['No.', 'One', 'Other', 'Kin', 'Posts stand', 'Posts', 'Status', 'Since', 'Decision'],
  effect: { MUST_NOT: 'must not', GENERALLY_NOT: 'generally not', WARN: 'warning' },
  status: { ACTIVE: 'applies', UNDETERMINED: 'to be verified' },
  relation: {
    sameLeader: 'same leader',
    sameTeam: 'same team',
    directSuperior: 'one leads the other',
    leadsAndSensitive: 'leads; sensitive work',
    sameUnit: 'same unit',
    sameInternalUnit: 'same internal unit',
    sameCommission: 'same supervision commission',
    adjacentLevel: 'adjacent levels',
    chiefAndDeputy: 'chief and deputy',
    regulates: 'in charge of the enterprise',
    seats: 'two named seats',
  },
  kin: {
    SPOUSE: 'spouses',
    DIRECT_BLOOD: 'direct blood',
    COLLATERAL_WITHIN_THREE: 'collateral within three',
    NEAR_AFFINITY: 'near affinity',
    AFTER_ADOPTION: 'from before an adoption',
    AFTER_DEATH: 'affinity after a death',
    STEP: 'step-kin',
    DISTANT_IN_LAW: 'distant in-law',
    IN_LAW_OF_IN_LAW: 'in-law of an in-law',
    SPECIAL_INTEREST: 'special interest',
  },
  decision: {
    NO_ISSUE: 'no issue',
    PLEDGE: 'pledge',
    RECUSE_DUTY: 'recuse in single matters',
    MOVE: 'move',
    REFER: 'referred upwards',
  },
  reopened: ' (the facts have changed: to be decided anew)',
  pairs: (count) => `${count}`,
  also: (laws) => (laws.length === 0 ? '' : ` Also under ${laws.join(', ')}.`),
  none: 'No two relatives on the roster are barred from the posts they hold.',
  unrostered: () =>
    'Nobody is on file here yet, so nothing is found; that does not mean that nobody is barred. Import a roster first (cadre import).',
  ungoverned:
    'No avoidance rule on file governs this place on this day, so nothing is found; that does not mean that nobody is barred.',
}

export const conflictWords: Readonly<Record<Language, ConflictWords>> = { zh, en }
