import { divisions } from '../db/divisions.ts'
import { installationsAt } from '../db/facts.ts'
import type { Tx } from '../db/transaction.ts'
import type { DayText, Installation } from '../policy/index.ts'

/** What is installed and effective up the chain of a jurisdiction on a day, the nation first. */
export const governing = async (tx: Tx, at: string, on: DayText): Promise<readonly Installation[]> => {
  const chain = divisions.chain(at)
  const isEffective = ({ jurisdiction, effectiveFrom, effectiveTo }: Installation) =>
    chain.includes(jurisdiction) && effectiveFrom <= on && (effectiveTo === null || on < effectiveTo)
  const installed = (await installationsAt(tx)).filter(isEffective)
  return installed.sort((a, b) => chain.indexOf(a.jurisdiction) - chain.indexOf(b.jurisdiction))
}
