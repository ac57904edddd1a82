import type { Ref } from '../../db/facts.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Day, Finding, Installation } from '../../policy/index.ts'
import { benchFor } from '../bench.ts'
import { theShadow } from './with-shadow.ts'

/**
 * What a policy in shadow would say of a person on a day, beside everything installed: the findings of its own rules. Worked
 * out when asked, written nowhere. Refused when the installation is not one in shadow.
 */
export const shadowFindings = async (
  tx: Tx,
  installation: string,
  person: Ref,
  on: Day,
): Promise<readonly Finding[]> => {
  const shadow = await theShadow(tx, installation)
  const { judge, people } = await benchFor(tx, [person], {
    knownAt: null,
    policy: { policyAt: null, shadow: installation },
  })
  return people
    .flatMap((facts) => judge.findings(facts))
    .filter((finding) => isOf(finding, shadow) && finding.spans.some(({ from, to }) => from <= on && on < to))
}

/** Whether a finding is one of a rule of this document at this place. */
export const isOf = ({ rule, jurisdiction }: Finding, { plugin, jurisdiction: at }: Installation): boolean =>
  jurisdiction === at && rule.startsWith(`${plugin.id}/`)
