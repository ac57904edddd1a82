import type { DivisionCode, Divisions } from '../../facts/person.ts'
import type { Installation, PluginDocument } from '../../law/plugin.ts'
import { barItems } from './bar-items.ts'
import type { Certificate } from './certificate.ts'
import { delegationItems } from './delegation-items.ts'
import { exemptionItems } from './exemption-items.ts'
import { lowerDocument } from './lower-document.ts'
import { bandNotices } from './notices/bands.ts'
import { deadRules } from './notices/dead-rules.ts'
import { redundantRules } from './notices/redundant-rules.ts'
import { shadowedExemptions } from './notices/shadowed-exemptions.ts'
import { unsaidRestatements } from './notices/unsaid-restatements.ts'
import { unusedClassNotices } from './notices/unused-classes.ts'
import { restatementItems } from './restatement-items.ts'

/**
 * Whether a sound document loosens nothing of what governs a jurisdiction already, point by point (decisions/0014). Rules only
 * add up, so four things are asked: exemptions that reach a superior rule, values set for one, rules that say one again, and
 * bars against what one demands. Of `installed`, what stands above the jurisdiction counts.
 */
export const certify = (
  plugin: PluginDocument,
  at: DivisionCode,
  installed: readonly Installation[],
  divisions: Divisions,
): Certificate => {
  const lower = lowerDocument(plugin, at, installed, divisions)
  const items = [...exemptionItems(lower), ...delegationItems(lower), ...restatementItems(lower), ...barItems(lower)]
  return {
    conforms: items.every(({ holds, basis }) => holds || basis === 'unproved'),
    items,
    notices: [
      deadRules,
      redundantRules,
      shadowedExemptions,
      bandNotices,
      unusedClassNotices,
      unsaidRestatements,
    ].flatMap((look) => look(lower)),
  }
}
