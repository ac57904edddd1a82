import { subtreeOf } from '../db/divisions.ts'
import type { ConflictSide as SideOf } from '../db/queries/conflict-day.ts'
import { conflictsIn } from '../db/queries/conflicts.ts'
import { asOfArgs, readAt, type Seen, within } from './as-of.ts'
import { builder } from './builder.ts'
import {
  type ConflictSeen,
  conflictExplanationLoader,
  conflictNearToday,
  conflictsOfPeopleLoader,
  conflictsOfUnitsLoader,
  historyLoader,
  restatedWith,
  seenFrom,
  triageLoader,
  veiledId,
} from './conflict-loader.ts'
import { ConflictStatus, Effect, KinClass, KinPattern, PostRelation, Scope } from './enums.ts'
import { Explanation } from './explanation.ts'
import { familyOf } from './family.ts'
import { ruleOf } from './finding-loader.ts'
import { localId } from './global-id.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { KinStep } from './kin.ts'
import { cursorOf, lengthOf, type PageArgs, pageArgs, pageOf } from './page.ts'
import { Person, personLoader } from './person.ts'
import { Post, postLoader } from './post.ts'
import { rowKey } from './row-loader.ts'
import { Rule } from './rule.ts'
import { Triage } from './triage.ts'
import { Unit } from './unit.ts'

export const Conflict = builder.objectRef<ConflictSeen>('Conflict')
export const ConflictConnection = builder.connectionObject({ type: Conflict, name: 'ConflictConnection' })
const ConflictSide = builder.objectRef<SideOf & Seen>('ConflictSide')
const ConflictKin = builder.objectRef<ConflictSeen>('ConflictKin')

ConflictSide.implement({
  description: 'One of the two, and the post in which they stand against the other. 一方。',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'Who. 人员。',
      resolve: ({ person, at }, _args, context) => context.named(personLoader, rowKey(person, at)),
    }),
    post: t.field({
      type: Post,
      description: 'In which post. 职位。',
      resolve: ({ post, at }, _args, context) => context.named(postLoader, rowKey(post, at)),
    }),
  }),
})

ConflictKin.implement({
  description: 'The tie of the two that proves the conflict best, read from the first of them. 亲属关系。',
  fields: (t) => ({
    class: t.field({
      type: KinClass,
      description: 'Class of relatives; NOTED: a tie outside the four, of which a rule only warns. 亲属类别。',
      resolve: ({ kin }) => kin.class ?? 'NOTED',
    }),
    pattern: t.field({
      type: KinPattern,
      nullable: true,
      description: 'How it is derived; null for readers without family data. 推定方式。',
      resolve: ({ kin }, _args, { sees }) => (sees.family ? kin.pattern : null),
    }),
    path: t.field({
      type: [KinStep],
      nullable: true,
      description: 'The ties that prove it, from the first side outward; null for readers without family data. 路径。',
      resolve: ({ kin, at }, _args, { sees }) =>
        sees.family ? kin.path.map(({ tie, to, root }) => ({ tie, to, at, refOf: () => ({ root, id: to }) })) : null,
    }),
  }),
})

builder.node(Conflict, {
  description:
    'Two relatives whom a rule bars from the two posts they hold, as it stands on one of its days. No exemption waives it. 回避情形。',
  id: { resolve: (conflict, _args, { sees }) => (sees.family ? localId(conflict) : veiledId(conflict)) },
  loadOne: (id, context) => familyOf(context, () => conflictNearToday(context, id)),
  fields: (t) => ({
    on: t.field({ type: 'Date', description: 'The day this answer speaks of. 所问之日。', resolve: ({ at }) => at.on }),
    rule: t.field({
      type: Rule,
      description: 'The rule. 规则。',
      resolve: (conflict, _args, context) => ruleOf(context, conflict),
    }),
    restates: t.field({
      type: [Rule],
      description: 'Superior rules that say the same and are shown with this one. 一并认定的上位规则。',
      resolve: (conflict, _args, context) => restatedWith(context, conflict),
    }),
    sides: t.field({
      type: [ConflictSide],
      nullable: { list: false, items: true },
      description:
        'The two; whoever leads first. For readers without family data the relative of the one asked about is null. 双方。',
      resolve: ({ sides, about, at }, _args, { sees }) =>
        sides.map((side) => (sees.family || side === about ? { ...side, at } : null)),
    }),
    kin: t.field({
      type: ConflictKin,
      description: 'How they are related. 亲属关系。',
      resolve: (conflict) => conflict,
    }),
    postRelation: t.expose('relation', { type: PostRelation, description: 'How their posts stand. 职务关系。' }),
    status: t.expose('status', { type: ConflictStatus, description: 'Whether it is certain on the day. 情形状态。' }),
    since: t.expose('since', {
      type: 'Date',
      description: 'First day it surely stands, or possibly, when UNDETERMINED. 起始日。',
    }),
    until: t.expose('until', {
      type: 'Date',
      nullable: true,
      description: 'First day it no longer stands; null while open. 终止日。',
    }),
    triage: t.field({
      type: Triage,
      nullable: true,
      description: 'The decision that stands on it; null: none yet. 现行处置。',
      resolve: (conflict, _args, context) => context.load(triageLoader, conflict),
    }),
    triages: t.field({
      type: [Triage],
      description: 'Every decision on it, the latest first. 历次处置。',
      resolve: async (conflict, _args, context) => {
        const [now, all] = await Promise.all([
          context.load(triageLoader, conflict),
          context.load(historyLoader, rowKey(conflict, conflict.at)),
        ])
        return all.map((row) => ({ ...row, reopened: row.id === now?.id ? now.reopened : null }))
      },
    }),
    explanation: t.field({
      type: Explanation,
      nullable: true,
      description: 'Why; null when the facts of that moment no longer lead there. 认定理由。',
      resolve: async (conflict, _args, context) => {
        const naming = context.sees.family ? 'full' : 'veiled'
        const about = conflict.about.person.id
        const told = await context.load(conflictExplanationLoader, { conflict, naming, about })
        const elsewhere = new Map(conflict.sides.map(({ assignment, person }) => [assignment, person.root]))
        return told === null ? null : { ...told, of: rowKey(conflict.sides[0].person, conflict.at), elsewhere }
      },
    }),
  }),
})

