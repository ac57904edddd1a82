import type { Case } from '../../policy/index.ts'
import { civilServantCases } from './cases/avoidance/civil-servants.ts'
import { pointedOutCases } from './cases/avoidance/pointed-out.ts'
import { specialCases } from './cases/avoidance/special.ts'
import { internalUnitCases } from './cases/internal-units.ts'
import { leaderCases } from './cases/leaders.ts'
import { statusCases } from './cases/status.ts'

export const cases: readonly Case[] = [
  ...internalUnitCases,
  ...leaderCases,
  ...statusCases,
  ...civilServantCases,
  ...pointedOutCases,
  ...specialCases,
]
