import { definePlugin } from '../../policy/index.ts'
import { cases } from './cases.ts'
import { instruments } from './citations.ts'
import { clauses } from './clauses.ts'
import { parameters } from './parameters.ts'
import { rules } from './rules.ts'

/** The unnamed district of 2022, as a template: warnings, gates and norms without any number of years. */
export const templateDistrict = definePlugin({
  id: 'template-district',
  version: '1.2.0',
  name: { zh: '某区（模板）', en: 'A district (template)' },
  level: 'county',
  reviewedOn: '2026-11-20',
  reads: ['personnel', 'family'],
  instruments,
  parameters,
  definitions: {},
  rules,
  clauses,
  cases,
})
