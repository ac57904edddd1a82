import {
  type Counted as CountedOf,
  dayTextOrNull,
  type Precision as PrecisionOf,
  precisionOf,
} from '../policy/index.ts'
import { Assignment, assignmentLoader } from './assignment.ts'
import { builder } from './builder.ts'
import { Precision } from './enums.ts'
import type { Explained } from './explanation.ts'
import { rowKey } from './row-loader.ts'
import { State, stateLoader } from './state.ts'

export const Counted = builder.objectRef<CountedOf & Explained>('Counted')

/** How exactly the days are known: as exactly as the less exact of the two. */
export const coarser = ({ from, to }: Pick<CountedOf, 'from' | 'to'>): PrecisionOf => {
  const order: readonly PrecisionOf[] = ['day', 'month', 'year', 'unknown']
  const rank = (edge: CountedOf['from']) => (edge.lo === edge.hi ? 0 : order.indexOf(precisionOf(edge)))
  return order[Math.max(rank(from), rank(to))] ?? 'unknown'
}

Counted.implement({
  description: 'A fact that is counted, with its days and how exactly the file states them. 计入的事实。',
  fields: (t) => ({
    assignment: t.field({
      type: Assignment,
      nullable: true,
      description: 'The assignment, when it is one. 任职。',
      resolve: ({ kind, id, of }, _args, context) =>
        kind === 'assignment' ? context.load(assignmentLoader, rowKey({ root: of.root, id }, of.at)) : null,
    }),
    state: t.field({
      type: State,
      nullable: true,
      description: 'The state, when it is one. 状态。',
      resolve: ({ kind, id, of }, _args, context) =>
        kind === 'state' ? context.load(stateLoader, rowKey({ root: of.root, id }, of.at)) : null,
    }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day it may have begun; null: unknown. 起。',
      resolve: ({ from }) => dayTextOrNull(from.lo),
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day it may no longer have been so; null: still, or unknown. 止。',
      resolve: ({ to }) => dayTextOrNull(to.lo),
    }),
    precision: t.field({
      type: Precision,
      description: 'How exactly both days are known: the less exact of them. 日期精度。',
      resolve: coarser,
    }),
  }),
})
