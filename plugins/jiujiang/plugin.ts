import { definePlugin } from '../../policy/index.ts'
import { cases } from './cases.ts'
import { instruments } from './citations.ts'
import { clauses } from './clauses.ts'
import { parameters } from './parameters.ts'
import { definitions, rules } from './rules.ts'

/** Jiujiang Municipality: leading members of its own and its counties’ teams. */
export const jiujiang = definePlugin({
  id: 'jiujiang',
  version: '1.2.0',
  name: { zh: '九江市', en: 'Jiujiang Municipality' },
  level: 'municipality',
  jurisdiction: '360400',
  reviewedOn: '2026-11-20',
  reads: ['personnel'],
  instruments,
  parameters,
  definitions,
  rules,
  clauses,
  cases,
})
