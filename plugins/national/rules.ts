import type { Rule } from '../../policy/index.ts'
import { avoidanceRules } from './rules/avoidance.ts'
import { exemptionRules } from './rules/exemption.ts'
import { placementRules } from './rules/placement.ts'
import { rotationRules } from './rules/rotation.ts'
import { sanctionRules } from './rules/sanction.ts'
import { specialRules } from './rules/special-organs.ts'
import { togetherRules } from './rules/together.ts'

export { definitions } from './rules/definitions.ts'

export const rules: readonly Rule[] = [
  ...rotationRules,
  ...exemptionRules,
  ...avoidanceRules,
  ...specialRules,
  ...placementRules,
  ...sanctionRules,
  ...togetherRules,
]
