import {
  endInstallation,
  type InstallationRow,
  installationsOf,
  recordStep,
} from '../../db/queries/evaluation-policy.ts'
import { stepsOf } from '../../db/queries/policies.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import type { InstallationState } from '../../db/tables/plugin.ts'
import type { Tx } from '../../db/transaction.ts'
import type { DayText } from '../../policy/index.ts'

/** Who ends a policy, and why. */
interface Ending {
  readonly installedBy: string
  readonly reason: string
}

/**
 * Ends a policy from a day on. One whose first day lies ahead, and that by that never comes to count, replaces nothing: those
 * that gave way to it count as long as if it had never been approved. Nothing comes back for one that is at work.
 */
export const endPolicy = async (
  tx: Tx,
  row: InstallationRow,
  on: DayText,
  state: Extract<InstallationState, 'withdrawn' | 'suspended'>,
  ending: Ending,
): Promise<void> => {
  await endInstallation(tx, row, on, state, ending)
  const isScheduled = row.state !== 'proposed' && row.effectiveFrom > (await todayInLaw(tx))
  if (isScheduled && on <= row.effectiveFrom) await giveBack(tx, row, ending)
}

/** The latest first: until when an earlier one counts depends on those after it. */
const giveBack = async (tx: Tx, row: InstallationRow, ending: Ending): Promise<void> => {
  const { jurisdiction, pluginId, mode, effectiveFrom: first } = row
  const versions = (await installationsOf(tx, jurisdiction, pluginId)).filter((each) => each.mode === mode)
  let next: DayText | null = null
  for (const version of versions) {
    const given: InstallationRow = gaveWay(version, first) ? await asIfNext(tx, version, next) : version
    if (given !== version)
      await recordStep(tx, version, { ...ending, state: given.state, effectiveTo: given.effectiveTo })
    const counts = given.state !== 'proposed' && given.effectiveTo !== given.effectiveFrom
    if (counts && (next === null || given.effectiveFrom < next)) next = given.effectiveFrom
  }
}

/** Whether a version ends by one that would have begun on that day, or by one after it. */
const gaveWay = ({ state, effectiveTo }: InstallationRow, first: DayText): boolean =>
  state === 'superseded' && effectiveTo !== null && effectiveTo >= first

/** How a version stands that gives way on that day and not before; itself, when that is no later than it did. */
const asIfNext = async (tx: Tx, version: InstallationRow, next: DayText | null): Promise<InstallationRow> => {
  const own = (await stepsOf(tx, version.id)).findLast(({ state }) => state !== 'superseded')
  if (own === undefined) return version
  const overtaken = next !== null && (own.effectiveTo === null || next < own.effectiveTo)
  const { state, effectiveTo } = overtaken ? { state: version.state, effectiveTo: next } : own
  const isLonger = effectiveTo === null || effectiveTo > (version.effectiveTo ?? version.effectiveFrom)
  return isLonger ? { ...version, state, effectiveTo } : version
}
