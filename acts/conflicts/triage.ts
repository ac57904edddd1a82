import type { Database } from '../../db/connect.ts'
import { DatabaseError } from '../../db/errors.ts'
import type { Ref } from '../../db/facts.ts'
import { conflictNow, recordTriage, triageVersion } from '../../db/queries/triages.ts'
import { type TriageDecision, triageDecisions } from '../../db/tables/triage.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import type { DayText } from '../../policy/index.ts'
import { Issues } from '../issues.ts'
import { type Keyed, once, requestOf } from '../once.ts'
import { ConflictProblem, type KnownProblem, NotFoundProblem, refusable, UnavailableProblem } from '../problem.ts'

export { type TriageDecision, triageDecisions } from '../../db/tables/triage.ts'

/** 处置: what each decision is called. */
export const decisionWords: Readonly<Record<TriageDecision, string>> = {
  NO_ISSUE: '经核查不需回避',
  PLEDGE: '作出承诺',
  RECUSE_DUTY: '公务回避',
  MOVE: '调整职务',
  REFER: '报请上级决定',
}

/** Someone decides what follows from a conflict. */
export interface DecideConflict extends Keyed {
  readonly conflict: Ref
  /** How many decisions on this conflict the caller had seen; `null`: however many. */
  readonly expectedVersion: number | null
  readonly decision: TriageDecision
  readonly reason: string
  /** Until when what was decided is to be done. */
  readonly dueBy?: DayText | null
}

export interface Decided {
  readonly conflict: Ref
  readonly triage: Ref
  /** Which decision on this conflict it is. */
  readonly version: number
}

const act = 'decideConflict'

/**
 * Records a decision on a conflict as it is said now. The one before it is kept; when the facts change, this one stands in the record
 * and the conflict is open again. A bar of the law is not lifted by it: the conflict goes on being said.
 */
export const decideConflict = (db: Database, actor: string, input: DecideConflict): Promise<Decided | KnownProblem> =>
  refusable(() => {
    const request = requestOf({ act, actor }, input)
    check(input)
    return transaction(db, { mode: 'serializable' }, (tx) =>
      once(tx, request, isDecided, () => decide(tx, actor, input)),
    ).catch((error: unknown) => {
      throw busyWhere(error) ?? error
    })
  })

const decide = async (tx: Tx, actor: string, input: DecideConflict): Promise<Decided> => {
  const { conflict, expectedVersion, decision, reason, dueBy = null } = input
  const said = await conflictNow(tx, conflict)
  if (said === null) throw new NotFoundProblem(['input', 'conflict'], conflict.id, noun, lookAgain)
  const seen = await triageVersion(tx, conflict)
  if (expectedVersion !== null && expectedVersion !== seen) throw decidedMeanwhile(expectedVersion, seen)
  const version = seen + 1
  const id = await recordTriage(tx, {
    root: conflict.root,
    conflictId: conflict.id,
    version,
    decision,
    reason: reason.trim(),
    decidedBy: actor,
    dueBy,
    factsDigest: said.factsDigest,
    untilOn: said.until,
  })
  return { conflict, triage: { root: conflict.root, id }, version }
}

const longestReason = 2_000

const check = ({ decision, reason, dueBy }: DecideConflict): void => {
  const issues = new Issues()
  issues.word(['input', 'decision'], decision, Object.fromEntries(triageDecisions.map((word) => [word, word])))
  issues.day(['input', 'dueBy'], dueBy)
  if (reason.trim() === '' || reason.length > longestReason) issues.add(['input', 'reason'], null, noReason, giveReason)
  issues.refuseIfAny()
}

const noReason = {
  zh: '处置理由为空或过长：每项处置都须说明依据。',
  en: 'The reason is empty or too long: every decision says what it rests on.',
}
const giveReason = {
  zh: `写明核查情况和依据，不超过 ${longestReason} 个字符。`,
  en: `Say what was examined and on what it rests, in at most ${longestReason} characters.`,
}
const noun = { zh: '回避情形', en: 'conflict' }
const lookAgain = {
  zh: '该情形已不存在（亲属关系、职务或政策已变），请刷新列表。',
  en: 'It is no longer said: a tie, a post or the policy has changed. Reload the list.',
}

const decidedMeanwhile = (expected: number, actual: number) =>
  new ConflictProblem('VERSION_CHANGED', {
    path: ['input', 'expectedVersion'],
    says: {
      zh: `您看到该情形有 ${expected} 次处置，现已有 ${actual} 次：其间他人已作处置。`,
      en: `You saw ${expected} decisions on it; there are ${actual} now: someone decided meanwhile.`,
    },
    remedy: { zh: '请重新打开该情形，核对后再处置。', en: 'Open it again, read what was decided, and decide anew.' },
  })

const isDecided = (value: unknown): value is Decided =>
  typeof value === 'object' && value !== null && 'conflict' in value && 'triage' in value && 'version' in value

const busyWhere = (error: unknown): KnownProblem | null => {
  if (!(error instanceof DatabaseError)) return null
  if (!['serialization', 'deadlock', 'busy', 'duplicate'].includes(error.refusal)) return UnavailableProblem.of(error)
  return new ConflictProblem('BUSY', {
    path: [],
    says: {
      zh: '同一时刻有他人在处置该情形，本次处置未保存。',
      en: 'Someone else was deciding on it at the same moment; this decision was not saved.',
    },
    remedy: { zh: '请稍候用同一幂等键重试。', en: 'Try again in a moment, with the same idempotency key.' },
  })
}
