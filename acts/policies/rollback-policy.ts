import type { Database } from '../../db/connect.ts'
import { stepsOf } from '../../db/queries/policies.ts'
import type { DayText } from '../../policy/index.ts'
import type { Keyed } from '../once.ts'
import type { KnownProblem } from '../problem.ts'
import { soundDay, statedReason } from './first-day.ts'
import { documentBehind } from './known-document.ts'
import { knownInstallation, stateChanged } from './open-proposal.ts'
import { isProposed, type Proposed, propose } from './propose-policy.ts'
import { renewed } from './reading.ts'
import { leavingPolicy, takeStep } from './step.ts'

export interface RollbackPolicy extends Keyed {
  /** The earlier installation whose document is to come back. */
  readonly id: string
  readonly effectiveFrom: DayText
  readonly previewDigest: string
  readonly reason: string
  readonly acknowledged?: readonly string[] | null
}

/** Proposes a document that was at work once more, under a new sequence; it is approved like any other. */
export const rollbackPolicy = async (
  db: Database,
  actor: string,
  input: RollbackPolicy,
): Promise<Proposed | KnownProblem> => {
  const answer = await takeStep(db, { act: 'rollbackPolicy', actor }, input, leavingPolicy, isProposed, async (tx) => {
    soundDay(input.effectiveFrom, ['input', 'effectiveFrom'])
    const reason = statedReason(input.reason)
    const { id, jurisdiction, digest, mode } = await knownInstallation(tx, input.id)
    const steps = await stepsOf(tx, id)
    if (!steps.some(({ state }) => state === 'active')) throw neverAtWork()
    const plugin = await documentBehind(tx, { digest })
    const { effectiveFrom, previewDigest, acknowledged = null } = input
    const proposal = { jurisdiction, plugin: digest, mode, effectiveFrom, previewDigest, reason, acknowledged }
    return propose(tx, actor, { ...proposal, rollsBack: id }, plugin)
  })
  return renewed(db, actor, answer)
}

const neverAtWork = () =>
  stateChanged(
    {
      zh: '这项政策从未批准，没有可以恢复的。',
      en: 'It was never approved: there is nothing to go back to.',
    },
    { zh: '请用提出，而不是回退。', en: 'Propose the document instead.' },
  )
