import { installationsAt } from '../../db/facts.ts'
import { endInstallation, type InstallationRow, installationsOf } from '../../db/queries/evaluation-policy.ts'
import { installationsIn } from '../../db/queries/policies.ts'
import type { Tx } from '../../db/transaction.ts'
import type { DayText } from '../../policy/index.ts'
import { enqueueReached } from '../jobs/enqueue.ts'
import { reexamine } from './reexamine.ts'

/** A change of what is installed, as those below it see it. */
export interface Step {
  /** Where. */
  readonly at: string
  /** Whose it is. */
  readonly by: string
}

/**
 * Changes what is installed at a place, within the caller's transaction: whatever becomes unlawful below is listed, and
 * whoever may be judged otherwise is judged anew. Answers with the jobs to wait for.
 */
export const changeInstalled = async (
  tx: Tx,
  { at, by }: Step,
  change: () => Promise<InstallationRow['id']>,
): Promise<{ readonly installation: string; readonly jobs: readonly string[] }> => {
  const [before, rows] = [await installationsAt(tx), await installationsIn(tx, at)]
  const installation = await change()
  const after = await installationsAt(tx)
  const lengthened = longerThan(rows, await installationsIn(tx, at))
  await reexamine(tx, { at, by, causedBy: installation, before, after, lengthened })
  const same = JSON.stringify(before.map(named)) === JSON.stringify(after.map(named))
  return { installation, jobs: same ? [] : await enqueueReached(tx, at) }
}

const named = ({
  jurisdiction,
  digest,
  effectiveFrom,
  effectiveTo,
}: Awaited<ReturnType<typeof installationsAt>>[number]) => [jurisdiction, digest, effectiveFrom, effectiveTo]

/** Those that count on more days than they did, each as it was and as it is. */
const longerThan = (before: readonly InstallationRow[], after: readonly InstallationRow[]) => {
  const now = new Map(after.map((row) => [row.id, row]))
  return before.flatMap((was) => {
    const is = now.get(was.id)
    const longer = was.effectiveTo !== null && is !== undefined && endsLater(is.effectiveTo, was.effectiveTo)
    return longer ? [{ was, is }] : []
  })
}

const endsLater = (end: DayText | null, than: DayText): boolean => end === null || end > than

/** Former versions of a plugin in the same mode, which give way from a day on. */
export const giveWay = async (
  tx: Tx,
  { jurisdiction, pluginId, mode }: Pick<InstallationRow, 'jurisdiction' | 'pluginId' | 'mode'>,
  from: DayText,
): Promise<void> => {
  for (const row of await installationsOf(tx, jurisdiction, pluginId)) {
    if (row.mode === mode && givesWay(row, from)) await endInstallation(tx, row, from, 'superseded')
  }
}

const givesWay = ({ state, effectiveFrom, effectiveTo }: InstallationRow, from: DayText) =>
  state !== 'proposed' && (effectiveTo === null || (effectiveTo > from && effectiveTo > effectiveFrom))
