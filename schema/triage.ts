import type { TriageRow } from '../db/queries/triages.ts'
import { builder } from './builder.ts'
import { TriageDecision } from './enums.ts'

export interface TriageSeen extends TriageRow {
  /** Whether the facts it was made on have changed since; `null` of one that another has followed. */
  readonly reopened: boolean | null
}

export const Triage = builder.objectRef<TriageSeen>('Triage')

Triage.implement({
  description: 'What someone decided on a conflict. It lifts no bar: the conflict goes on being said. 处置。',
  fields: (t) => ({
    decision: t.expose('decision', { type: TriageDecision, description: 'What was decided. 决定。' }),
    reason: t.string({
      nullable: true,
      description: 'On what it rests; null for readers without family data, as it may name relatives. 理由。',
      resolve: ({ reason }, _args, { sees }) => (sees.family ? reason : null),
    }),
    decidedBy: t.exposeString('decidedBy', { description: 'By whom. 决定人。' }),
    decidedOn: t.expose('decidedOn', { type: 'DateTime', description: 'When. 决定时间。' }),
    dueBy: t.expose('dueBy', {
      type: 'Date',
      nullable: true,
      description: 'Until when it is to be done; null: nothing is to be done. 办理期限。',
    }),
    version: t.exposeInt('version', {
      description: 'Which decision on the conflict it is; `expectedVersion` of the next. 第几次处置。',
    }),
    reopened: t.exposeBoolean('reopened', {
      nullable: true,
      description:
        'Whether the facts it was made on have changed, so that the conflict waits to be decided anew; null of one already followed by another. 是否因事实变化重新待处置。',
    }),
  }),
})
