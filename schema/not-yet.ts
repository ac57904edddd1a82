import { day, dayTextOrNull, type NotYet as NotYetOf, notYet } from '../policy/index.ts'
import { asOfArgs, within } from './as-of.ts'
import { hearingLoader } from './bench.ts'
import { builder } from './builder.ts'
import { Person } from './person.ts'
import { rowKey } from './row-loader.ts'
import { installedRule, Rule, type RuleInPlugin } from './rule.ts'

export const NotYet = builder.objectRef<{ readonly answer: NotYetOf; readonly rule: RuleInPlugin }>('NotYet')

NotYet.implement({
  description: 'A rule that does not bind on the day, and the day it would. 尚未到期的规则。',
  fields: (t) => ({
    rule: t.field({ type: Rule, description: 'The rule. 规则。', resolve: ({ rule }) => rule }),
    firstDay: t.field({
      type: 'Date',
      nullable: true,
      description: 'First later day it would bind; null: never, while the facts stay as they are. 首个到期日。',
      resolve: ({ answer: { firstDay } }) => (firstDay === null ? null : dayTextOrNull(firstDay)),
    }),
    because: t.string({ description: 'Why not now, in words. 原因。', resolve: ({ answer }) => answer.because }),
  }),
})

builder.objectField(Person, 'notYet', (t) =>
  t.field({
    type: [NotYet],
    description:
      'What does not bind the person on the day, and the day it would; a day before any policy is no day without a duty: see `policyOnFile` of the authority. 尚未到期的规则。',
    args: asOfArgs(t.arg),
    resolve: async (person, args, context) => {
      const at = within(person.at, args)
      const hearing = await context.load(hearingLoader, rowKey(person, at))
      if (hearing === null) return []
      const { judge } = hearing.bench
      const answers = notYet(judge, hearing.person, person.authority, day(at.on), context.language)
      return answers.map((answer) => ({ answer, rule: installedRule(judge.installations, answer.rule) }))
    },
  }),
)
