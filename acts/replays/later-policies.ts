import { divisionOf } from '../../db/divisions.ts'
import type { KnownAt } from '../../db/facts.ts'
import { type PolicyStep, policiesLaterThan } from '../../db/queries/later-policies.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Bilingual } from '../../policy/index.ts'

/** A step in the life of a policy that was not yet recorded at an instant. */
export interface LaterPolicy extends PolicyStep {
  readonly sentence: Bilingual
}

/** Whatever was recorded later than an instant of policies that were at work then, or are now; anywhere. */
export const laterPolicies = async (tx: Tx, policyAt: KnownAt): Promise<readonly LaterPolicy[]> =>
  policyAt === null ? [] : (await policiesLaterThan(tx, policyAt)).map((step) => ({ ...step, sentence: told(step) }))

const told = (step: PolicyStep): Bilingual => {
  const { jurisdiction, pluginId, version, effectiveFrom, effectiveTo } = step
  const place = divisionOf(jurisdiction)?.name ?? jurisdiction
  const ended = endings[step.state]
  const days = daysOf(effectiveFrom, effectiveTo)
  return {
    zh: `${place}政策 ${pluginId} ${version} ${ended.zh}：${days.zh}。`,
    en: `Policy ${pluginId} ${version} of ${place} ${ended.en}: ${days.en}.`,
  }
}

const daysOf = (from: string, to: string | null): Bilingual => {
  if (to === null) return { zh: `自${from}起适用`, en: `at work from ${from}` }
  if (to <= from) return { zh: '不适用于任何一日', en: 'at work on no day' }
  return { zh: `自${from}起适用，${to}起不再适用`, en: `at work from ${from}, and no longer from ${to}` }
}

const endings: Readonly<Record<PolicyStep['state'], Bilingual>> = {
  proposed: { zh: '提请安装', en: 'was proposed' },
  active: { zh: '安装', en: 'was installed' },
  superseded: { zh: '被后一版本取代', en: 'was superseded' },
  withdrawn: { zh: '撤回', en: 'was withdrawn' },
  suspended: { zh: '中止', en: 'was suspended' },
}
