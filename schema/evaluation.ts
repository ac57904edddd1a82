import type { EvaluationState as StateOf } from '../db/tables/finding.ts'
import { builder } from './builder.ts'
import { EvaluationState } from './enums.ts'

/** One judging of everyone an authority manages, under one policy. */
export interface EvaluationRow {
  readonly policyDigest: string
  readonly state: StateOf
  readonly startedAt: string
  readonly activatedAt: string | null
}

export const Evaluation = builder.objectRef<EvaluationRow>('Evaluation')

Evaluation.implement({
  description: 'The policy version that the answers about an authority come from. 评估。',
  fields: (t) => ({
    policyDigest: t.exposeString('policyDigest', {
      description: 'Names the exact set of installed policies. 政策摘要值。',
    }),
    state: t.expose('state', { type: EvaluationState, description: 'Whether it is the one in use. 状态。' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'Begun at. 开始时间。' }),
    activatedAt: t.expose('activatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'In use since; null while it is being made. 启用时间。',
    }),
  }),
})
