import type { Case } from '../../policy/index.ts'
import { exemptionCases } from './cases/exemptions.ts'
import { keyPostCases } from './cases/key-posts.ts'
import { tenureCases } from './cases/tenure.ts'
import { togetherCases } from './cases/together.ts'

export const cases: readonly Case[] = [...tenureCases, ...keyPostCases, ...exemptionCases, ...togetherCases]