builder.objectField(Person, 'conflicts', (t) =>
  t.field({
    type: [Conflict],
    description:
      'Conflicts the person is in on the day, strictest first. Days without a policy answer nothing: see `policyOnFile` of the authority. 回避情形。',
    args: asOfArgs(t.arg),
    resolve: async (person, args, context) => {
      const found = await context.load(conflictsOfPeopleLoader, rowKey(person, within(person.at, args)))
      return found.map((conflict) => seenFrom(conflict, (side) => side.person.id === person.id))
    },
  }),
)

builder.objectField(Unit, 'conflicts', (t) =>
  t.field({
    type: [Conflict],
    description:
      'Conflicts of those who hold its posts on the day, strictest first; those of its internal units are asked of these. 回避情形。',
    args: asOfArgs(t.arg),
    resolve: async (unit, args, context) => {
      const at = within(unit.at, args)
      const found = await context.load(conflictsOfUnitsLoader, rowKey(unit, at))
      return Promise.all(
        found.map(async (conflict) => {
          const posts = await Promise.all(
            conflict.sides.map(({ post }) => context.load(postLoader, rowKey(post, conflict.at))),
          )
          const here = new Set(posts.flatMap((post) => (post?.unitId === unit.id ? post.id : [])))
          return seenFrom(conflict, ({ post }) => here.has(post.id))
        }),
      )
    },
  }),
)

builder.objectField(Jurisdiction, 'conflicts', (t) =>
  t.field({
    type: ConflictConnection,
    description:
      'Conflicts of which either side is managed here, on the day: strictest first, then by first day and id. Days without a policy answer nothing: see `policyOnFile`. 回避清单。',
    args: {
      ...asOfArgs(t.arg),
      scope: t.arg({
        type: Scope,
        defaultValue: 'OWN',
        description: 'Managed exactly here, or here and below. 管理范围。',
      }),
      effects: t.arg({ type: [Effect], description: 'Only of these; default all. 规范强度。' }),
      status: t.arg({ type: [ConflictStatus], description: 'Only so standing; default all. 情形状态。' }),
      ...pageArgs(t.arg),
    },
    resolve: async (jurisdiction, args, context) => {
      const at = within(jurisdiction.at, args)
      const scope = args.scope ?? 'OWN'
      const search = {
        ...{ authority: jurisdiction.code, scope, status: args.status ?? null },
        effects:
          args.effects?.filter((effect) => effect === 'MUST_NOT' || effect === 'GENERALLY_NOT' || effect === 'WARN') ??
          null,
      }
      const isHere = liesIn(jurisdiction.code, scope)
      const read = async (limit: number, after: Place | null) => {
        const rows = await context.read((tx) => conflictsIn(tx, search, at, { limit, after }))
        return rows.map((row) => seenFrom(readAt(row, at), ({ authority }) => isHere(authority)))
      }
      const found = context.sees.family ? await openPage(args, read) : await veiledPage(args, read)
      return { ...found, asked: { code: jurisdiction.code, knownAt: at.knownAt } }
    },
  }),
)

const liesIn = (code: string, scope: 'OWN' | 'SUBTREE'): ((authority: string) => boolean) => {
  if (scope === 'OWN') return (authority) => authority === code
  const { from, below } = subtreeOf(code)
  return (authority) => Number(authority) >= from && Number(authority) < below
}

/** Where in the list a page starts. */
interface Place {
  readonly rank: number
  readonly since: string
  readonly id: string
}

type ReadPage = (limit: number, after: Place | null) => Promise<readonly ConflictSeen[]>

const openPage = async (args: PageArgs, read: ReadPage) => {
  const cursor = cursorOf(args, ['number', 'day', 'id'])
  const after = cursor && { rank: Number(cursor[0]), since: String(cursor[1]), id: String(cursor[2]) }
  return pageOf(await read(lengthOf(args) + 1, after), args, ({ effectRank, since, id }) => [effectRank, since, id])
}

/** A cursor that bears the id would tell that a conflict of one place and one of another are the same: here it is a number. */
const veiledPage = async (args: PageArgs, read: ReadPage) => {
  const shown = Math.max(0, Number(cursorOf(args, ['number'])?.[0] ?? 0))
  const rows = (await read(shown + lengthOf(args) + 1, null)).slice(shown)
  const places = new Map(rows.map((row, i) => [row, shown + i + 1]))
  return pageOf(rows, args, (row) => [places.get(row) ?? shown])
}
