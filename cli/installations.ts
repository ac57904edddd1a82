import { shownState } from '../db/installation-state.ts'
import { type InstallationRow, installationsIn } from '../db/queries/policies.ts'
import { todayInLaw } from '../db/queries/today.ts'
import { reading } from './database.ts'
import { checkPlace } from './no-such-place.ts'
import { say } from './say.ts'

const words = {
  PROPOSED: '待批准',
  SCHEDULED: '待生效',
  ACTIVE: '适用中',
  SUPERSEDED: '已被取代',
  WITHDRAWN: '已撤回',
  SUSPENDED: '已中止',
} as const

/** `cadre installations`: whatever was ever proposed for a jurisdiction, and how it stands today. */
export const installations = async ({ at }: { readonly at: string }): Promise<void> => {
  checkPlace(at)
  const { rows, today } = await reading(async (tx) => ({
    rows: await installationsIn(tx, at),
    today: await todayInLaw(tx),
  }))
  if (rows.length === 0) return say(`${at} 从未提出过政策。`)
  for (const row of rows) say(lineOf(row, words[shownState(row, today)]))
}

const lineOf = (row: InstallationRow, state: string): string => {
  const { id, pluginId, sequence, mode, effectiveFrom, effectiveTo, proposedBy, approvedBy, installedBy } = row
  const days = `${effectiveFrom} 至 ${effectiveTo ?? '今'}`
  const people = proposedBy === null ? `经办 ${installedBy}` : `提出 ${proposedBy}　批准 ${approvedBy ?? '—'}`
  return `${id}　${pluginId} 第 ${sequence} 次　${state}${mode === 'shadow' ? '（试行）' : ''}　${days}　${people}`
}
