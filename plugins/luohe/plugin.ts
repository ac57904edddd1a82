import { definePlugin } from '../../policy/index.ts'
import { cases } from './cases.ts'
import { instruments } from './citations.ts'
import { clauses } from './clauses.ts'
import { parameters } from './parameters.ts'
import { definitions } from './rules/rotation.ts'
import { rules } from './rules.ts'

/** Luohe Municipality: section-level cadres of its own units. */
export const luohe = definePlugin({
  id: 'luohe',
  version: '1.2.0',
  name: { zh: '漯河市', en: 'Luohe Municipality' },
  level: 'municipality',
  jurisdiction: '411100',
  reviewedOn: '2026-11-20',
  reads: ['personnel', 'discipline', 'health'],
  instruments,
  parameters,
  definitions,
  rules,
  clauses,
  cases,
})
