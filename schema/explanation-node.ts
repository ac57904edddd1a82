import { dayTextOrNull, type ExplanationNode as NodeOf } from '../policy/index.ts'
import { builder } from './builder.ts'
import { Counted } from './counted.ts'
import { Holds } from './enums.ts'
import type { Explained } from './explanation.ts'

export const ExplanationNode = builder.objectRef<NodeOf & Explained>('ExplanationNode')

ExplanationNode.implement({
  description: 'One condition of the rule, as it stands on the day. 条件。',
  fields: (t) => ({
    label: t.exposeString('label', { description: 'The condition in words. 表述。' }),
    holds: t.expose('holds', { type: Holds, description: 'Whether it holds on the day. 是否成立。' }),
    since: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day of the run of days around the day asked; null: since ever. 起。',
      resolve: ({ since }) => (since === null ? null : dayTextOrNull(since)),
    }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day after that run; null: no end. 止。',
      resolve: ({ until }) => (until === null ? null : dayTextOrNull(until)),
    }),
    counted: t.field({
      type: [Counted],
      description: 'Assignments it counts. 计入的任职。',
      resolve: ({ counted, of, elsewhere }) =>
        counted.map(({ assignment, from, to }) => {
          const root = elsewhere?.get(assignment) ?? of.root
          return { kind: 'assignment' as const, id: assignment, from, to, of: { ...of, root } }
        }),
    }),
    arithmetic: t.exposeString('arithmetic', {
      description: 'The reckoning in words; empty where there is none. 计算过程。',
    }),
    children: t.intList({
      description: 'Indexes of its parts in the list of nodes. 子条件序号。',
      resolve: (n) => [...n.children],
    }),
  }),
})
