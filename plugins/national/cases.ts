import type { Case } from '../../policy/index.ts'
import { internalUnitCases } from './cases/internal-units.ts'
import { leaderCases } from './cases/leaders.ts'
import { notedCases } from './cases/noted-ties.ts'
import { placeCases } from './cases/places.ts'
import { relativeCases } from './cases/relatives.ts'
import { sanctionCases } from './cases/sanctions.ts'
import { specialCases } from './cases/special-organs.ts'
import { statusCases } from './cases/status.ts'
import { termCases } from './cases/terms.ts'

export const cases: readonly Case[] = [
  ...internalUnitCases,
  ...leaderCases,
  ...statusCases,
  ...relativeCases,
  ...notedCases,
  ...specialCases,
  ...placeCases,
  ...termCases,
  ...sanctionCases,
]
