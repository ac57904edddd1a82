import type { Case } from '../../policy/index.ts'
import { internalUnitCases } from './cases/internal-units.ts'
import { leaderCases } from './cases/leaders.ts'
import { placeCases } from './cases/places.ts'
import { relativeCases } from './cases/relatives.ts'
import { sanctionCases } from './cases/sanctions.ts'
import { specialCases } from './cases/special-organs.ts'
import { statusCases } from './cases/status.ts'

export const cases: readonly Case[] = [
  ...internalUnitCases,
  ...leaderCases,
  ...statusCases,
  ...relativeCases,
  ...specialCases,
  ...placeCases,
  ...sanctionCases,
]
