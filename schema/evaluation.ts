import { evaluationsOf, type StandingRow } from '../db/queries/standing-evaluations.ts'
import { knownAtArg, within } from './as-of.ts'
import { builder } from './builder.ts'
import { EvaluationState } from './enums.ts'
import { FindingConnection } from './finding.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { inGroups, type Loader } from './loading.ts'

export const Evaluation = builder.objectRef<StandingRow>('Evaluation')

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

interface EvaluationKey {
  readonly code: string
  readonly knownAt: string | null
}

const evaluationLoader: Loader<EvaluationKey, StandingRow | null> = {
  cacheKey: ({ code, knownAt }) => `${code}@${knownAt ?? ''}`,
  batch: inGroups(
    ({ knownAt }) => knownAt ?? '',
    (keys, { read }) => {
      const codes = keys.map(({ code }) => code)
      return read((tx) => evaluationsOf(tx, codes, keys[0]?.knownAt ?? null))
    },
  ),
}

builder.objectField(Jurisdiction, 'evaluation', (t) =>
  t.field({
    type: Evaluation,
    nullable: true,
    description: 'Where the answers about the people managed exactly here come from; null: never evaluated. 现行评估。',
    args: { knownAt: knownAtArg(t.arg) },
    resolve: ({ code, at }, args, context) =>
      context.load(evaluationLoader, { code, knownAt: within(at, args).knownAt }),
  }),
)

builder.objectField(FindingConnection, 'evaluation', (t) =>
  t.field({
    type: Evaluation,
    nullable: true,
    description:
      'Where these findings come from, of the people managed exactly here: the evaluation in use at the moment asked about. 所据评估。',
    resolve: ({ asked }, _args, context) => (asked === undefined ? null : context.load(evaluationLoader, asked)),
  }),
)
