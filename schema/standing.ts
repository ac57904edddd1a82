import type { DayText, Effect as EffectWord, FindingStatus as StatusWord } from '../policy/index.ts'
import { builder } from './builder.ts'
import { Effect, FindingStatus } from './enums.ts'

/** How one duty or bar stands within the days looked at. */
export interface StandingTold {
  readonly status: StatusWord
  readonly effect: EffectWord
  readonly since: DayText
  readonly from: DayText
  readonly dueBy: DayText | null
}

export const Standing = builder.objectRef<StandingTold>('Standing')

Standing.implement({
  description: 'How one duty or bar stands within the days looked at: its first decisive span. 认定情况。',
  fields: (t) => ({
    status: t.expose('status', { type: FindingStatus, description: 'How it stands. 认定状态。' }),
    effect: t.expose('effect', { type: Effect, description: 'How strictly it binds. 规范强度。' }),
    since: t.expose('since', { type: 'Date', description: 'First day of the duty. 起始日。' }),
    from: t.expose('from', {
      type: 'Date',
      description: 'First day it stands so; later where it was waived or deferred before. 本状态起始日。',
    }),
    dueBy: t.expose('dueBy', {
      type: 'Date',
      nullable: true,
      description: 'Until when it is to be done; null: no deadline. 办理期限。',
    }),
  }),
})
