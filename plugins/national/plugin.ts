import { definePlugin } from '../../policy/index.ts'
import { cases } from './cases.ts'
import { instruments } from './citations.ts'
import { clauses } from './clauses.ts'
import { parameters } from './parameters.ts'
import { definitions, rules } from './rules.ts'

/** The national baseline: what binds everywhere, below which every local plugin stands. */
export const national = definePlugin({
  id: 'national',
  version: '1.2.0',
  name: { zh: '全国基准', en: 'National baseline' },
  level: 'nation',
  jurisdiction: '100000',
  reviewedOn: '2026-11-20',
  reads: ['personnel', 'family', 'discipline', 'health'],
  instruments,
  parameters,
  definitions,
  rules,
  clauses,
  cases,
})
