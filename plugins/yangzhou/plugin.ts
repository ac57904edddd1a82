import { definePlugin } from '../../policy/index.ts'
import { instruments } from './citations.ts'
import { clauses } from './clauses.ts'

/** Yangzhou Municipality: a practice without thresholds, so people judge every clause. */
export const yangzhou = definePlugin({
  id: 'yangzhou',
  version: '1.1.0',
  name: { zh: '扬州市', en: 'Yangzhou Municipality' },
  level: 'municipality',
  jurisdiction: '321000',
  reviewedOn: '2026-11-20',
  reads: [],
  instruments,
  parameters: {},
  definitions: {},
  rules: [],
  clauses,
  cases: [],
})
