import { divisions } from '../db/divisions.ts'
import { installationsAt, type KnownAt } from '../db/facts.ts'
import type { Tx } from '../db/transaction.ts'
import type { DayText, Installation } from '../policy/index.ts'

/** Said of days no installed policy covers. */
export const noPolicy = {
  zh: '这一天此地没有适用的政策，故不作认定；这不等于无人应办。',
  en: 'No policy on file governs this place on this day, so nothing is found; that does not mean that nobody is due.',
} as const

/** What is effective up the chain of a jurisdiction on a day, as installed at an instant, the nation first. */
export const governing = async (
  tx: Tx,
  at: string,
  on: DayText,
  policyAt: KnownAt = null,
): Promise<readonly Installation[]> => {
  const chain = divisions.chain(at)
  const isEffective = ({ jurisdiction, effectiveFrom, effectiveTo }: Installation) =>
    chain.includes(jurisdiction) && effectiveFrom <= on && (effectiveTo === null || on < effectiveTo)
  const installed = (await installationsAt(tx, policyAt)).filter(isEffective)
  return installed.sort((a, b) => chain.indexOf(a.jurisdiction) - chain.indexOf(b.jurisdiction))
}
