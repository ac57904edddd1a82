import type { Case, Expectation } from '../../policy/index.ts'
import { kinCases, postCases } from '../relatives-in-one-organ.ts'

const asked = { on: '2022-06-01', place: '411121', expect: (says: Expectation): Case['expect'] => ({ 'xx-4': says }) }

export const avoidanceCases: readonly Case[] = [
  ...kinCases(asked),
  ...postCases(asked, ['personnel', 'discipline_inspection', 'audit', 'finance']),
]
