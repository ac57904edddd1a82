import { type Change, dayText, dayTextOrNull, type Installation, type Standing as StandingOf } from '../policy/index.ts'
import { builder } from './builder.ts'
import { keyParts } from './key-label.ts'
import { ChangeKind } from './policy-words.ts'
import type { RowKey } from './row-loader.ts'
import { installedRule, Rule } from './rule.ts'
import { Standing, type StandingTold } from './standing.ts'
import { StayKey } from './stay-key.ts'

/** A difference between what we would have said then and what we say now. */
interface ReplayChangeSeen {
  readonly change: Change
  /** What names the rule: of now, where the rule still says it, else of then. */
  readonly installations: readonly Installation[]
  readonly of: RowKey
}

export const ReplayChange = builder.objectRef<ReplayChangeSeen>('ReplayChange')

const toldOf = (standing: StandingOf | null): StandingTold | null =>
  standing && {
    ...standing,
    since: dayText(standing.since),
    from: dayText(standing.from),
    dueBy: dayTextOrNull(standing.dueBy ?? Infinity),
  }

ReplayChange.implement({
  description: 'How what we say of one rule and stay differs: from then to now. 与现在认定的差异。',
  fields: (t) => ({
    change: t.field({ type: ChangeKind, description: 'Which way. 变化种类。', resolve: ({ change }) => change.kind }),
    rule: t.field({
      type: Rule,
      description: 'The rule. 规则。',
      resolve: ({ change, installations }) => installedRule(installations, change.rule),
    }),
    key: t.field({
      type: StayKey,
      description: 'The stay it is about; empty when it is the person as such. 所涉连续任职。',
      resolve: async ({ change, installations, of }, _args, context) => {
        const { rule } = installedRule(installations, change.rule)
        return { parts: await keyParts(context, rule.kind === 'rotation' ? rule.per : [], change.key, of) }
      },
    }),
    before: t.field({
      type: Standing,
      nullable: true,
      description: 'As we would have said then; null: nothing. 当时的认定。',
      resolve: ({ change }) => toldOf(change.before),
    }),
    after: t.field({
      type: Standing,
      nullable: true,
      description: 'As we say now; null: nothing. 现在的认定。',
      resolve: ({ change }) => toldOf(change.after),
    }),
  }),
})
