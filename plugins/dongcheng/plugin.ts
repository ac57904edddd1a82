import { definePlugin } from '../../policy/index.ts'
import { avoidanceCases } from './avoidance-cases.ts'
import { cases } from './cases.ts'
import { instruments } from './citations.ts'
import { clauses } from './clauses.ts'
import { parameters } from './parameters.ts'
import { definitions, rules } from './rules.ts'

/** Dongcheng District of Beijing: civil servants at section level and below. */
export const dongcheng = definePlugin({
  id: 'dongcheng',
  version: '1.2.0',
  name: { zh: '北京市东城区', en: 'Dongcheng District, Beijing' },
  level: 'county',
  jurisdiction: '110101',
  reviewedOn: '2026-11-20',
  reads: ['personnel', 'family', 'discipline'],
  instruments,
  parameters,
  definitions,
  rules,
  clauses,
  cases: [...cases, ...avoidanceCases],
})
