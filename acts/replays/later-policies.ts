import { divisionOf } from '../../db/divisions.ts'
import type { KnownAt } from '../../db/facts.ts'
import { type PolicyStep, policiesLaterThan } from '../../db/queries/later-policies.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Bilingual, PersonFacts } from '../../policy/index.ts'
import { chainsOf } from '../governing.ts'

/** A step in the life of a policy that was not yet recorded at an instant. */
export interface LaterPolicy extends PolicyStep {
  readonly sentence: Bilingual
}

/** What was recorded later than an instant of the policies that may ever have judged someone, or that judge there. */
export const laterPolicies = async (
  tx: Tx,
  facts: readonly PersonFacts[],
  authority: string,
  policyAt: KnownAt,
): Promise<readonly LaterPolicy[]> => {
  if (policyAt === null) return []
  const steps = await policiesLaterThan(tx, chainsOf(facts, [authority]), policyAt)
  return steps.map((step) => ({ ...step, sentence: told(step) }))
}

const told = (step: PolicyStep): Bilingual => {
  const { jurisdiction, pluginId, version, effectiveFrom, effectiveTo } = step
  const place = divisionOf(jurisdiction)?.name ?? jurisdiction
  const ended = endings[step.state]
  const until = effectiveTo === null ? { zh: '', en: '' } : { zh: `，至${effectiveTo}止`, en: `, until ${effectiveTo}` }
  return {
    zh: `${place}政策 ${pluginId} ${version}${ended.zh}：自${effectiveFrom}起适用${until.zh}。`,
    en: `Policy ${pluginId} ${version} of ${place} ${ended.en}: at work from ${effectiveFrom}${until.en}.`,
  }
}

const endings: Readonly<Record<PolicyStep['state'], Bilingual>> = {
  proposed: { zh: '提请安装', en: 'was proposed' },
  active: { zh: '安装', en: 'was installed' },
  superseded: { zh: '被后一版本取代', en: 'was superseded' },
  withdrawn: { zh: '撤回', en: 'was withdrawn' },
  suspended: { zh: '中止', en: 'was suspended' },
}
