import { dueOn } from '../db/queries/due-page.ts'
import { countedOf } from '../db/queries/finding-store.ts'
import { asOfArgs, policyAtArg, readAt, within } from './as-of.ts'
import { explainedLoader } from './bench.ts'
import { builder } from './builder.ts'
import { Counted } from './counted.ts'
import { Effect, FindingStatus, Scope } from './enums.ts'
import { Explanation } from './explanation.ts'
import { bookOf, type FindingSeen, hearingOf } from './finding-book.ts'
import { findingNearToday, isBinding, restatedBy, ruleOf, statusRun } from './finding-loader.ts'
import { localId } from './global-id.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { keyParts } from './key-label.ts'
import { globalNeed, Need } from './need.ts'
import { cursorOf, lengthOf, type PageArgs, pageArgs, pageOf } from './page.ts'
import { Person, personLoader } from './person.ts'
import { rowKey } from './row-loader.ts'
import { Rule } from './rule.ts'
import { StayKey } from './stay-key.ts'

export const Finding = builder.objectRef<FindingSeen>('Finding')
export const FindingConnection = builder.connectionObject({ type: Finding, name: 'FindingConnection' })

builder.node(Finding, {
  description: 'What a rule says of a person on the days it possibly binds, as it stands on one of them. 认定。',
  id: { resolve: localId },
  loadOne: (id, context) => findingNearToday(context, id),
  fields: (t) => ({
    on: t.field({ type: 'Date', description: 'The day this answer speaks of. 所问之日。', resolve: ({ at }) => at.on }),
    rule: t.field({
      type: Rule,
      description: 'The rule. 规则。',
      resolve: (finding, _args, context) => ruleOf(context, finding),
    }),
    restates: t.field({
      type: [Rule],
      description: 'Superior rules that say the same and are shown with this one. 一并认定的上位规则。',
      resolve: (finding, _args, context) => restatedBy(context, finding),
    }),
    person: t.field({
      type: Person,
      description: 'Of whom. 人员。',
      resolve: (finding, _args, context) => context.named(personLoader, hearingOf(finding)),
    }),
    binding: t.boolean({
      description:
        'True for the one finding of that person that counts on that day: what surely binds before what may, the strictest first. 是否为当日最严格的一项。',
      resolve: (finding, _args, context) => isBinding(context, finding),
    }),
    status: t.expose('status', { type: FindingStatus, description: 'How the duty stands on the day. 认定状态。' }),
    statusSince: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day of this status. 本状态起始日。',
      resolve: async (finding, _args, context) => (await statusRun(context, finding)).since,
    }),
    statusUntil: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day after this status; null while it lasts. 本状态终止日。',
      resolve: async (finding, _args, context) => (await statusRun(context, finding)).until,
    }),
    since: t.expose('since', {
      type: 'Date',
      description: 'First day of the duty: it surely binds, or possibly, when UNDETERMINED. 义务起始日。',
    }),
    until: t.expose('until', {
      type: 'Date',
      nullable: true,
      description: 'First day it no longer binds; null while open. 义务终止日。',
    }),
    dueBy: t.expose('dueBy', {
      type: 'Date',
      nullable: true,
      description: 'Deadline, counted from the day it surely binds; null where the rule sets none. 办理期限。',
    }),
    key: t.field({
      type: StayKey,
      description: 'The stay it is about; empty when it is the person as such. 所涉连续任职。',
      resolve: async (finding, _args, context) => {
        const { rule } = await ruleOf(context, finding)
        return {
          parts: await keyParts(context, rule.kind === 'rotation' ? rule.per : [], finding.key, hearingOf(finding)),
        }
      },
    }),
    counted: t.field({
      type: [Counted],
      description: 'Facts it counts. 计入的事实。',
      resolve: (finding) => finding.counted.map((row) => ({ ...countedOf(row), of: hearingOf(finding) })),
    }),
    needs: t.field({
      type: [Need],
      description: 'When UNDETERMINED: what would settle it. 待补充的事实。',
      resolve: async (finding, _args, context) => {
        if (finding.status !== 'UNDETERMINED') return []
        const explained = await context.load(explainedLoader, hearingOf(finding))
        const found = explained.find((e) => e.finding.id === finding.id)
        return found?.needs.map((need) => globalNeed(need, finding.root)) ?? []
      },
    }),
    explanation: t.field({
      type: Explanation,
      nullable: true,
      description: 'Why; null when the facts of that moment no longer lead there. 认定理由。',
      resolve: async (finding, _args, context) => {
        const of = hearingOf(finding)
        const explained = await context.load(explainedLoader, of)
        const found = explained.find((e) => e.finding.id === finding.id)
        return found === undefined ? null : { ...found.explanation, of }
      },
    }),
  }),
})

builder.objectField(Person, 'findings', (t) =>
  t.field({
    type: [Finding],
    description:
      'What binds the person on the day, strictest first. Days without a policy answer nothing: see `policyOnFile` of the authority. 认定。',
    args: {
      ...asOfArgs(t.arg),
      policyAt: policyAtArg(t.arg),
      rule: t.arg.string({ description: 'Only of this rule: its full id, or its id in the catalogue. 规则。' }),
    },
    resolve: async (person, { rule, policyAt, ...args }, context) => {
      const policy = policyAt ? { policyAt, shadow: null } : undefined
      const key = { ...rowKey(person, within(person.at, args)), rule: rule ?? null, ...(policy && { policy }) }
      return [...(await bookOf(key).findings(context, key))]
    },
  }),
)

builder.objectField(Jurisdiction, 'findings', (t) =>
  t.field({
    type: FindingConnection,
    description:
      'Who is bound by what on the day: strictest first, then by first day and id. Days without a policy answer nothing: see `policyOnFile`. 应交流名单。',
    args: {
      ...asOfArgs(t.arg),
      scope: t.arg({
        type: Scope,
        defaultValue: 'OWN',
        description: 'Managed exactly here, or here and below. 管理范围。',
      }),
      effects: t.arg({ type: [Effect], description: 'Only of these; default all. 规范强度。' }),
      status: t.arg({ type: [FindingStatus], description: 'Only so standing; default all. 认定状态。' }),
      ...pageArgs(t.arg),
    },
    resolve: async (jurisdiction, args, context) => {
      const at = within(jurisdiction.at, args)
      const search = {
        authority: jurisdiction.code,
        scope: args.scope ?? 'OWN',
        effects: args.effects ?? null,
        status: args.status ?? null,
      }
      const page = { limit: lengthOf(args) + 1, after: placeOf(args) }
      const rows = await context.read((tx) => dueOn(tx, search, at, page))
      for (const { person } of rows)
        if (person !== null) context.give(personLoader, rowKey(person, at), readAt(person, at))
      const found = pageOf(
        rows.map(({ finding }) => readAt(finding, at)),
        args,
        ({ effectRank, since, id }) => [effectRank, since, id],
      )
      return { ...found, asked: { code: jurisdiction.code, knownAt: at.knownAt } }
    },
  }),
)

/** Where in the list of the due a page starts. */
const placeOf = (args: PageArgs): { readonly rank: number; readonly since: string; readonly id: string } | null => {
  const cursor = cursorOf(args, ['number', 'day', 'id'])
  return cursor === null ? null : { rank: Number(cursor[0]), since: String(cursor[1]), id: String(cursor[2]) }
}
