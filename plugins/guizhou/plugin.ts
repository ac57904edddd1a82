import { definePlugin } from '../../policy/index.ts'
import { instruments } from './citations.ts'
import { clauses } from './clauses.ts'

/** Guizhou Province: its provisions name no number, so people judge every clause. */
export const guizhou = definePlugin({
  id: 'guizhou',
  version: '1.0.0',
  name: { zh: '贵州省', en: 'Guizhou Province' },
  level: 'province',
  jurisdiction: '520000',
  reviewedOn: '2026-11-20',
  instruments,
  parameters: {},
  definitions: {},
  rules: [],
  clauses,
  cases: [],
})
