import { type DueCount, dueCounts } from '../db/queries/due-counts.ts'
import { asOfArgs, within } from './as-of.ts'
import { builder } from './builder.ts'
import { Effect, FindingStatus, Scope } from './enums.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { rowKey } from './row-loader.ts'
import { Unit, type UnitSeen, unitLoader } from './unit.ts'

/** People of one unit whose findings have one effect and one status. */
export interface FindingsCountRow extends Pick<DueCount, 'effect' | 'status' | 'people'> {
  readonly unit: UnitSeen | null
}

export const FindingsCount = builder.objectRef<FindingsCountRow>('FindingsCount')

FindingsCount.implement({
  description: 'How many people of a unit have findings of one effect and status on the day. 分单位统计。',
  fields: (t) => ({
    unit: t.field({
      type: Unit,
      nullable: true,
      description: 'Unit of the post held on the day, above its internal units; null for those who hold none. 单位。',
      resolve: ({ unit }) => unit,
    }),
    effect: t.expose('effect', { type: Effect, description: 'How strictly it binds. 规范强度。' }),
    status: t.expose('status', { type: FindingStatus, description: 'How the duty stands. 认定状态。' }),
    people: t.exposeInt('people', { description: 'How many people, each counted once. 人数。' }),
  }),
})

builder.objectField(Jurisdiction, 'counts', (t) =>
  t.field({
    type: [FindingsCount],
    description:
      'How many people are bound by what, unit by unit. Days without a policy answer nothing: see `policyOnFile`. 分单位统计。',
    args: {
      ...asOfArgs(t.arg),
      scope: t.arg({
        type: Scope,
        defaultValue: 'OWN',
        description: 'Managed exactly here, or here and below. 管理范围。',
      }),
    },
    resolve: async (jurisdiction, args, context) => {
      const at = within(jurisdiction.at, args)
      const search = { authority: jurisdiction.code, scope: args.scope ?? 'OWN' }
      const counts = await context.read((tx) => dueCounts(tx, search, at))
      return Promise.all(
        counts.map(async ({ unit, ...count }) => ({
          ...count,
          unit: unit === null ? null : await context.load(unitLoader, rowKey(unit, at)),
        })),
      )
    },
  }),
)
