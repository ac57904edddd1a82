import type { Case, Expectation } from '../../policy/index.ts'
import { kinCases, postCases } from '../relatives-in-one-organ.ts'

const asked = { on: '2025-06-01', place: '110101', expect: (says: Expectation): Case['expect'] => ({ 'dc-5': says }) }

export const avoidanceCases: readonly Case[] = [
  ...kinCases(asked),
  ...postCases(asked, ['personnel', 'discipline_inspection', 'audit', 'finance']),
]
