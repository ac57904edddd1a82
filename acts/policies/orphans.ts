import { isAhead } from '../../db/installation-state.ts'
import { installationsBelow, installationsIn, packagesOf } from '../../db/queries/policies.ts'
import { raiseReview } from '../../db/queries/reviews.ts'
import type { KeyRow } from '../../db/queries/signing-keys.ts'
import type { Tx } from '../../db/transaction.ts'
import type { DayText } from '../../policy/index.ts'
import { isVouchedFor } from './vouching.ts'

/** Lists what is at work, or will be, and was signed by this key alone; answers with the reviews raised. */
export const reviewOrphans = async (
  tx: Tx,
  key: KeyRow,
  reason: string,
  today: DayText,
): Promise<readonly string[]> => {
  const reviews: string[] = []
  const rows = [...(await installationsIn(tx, key.jurisdiction)), ...(await installationsBelow(tx, key.jurisdiction))]
  for (const { id, jurisdiction, digest, state, effectiveFrom, effectiveTo } of rows) {
    if (state === 'proposed' || !isAhead({ state, effectiveFrom, effectiveTo }, today)) continue
    const packages = await packagesOf(tx, digest, jurisdiction)
    const signed = packages.some(({ signatures }) => signatures.some((each) => each.key === key.id))
    if (!signed || (await isVouchedFor(tx, packages))) continue
    const fromOn = effectiveFrom > today ? effectiveFrom : today
    const problems = [{ path: ['signatures'], message: saying(key, reason), superior: null }]
    const cause = { cause: 'key' as const, causedBy: key.id }
    reviews.push(await raiseReview(tx, { installationId: id, jurisdiction, ...cause, fromOn, problems }))
  }
  return reviews
}

const saying = ({ id, holder }: KeyRow, reason: string) => ({
  zh: `签署该政策的唯一密钥\`${id}\`（${holder}）已吊销：${reason}`,
  en: `The only key that signed it, \`${id}\` (${holder}), was revoked: ${reason}`,
})
