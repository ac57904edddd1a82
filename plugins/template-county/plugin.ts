import { definePlugin } from '../../policy/index.ts'
import { avoidanceCases } from './avoidance-cases.ts'
import { cases } from './cases.ts'
import { instruments } from './citations.ts'
import { clauses } from './clauses.ts'
import { parameters } from './parameters.ts'
import { definitions, rules } from './rules.ts'

/** The unnamed county of the survey report, as a template: staff at section-office level and below, of organs and institutions. */
export const templateCounty = definePlugin({
  id: 'template-county',
  version: '1.2.0',
  name: { zh: '某县（模板）', en: 'A county (template)' },
  level: 'county',
  reviewedOn: '2026-11-20',
  reads: ['family'],
  instruments,
  parameters,
  definitions,
  rules,
  clauses,
  cases: [...cases, ...avoidanceCases],
})
