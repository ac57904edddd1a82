import { searchJurisdictions } from '../db/queries/jurisdictions.ts'
import { teamsIn } from '../db/queries/teams.ts'
import { asOf, asOfArgs, momentOf, readAt, type Seen, seenAt, within } from './as-of.ts'
import { builder } from './builder.ts'
import { DivisionLevel } from './enums.ts'
import {
  childrenOf,
  type JurisdictionSeen,
  jurisdictionOf,
  jurisdictionOrNull,
  loadJurisdiction,
} from './jurisdiction-loader.ts'
import { inGroups, type Loader } from './loading.ts'
import { cursorOf, lengthOf, pageArgs, pageOf } from './page.ts'
import { Team, type TeamSeen } from './team.ts'
import { UnitConnection, unitsInJurisdiction } from './unit.ts'

export const Jurisdiction = builder.objectRef<JurisdictionSeen>('Jurisdiction')
export const JurisdictionConnection = builder.connectionObject({ type: Jurisdiction, name: 'JurisdictionConnection' })

/** Teams of a jurisdiction, which has few. */
const teamsLoader: Loader<{ readonly code: string } & Seen, readonly TeamSeen[]> = {
  cacheKey: ({ code, at }) => `${code}@${momentOf(at)}`,
  batch: inGroups(
    ({ at }) => momentOf(at),
    async (keys, { read }) => {
      const at = keys[0]?.at
      if (at === undefined) return []
      const codes = keys.map(({ code }) => code)
      const lists = await read((tx) => teamsIn(tx, codes, at))
      return lists.map((rows) => rows.map((row) => readAt(row, at)))
    },
  ),
}

builder.node(Jurisdiction, {
  description: 'A node of the national division tree, keyed by its GB/T 2260 code. 辖区。',
  id: { resolve: ({ code }) => code },
  loadOne: async (code, context) => loadJurisdiction(context, code, await asOf({}, context)),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'GB/T 2260 code. 行政区划代码。' }),
    name: t.exposeString('name', {
      description: 'Name; where the code was removed, with what it is today: 惠阳市（今惠阳区）. 名称。',
    }),
    level: t.expose('level', { type: DivisionLevel, description: 'District and county are one level. 层级。' }),
    kind: t.exposeString('kind', { description: 'What the division is called in law: 市辖区, 县级市 … 建制。' }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'Exists since; null: since ever. 起。',
    }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'First day no longer; of a removed code, the first on which it surely was no more. 止。',
    }),
    parent: t.field({
      type: Jurisdiction,
      nullable: true,
      description: 'Directly above; null for the nation. 上级辖区。',
      resolve: ({ parent, at }, _args, context) => jurisdictionOrNull(context, parent, at),
    }),
    ancestors: t.field({
      type: [Jurisdiction],
      description: 'From the nation down to the parent. 各级上级。',
      resolve: ({ ancestors, at }, _args, context) =>
        Promise.all(ancestors.map((code) => jurisdictionOf(context, String(code), at))),
    }),
    children: t.field({
      type: [Jurisdiction],
      description: 'Directly below, in the order of their codes. 下级辖区。',
      resolve: ({ code, at }, _args, context) => childrenOf(context, code, at),
    }),
    units: t.field({
      type: UnitConnection,
      description: 'Units that lie here, internal units among them. 单位。',
      args: { ...asOfArgs(t.arg), ...pageArgs(t.arg) },
      resolve: ({ root, code, at }, args, context) =>
        unitsInJurisdiction(context, { root, id: code }, within(at, args), args),
    }),
    teams: t.field({
      type: [Team],
      description: 'Its leading teams. 领导班子。',
      args: asOfArgs(t.arg),
      resolve: ({ code, at }, args, context) => context.load(teamsLoader, { code, at: within(at, args) }),
    }),
  }),
})

builder.queryFields((t) => ({
  jurisdiction: t.field({
    type: Jurisdiction,
    nullable: true,
    description: 'The jurisdiction with this code. 按代码查辖区。',
    args: {
      code: t.arg.string({ required: true, description: 'GB/T 2260 code. 行政区划代码。' }),
      ...asOfArgs(t.arg),
    },
    resolve: async (_root, { code, ...args }, context) => loadJurisdiction(context, code, await asOf(args, context)),
  }),
  jurisdictions: t.field({
    type: JurisdictionConnection,
    description: 'Jurisdictions by name, level or parent. 查找辖区。',
    args: {
      name: t.arg.string({ description: 'Part of the name. 名称中的文字。' }),
      level: t.arg({ type: DivisionLevel, description: 'Level. 层级。' }),
      parent: t.arg.string({ description: 'Code of the one directly above. 上级辖区代码。' }),
      ...pageArgs(t.arg),
    },
    resolve: async (_root, args, context) => {
      const at = await asOf({}, context)
      const cursor = cursorOf(args, ['number'])
      const page = { limit: lengthOf(args) + 1, after: cursor === null ? null : String(cursor[0]) }
      const rows = await context.read((tx) => searchJurisdictions(tx, args, page))
      return pageOf(
        rows.map((row) => seenAt(row, at)),
        args,
        ({ code }) => [Number(code)],
      )
    },
  }),
}))
