import { type Dim as DimOf, day, dayTextOrNull, precisionOf, type StayRun, stayRuns } from '../policy/index.ts'
import { asOfArgs, within } from './as-of.ts'
import { Assignment, assignmentLoader } from './assignment.ts'
import { hearingLoader } from './bench.ts'
import { builder } from './builder.ts'
import { coarser } from './counted.ts'
import { Dim, JoinReason, Precision } from './enums.ts'
import { keyParts } from './key-label.ts'
import { Person } from './person.ts'
import { type RowKey, rowKey } from './row-loader.ts'
import { StayKey } from './stay-key.ts'

/** An unbroken run of one person along some dimensions. */
export interface StaySeen {
  readonly run: StayRun
  readonly per: readonly DimOf[]
  readonly of: RowKey
}

type JoinSeen = StayRun['joined'][number] & { readonly of: RowKey }

export const Stay = builder.objectRef<StaySeen>('Stay')
export const StayJoin = builder.objectRef<JoinSeen>('StayJoin')

/** Nobody serves less than a day, and an end the file does not know is not the day the service began. */
const endOf = ({ from, to }: StayRun): string | null => {
  if (to.lo > from.lo) return dayTextOrNull(to.lo)
  return precisionOf(to) === 'unknown' ? null : dayTextOrNull(from.lo + 1)
}

Stay.implement({
  description: 'A maximal unbroken chain of service along some dimensions. 连续任职。',
  fields: (t) => ({
    key: t.field({
      type: StayKey,
      description: 'What it is continuous in. 维度取值。',
      resolve: async ({ run, per, of }, _args, context) => ({ parts: await keyParts(context, per, run.key, of) }),
    }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day it may have begun; null: unknown. 起。',
      resolve: ({ run }) => dayTextOrNull(run.from.lo),
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day it may no longer have been so, later than `from`; null: still, or unknown. 止。',
      resolve: ({ run }) => endOf(run),
    }),
    precision: t.field({
      type: Precision,
      description: 'How exactly both days are known: the less exact of them. 日期精度。',
      resolve: ({ run }) => coarser(run),
    }),
    assignments: t.field({
      type: [Assignment],
      description: 'Assignments it is made of. 所含任职。',
      resolve: ({ run, of }, _args, context) =>
        Promise.all(run.assignments.map((id) => context.named(assignmentLoader, rowKey({ root: of.root, id }, of.at)))),
    }),
    joined: t.field({
      type: [StayJoin],
      description: 'Where one assignment continues another, and why it does. 衔接及理由。',
      resolve: ({ run, of }) => run.joined.map((join) => ({ ...join, of })),
    }),
  }),
})

StayJoin.implement({
  description: 'One assignment continuing another within a stay. 衔接。',
  fields: (t) => ({
    reason: t.expose('reason', { type: JoinReason, description: 'Why the stay goes on. 衔接理由。' }),
    assignment: t.field({
      type: Assignment,
      description: 'The assignment that continues it. 后一任职。',
      resolve: ({ assignment, of }, _args, context) =>
        context.named(assignmentLoader, rowKey({ root: of.root, id: assignment }, of.at)),
    }),
  }),
})

builder.objectField(Person, 'stays', (t) =>
  t.field({
    type: [Stay],
    description: 'Unbroken service that began by the day, earliest first. 连续任职。',
    args: {
      ...asOfArgs(t.arg),
      per: t.arg({ type: [Dim], defaultValue: ['post'], description: 'What it must be unbroken in. 维度。' }),
    },
    resolve: async (person, args, context) => {
      const at = within(person.at, args)
      const of = rowKey(person, at)
      const hearing = await context.load(hearingLoader, of)
      const per = args.per ?? ['post']
      if (hearing === null) return []
      const { setting } = hearing.bench.judge
      return stayRuns(hearing.person, per, setting, day(at.on)).map((run) => ({ run, per, of }))
    },
  }),
)
