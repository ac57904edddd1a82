import { validate as isUuid } from 'uuid'
import type { Database } from '../../db/connect.ts'
import { isAhead } from '../../db/installation-state.ts'
import { installationById } from '../../db/queries/policies.ts'
import { closeReview, type ReviewRow, reviewById } from '../../db/queries/reviews.ts'
import type { ReviewDecision } from '../../db/tables/package.ts'
import type { Tx } from '../../db/transaction.ts'
import { changingPolicy } from '../changing-policy.ts'
import type { Keyed } from '../once.ts'
import { type KnownProblem, NotFoundProblem } from '../problem.ts'
import { changeInstalled } from './at-work.ts'
import { endPolicy } from './end-policy.ts'
import { statedReason } from './first-day.ts'
import { stateChanged } from './open-proposal.ts'
import { carries, takeStep } from './step.ts'

export interface DecideReview extends Keyed {
  readonly id: string
  readonly decision: ReviewDecision
  readonly reason: string
}

export interface Decided {
  readonly review: string
  readonly jobs: readonly string[]
}

/** Decides about a policy that became unlawful: it is kept as it is, or suspended from the day in question on. */
export const decideReview = (db: Database, actor: string, input: DecideReview): Promise<Decided | KnownProblem> =>
  takeStep(db, { act: 'decideReview', actor }, input, changingPolicy, isDecided, async (tx) => {
    const reason = statedReason(input.reason)
    const review = isUuid(input.id) ? await reviewById(tx, input.id) : null
    if (review === null) throw new NotFoundProblem(['input', 'id'], input.id, { zh: '复核事项', en: 'review' }, checkId)
    const said = { decision: input.decision, by: actor, reason }
    if (!(await closeReview(tx, review.id, said))) throw decidedAlready(review)
    const jobs = input.decision === 'suspend' ? await suspend(tx, review, actor, reason) : []
    return { review: review.id, jobs }
  })

const isDecided = (value: unknown): value is Decided => carries(value, 'review', 'jobs')

const suspend = async (tx: Tx, { installationId, fromOn }: ReviewRow, actor: string, reason: string) => {
  const row = await installationById(tx, installationId)
  if (row === null || !isAhead(row, fromOn)) throw over()
  const { jobs } = await changeInstalled(tx, { at: row.jurisdiction, by: actor }, async () => {
    await endPolicy(tx, row, fromOn, 'suspended', { installedBy: actor, reason })
    return row.id
  })
  return jobs
}

const decidedAlready = ({ decidedBy, decision }: ReviewRow) =>
  stateChanged(
    {
      zh: `${decidedBy} 已经作出决定：${decision === 'keep' ? '保留' : '中止'}。`,
      en: `${decidedBy} has decided already: ${decision}.`,
    },
    {
      zh: '请重新查看；要改变结果，请撤回或重新提出该政策。',
      en: 'Look again; withdraw the policy or propose it anew to change the outcome.',
    },
  )

const over = () =>
  stateChanged(
    {
      zh: '该政策自那天起已不适用，没有可以中止的。',
      en: 'It does not count from that day on: nothing is left to suspend.',
    },
    { zh: '请重新查看它的状态。', en: 'Look at its state again.' },
  )

const checkId = { zh: '请核对编号。', en: 'Check the id.' }
