import type { Rule } from '../../policy/index.ts'
import { exemptionRules } from './rules/exemptions.ts'
import { rotationRules } from './rules/rotation.ts'

export const rules: readonly Rule[] = [...rotationRules, ...exemptionRules]
