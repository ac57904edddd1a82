import type { Case } from '../../policy/index.ts'
import { placementCases } from './cases/placements.ts'
import { teamCases } from './cases/teams.ts'
import { tenureCases } from './cases/tenure.ts'

export const cases: readonly Case[] = [...tenureCases, ...placementCases, ...teamCases]
