import type { Effect as EffectOf, FindingStatus as StatusOf } from '../policy/index.ts'
import { builder } from './builder.ts'
import { Effect, FindingStatus } from './enums.ts'
import { Unit, type UnitSeen } from './unit.ts'

/** People of one unit whose findings have one effect and one status. */
export interface FindingsCountRow {
  readonly unit: UnitSeen | null
  readonly effect: EffectOf
  readonly status: StatusOf
  readonly people: number
}

export const FindingsCount = builder.objectRef<FindingsCountRow>('FindingsCount')

FindingsCount.implement({
  description: 'How many people of a unit have findings of one effect and status on the day. 分单位统计。',
  fields: (t) => ({
    unit: t.field({
      type: Unit,
      nullable: true,
      description: 'Unit of the post held on the day; null for those who hold none. 单位。',
      resolve: (count) => count.unit,
    }),
    effect: t.expose('effect', { type: Effect, description: 'How strictly it binds. 规范强度。' }),
    status: t.expose('status', { type: FindingStatus, description: 'How the duty stands. 认定状态。' }),
    people: t.exposeInt('people', { description: 'How many people, each counted once. 人数。' }),
  }),
})
