import { brandWithType } from '@pothos/core'
import { type Outcome, type SubjectRef, type ToldChange, told } from '../acts/moves/outcome.ts'
import { dayText } from '../policy/index.ts'
import { type Seen, seenAt } from './as-of.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { CheckStatus, CheckVerdict, RuleKind } from './enums.ts'
import { ruleOf } from './finding-loader.ts'
import { familyWithheld, LaterFact, LaterPolicy } from './later-fact.ts'
import { laterFactsLoader, laterPoliciesLoader } from './later-loader.ts'
import { Person, type PersonSeen, personLoader } from './person.ts'
import { type RowKey, rowKey } from './row-loader.ts'
import { Rule } from './rule.ts'
import { Team, type TeamSeen, teamLoader } from './team.ts'

/** A change, seen on the day of the first move. */
type ChangeSeen = ToldChange & Seen

/** What a check came to, by what we knew and had installed at two moments. */
export interface OutcomeSeen extends Outcome, Seen {
  readonly policyAt: string | null
}

export const CheckExplanation = builder.objectRef<{ readonly text: string }>('CheckExplanation')
export const CheckChange = builder.objectRef<ChangeSeen>('CheckChange')
export const CheckOutcome = builder.objectRef<OutcomeSeen>('CheckOutcome')

CheckExplanation.implement({
  description: 'Why something begins or ends. 理由。',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'A paragraph to paste into a file. 可直接归档的说明。' }),
  }),
})

/** The person or team, as a node of its own kind. */
const nodeOf = async ({ type, root, id }: SubjectRef, { at }: Seen, context: Context) => {
  const loader = type === 'Person' ? personLoader : teamLoader
  const node = { ...(await context.named<RowKey, PersonSeen | TeamSeen>(loader, rowKey({ root, id }, at))) }
  brandWithType(node, type === 'Person' ? Person : Team)
  return node
}

CheckChange.implement({
  description: 'Something that begins or ends if the moves are made. 变化事项。',
  fields: (t) => ({
    rule: t.field({
      type: Rule,
      description: 'Under which rule. 规则。',
      resolve: ({ rule, digest }, _args, context) => ruleOf(context, { rule, pluginDigest: digest }),
    }),
    kind: t.expose('kind', { type: RuleKind, description: 'Kind of that rule. 规则种类。' }),
    status: t.expose('status', { type: CheckStatus, description: 'For sure, or only possibly. 是否确定。' }),
    since: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day: of what begins, the first that is new; null: since ever. 起。',
      resolve: ({ since }) => (since === null ? null : dayText(since)),
    }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day no longer: of what ends, the day it ends; null: open. 止。',
      resolve: ({ until }) => (until === null ? null : dayText(until)),
    }),
    subject: t.string({
      description:
        'Whom or what it is about, as a sentence; a relative is named to those who may read family data. 涉及对象。',
      resolve: (change) => told(change).subject,
    }),
    subjects: t.field({
      type: [builder.nodeInterfaceRef()],
      description: 'The people or teams it is about: `Person`, `Team`. 涉及的人员或班子。',
      resolve: (change, _args, context) =>
        Promise.all(told(change).subjects.map((subject) => nodeOf(subject, change, context))),
    }),
    explanation: t.field({
      type: CheckExplanation,
      description: 'Why. 理由。',
      resolve: (change) => ({ text: told(change).explain() }),
    }),
  }),
})

CheckOutcome.implement({
  description:
    'What would begin and end if moves were made, and whether they may be. Nothing is written. 调动核对结果。',
  fields: (t) => ({
    verdict: t.expose('verdict', { type: CheckVerdict, description: 'Whether they may be made. 结论。' }),
    policyOnFile: t.exposeBoolean('policyOnFile', {
      description:
        'False when no policy on file governs some move on its day: then that nothing bars it does not mean that it is allowed. 是否有适用的政策。',
    }),
    begins: t.field({
      type: [CheckChange],
      description: 'What would begin, gravest first. 将产生。',
      resolve: ({ begins, at }) => begins.map((change) => ({ ...change, at })),
    }),
    ends: t.field({
      type: [CheckChange],
      description: 'What would end, gravest first. 将消除。',
      resolve: ({ ends, at }) => ends.map((change) => ({ ...change, at })),
    }),
    laterFacts: t.field({
      type: [LaterFact],
      description:
        'What was recorded of those who move later than `knownAt`, mover by mover; ties of kinship to those who may read the family class. 后来记录的事实。',
      resolve: async ({ movers, at }, _args, context) => {
        const seesFamily = context.sees.family
        const found = movers.map((ref) => context.load(laterFactsLoader, { ...rowKey(ref, at), seesFamily }))
        return (await Promise.all(found)).flat()
      },
    }),
    familyWithheld: t.boolean({
      description: familyWithheld,
      resolve: (_outcome, _args, { sees }) => !sees.family,
    }),
    laterPolicies: t.field({
      type: [LaterPolicy],
      description:
        'Policies by which the moves are judged that were installed, replaced or ended later than `policyAt`, in that order. 后来安装或变动的政策。',
      resolve: async ({ chains, policyAt, at }, _args, context) => {
        if (policyAt === null) return []
        const later = await context.load(laterPoliciesLoader, policyAt)
        return later.filter(({ jurisdiction }) => chains.has(jurisdiction)).map((policy) => seenAt(policy, at))
      },
    }),
  }),
})
