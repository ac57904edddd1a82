import { v7 as uuid } from 'uuid'
import { decideReview } from '../acts/policies/decide-review.ts'
import { openReviewsIn, type ReviewRow } from '../db/queries/reviews.ts'
import type { ReviewDecision } from '../db/tables/package.ts'
import { accepted } from './accepted.ts'
import { reading, withDatabase } from './database.ts'
import { evaluated } from './evaluated.ts'
import { exitCodes, Failure } from './failure.ts'
import { checkPlace } from './no-such-place.ts'
import { say } from './say.ts'

/** `cadre reviews`: policies that became unlawful and wait for a decision, at a jurisdiction and below. */
export const reviews = async ({ at }: { readonly at: string }): Promise<void> => {
  checkPlace(at)
  const open = await reading((tx) => openReviewsIn(tx, at))
  if (open.length === 0) return say('没有待决定的政策。')
  for (const line of open.flatMap(linesOf)) say(line)
}

const linesOf = ({ id, jurisdiction, installationId, cause, fromOn, problems }: ReviewRow): readonly string[] => [
  `■ ${id}　${jurisdiction}　自 ${fromOn} 起${cause === 'superior' ? '与上级规定抵触' : '无有效签名'}（安装 ${installationId}）`,
  ...problems.map(({ message, superior }) =>
    superior === null
      ? `  ${message.zh}`
      : `  《${superior.instrument}》${superior.article ?? '（未标条号）'}（${superior.catalogueId}）：${message.zh}`,
  ),
]

/** `cadre decide`: keeps such a policy, or suspends it from the day in question on. */
export const decide = (
  id: string,
  decision: string,
  { reason, by }: { readonly reason: string; readonly by: string },
): Promise<void> => {
  if (!isDecision(decision)) throw new Failure('决定只能是 keep（保留）或 suspend（中止）。', exitCodes.misused)
  return withDatabase(async (db) => {
    const { jobs } = accepted(await decideReview(db, by, { id, decision, reason, idempotencyKey: uuid() }))
    await evaluated(db, jobs)
    say(decision === 'keep' ? '已决定保留。' : `已中止；重新评定已完成（${jobs.length} 项作业）。`)
  })
}

const isDecision = (word: string): word is ReviewDecision => word === 'keep' || word === 'suspend'
