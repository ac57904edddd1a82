import type { Rule } from '../../policy/index.ts'
import { exemptionRules } from './rules/exemptions.ts'
import { rotationRules } from './rules/rotation.ts'
import { togetherRules } from './rules/together.ts'

export const rules: readonly Rule[] = [...rotationRules, ...exemptionRules, ...togetherRules]
