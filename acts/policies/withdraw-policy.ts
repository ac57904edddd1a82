import type { Database } from '../../db/connect.ts'
import { isAhead } from '../../db/installation-state.ts'
import type { DayText } from '../../policy/index.ts'
import { changingPolicy } from '../changing-policy.ts'
import type { Keyed } from '../once.ts'
import type { KnownProblem } from '../problem.ts'
import { isPolicyChanged, type PolicyChanged } from './approve-policy.ts'
import { changeInstalled } from './at-work.ts'
import { endPolicy } from './end-policy.ts'
import { soundDay, statedReason } from './first-day.ts'
import { knownInstallation, stateChanged } from './open-proposal.ts'
import { takeStep } from './step.ts'

export interface WithdrawPolicy extends Keyed {
  readonly id: string
  /** First day it no longer counts; a proposal is withdrawn before it ever counted, whatever the day. */
  readonly on: DayText
  readonly reason: string
}

/**
 * Ends a policy from a day on, or takes a proposal back. What was said under it stays in the record. One whose first day
 * lies ahead leaves in force what it would have replaced.
 */
export const withdrawPolicy = (
  db: Database,
  actor: string,
  input: WithdrawPolicy,
): Promise<PolicyChanged | KnownProblem> =>
  takeStep(db, { act: 'withdrawPolicy', actor }, input, changingPolicy, isPolicyChanged, async (tx) => {
    const on = soundDay(input.on, ['input', 'on'])
    const reason = statedReason(input.reason)
    const row = await knownInstallation(tx, input.id)
    if (row.state !== 'proposed' && !isAhead(row, on)) throw over(row.effectiveTo)
    return changeInstalled(tx, { at: row.jurisdiction, by: actor }, async () => {
      await endPolicy(tx, row, on, 'withdrawn', { installedBy: actor, reason })
      return row.id
    })
  })

const over = (effectiveTo: DayText | null) =>
  stateChanged(
    {
      zh: `这项政策自 ${effectiveTo} 起已不适用。`,
      en: `It has not counted since ${effectiveTo}.`,
    },
    { zh: '请重新查看它的状态。', en: 'Look at its state again.' },
  )
