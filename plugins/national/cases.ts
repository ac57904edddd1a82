import type { Case } from '../../policy/index.ts'
import { internalUnitCases } from './cases/internal-units.ts'
import { leaderCases } from './cases/leaders.ts'
import { statusCases } from './cases/status.ts'

export const cases: readonly Case[] = [...internalUnitCases, ...leaderCases, ...statusCases]
