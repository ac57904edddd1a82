import { definePlugin } from '../../policy/index.ts'
import { cases } from './cases.ts'
import { instruments } from './citations.ts'
import { clauses } from './clauses.ts'
import { parameters } from './parameters.ts'
import { rules } from './rules.ts'

/** Guizhou Province: its provisions name no number; what they say of serving elsewhere is checked, people judge the rest. */
export const guizhou = definePlugin({
  id: 'guizhou',
  version: '1.2.0',
  name: { zh: '贵州省', en: 'Guizhou Province' },
  level: 'province',
  jurisdiction: '520000',
  reviewedOn: '2026-11-20',
  reads: [],
  instruments,
  parameters,
  definitions: {},
  rules,
  clauses,
  cases,
})
