import {
  endInstallation,
  type InstallationRow,
  installationsOf,
  recordStep,
} from '../../db/queries/evaluation-policy.ts'
import { stepsOf } from '../../db/queries/policies.ts'
import type { InstallationState } from '../../db/tables/plugin.ts'
import type { Tx } from '../../db/transaction.ts'
import type { DayText } from '../../policy/index.ts'

/** Who ends a policy, and why. */
interface Ending {
  readonly installedBy: string
  readonly reason: string
}

/**
 * Ends a policy from a day on. One that by that never comes to count replaces nothing: those that gave way to it count as
 * long as if it had never been approved.
 */
export const endPolicy = async (
  tx: Tx,
  row: InstallationRow,
  on: DayText,
  state: Extract<InstallationState, 'withdrawn' | 'suspended'>,
  ending: Ending,
): Promise<void> => {
  await endInstallation(tx, row, on, state, ending)
  if (row.state !== 'proposed' && on <= row.effectiveFrom) await giveBack(tx, row, ending)
}

/** The latest first: until when an earlier one counts depends on those after it. */
const giveBack = async (tx: Tx, { jurisdiction, pluginId, mode }: InstallationRow, ending: Ending): Promise<void> => {
  const versions = (await installationsOf(tx, jurisdiction, pluginId)).filter((each) => each.mode === mode)
  let next: DayText | null = null
  for (const version of versions) {
    const given: InstallationRow = version.state === 'superseded' ? await asIfNext(tx, version, next) : version
    if (given !== version)
      await recordStep(tx, version, { ...ending, state: given.state, effectiveTo: given.effectiveTo })
    const counts = given.state !== 'proposed' && given.effectiveTo !== given.effectiveFrom
    if (counts && (next === null || given.effectiveFrom < next)) next = given.effectiveFrom
  }
}

/** How a version stands that gives way on that day and not before; itself, when that is no later than it did. */
const asIfNext = async (tx: Tx, version: InstallationRow, next: DayText | null): Promise<InstallationRow> => {
  const own = (await stepsOf(tx, version.id)).findLast(({ state }) => state !== 'superseded')
  if (own === undefined) return version
  const overtaken = next !== null && (own.effectiveTo === null || next < own.effectiveTo)
  const { state, effectiveTo } = overtaken ? { state: version.state, effectiveTo: next } : own
  const isLonger = effectiveTo === null || effectiveTo > (version.effectiveTo ?? version.effectiveFrom)
  return isLonger ? { ...version, state, effectiveTo } : version
}
