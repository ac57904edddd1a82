import { searchTeams, type TeamRow, type TermRow, teamsAt, teamsByCode, termsOf } from '../db/queries/teams.ts'
import { asOf, asOfArgs, type Seen, seenAt, within } from './as-of.ts'
import { builder } from './builder.ts'
import { TeamKind } from './enums.ts'
import { localId, parseLocalId } from './global-id.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { jurisdictionOf } from './jurisdiction-loader.ts'
import { oneOf } from './one-of.ts'
import { codeCursor, codePage, pageArgs, pageOf } from './page.ts'
import { PostConnection, postsOfTeam } from './post.ts'
import { listLoader, rowKey, rowLoader } from './row-loader.ts'
import { Unit, unitLoader } from './unit.ts'

/** A leading team, and the moment it is seen at. */
export type TeamSeen = TeamRow & Seen

export const teamLoader = rowLoader('byDay', teamsAt)
const termsLoader = listLoader('byRecord', (tx, refs, { knownAt }) => termsOf(tx, refs, knownAt))

export const Team = builder.objectRef<TeamSeen>('Team')
export const Term = builder.objectRef<TermRow>('Term')
export const TeamConnection = builder.connectionObject({ type: Team, name: 'TeamConnection' })

builder.node(Team, {
  description: 'Leading team of a jurisdiction or unit; its seats are posts. 班子。',
  id: { resolve: localId },
  loadOne: async (id, context) => {
    const ref = parseLocalId(id)
    return ref === null ? null : context.load(teamLoader, rowKey(ref, await asOf({}, context)))
  },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Number its jurisdiction gave it. 班子代码。' }),
    name: t.exposeString('name', { description: 'Name on the day. 名称。' }),
    kind: t.expose('kind', { type: TeamKind, description: 'Kind. 类别。' }),
    validFrom: t.expose('from', { type: 'StatedDay', nullable: true, description: 'So since; null: since ever. 起。' }),
    validTo: t.expose('to', { type: 'StatedDay', nullable: true, description: 'First day no longer so. 止。' }),
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Where it governs. 辖区。',
      resolve: (team, _args, context) => jurisdictionOf(context, team.jurisdiction, team.at),
    }),
    unit: t.field({
      type: Unit,
      nullable: true,
      description: 'Unit it leads; null for the team of a jurisdiction. 所在单位。',
      resolve: ({ root, unitId, at }, _args, context) =>
        unitId === null ? null : context.load(unitLoader, rowKey({ root, id: unitId }, at)),
    }),
    terms: t.field({
      type: [Term],
      description: 'Its numbered terms, oldest first. 届次。',
      resolve: (team, _args, context) => context.load(termsLoader, rowKey(team, team.at)),
    }),
    posts: t.field({
      type: PostConnection,
      description: 'Its seats. 席位。',
      args: { ...asOfArgs(t.arg), ...pageArgs(t.arg) },
      resolve: (team, args, context) => postsOfTeam(context, team, within(team.at, args), args),
    }),
  }),
})

Term.implement({
  description: 'A numbered term of a team. 届。',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Which one. 届数。' }),
    from: t.expose('from', { type: 'Date', description: 'First day. 起。' }),
    to: t.expose('to', { type: 'Date', nullable: true, description: 'First day after it; null while it runs. 止。' }),
  }),
})

builder.queryFields((t) => ({
  team: t.field({
    type: Team,
    nullable: true,
    description: 'The team with this code. 按代码查班子。',
    args: {
      code: t.arg.string({ required: true, description: 'Its code. 班子代码。' }),
      at: t.arg.string({ description: 'Jurisdiction that numbers it, when the code alone is ambiguous. 辖区代码。' }),
      ...asOfArgs(t.arg),
    },
    resolve: async (_root, { code, at, ...args }, context) => {
      const seen = await asOf(args, context)
      const rows = await context.read((tx) => teamsByCode(tx, code, at ?? null, seen))
      const team = oneOf(rows, code, (row) => row.jurisdiction)
      return team === null ? null : seenAt(team, seen)
    },
  }),
  teams: t.field({
    type: TeamConnection,
    description: 'Teams by place, name or kind. 查找班子。',
    args: {
      jurisdiction: t.arg.string({ description: 'Code of the jurisdiction. 辖区代码。' }),
      name: t.arg.string({ description: 'Part of the name. 名称中的文字。' }),
      kind: t.arg({ type: TeamKind, description: 'Kind. 类别。' }),
      ...asOfArgs(t.arg),
      ...pageArgs(t.arg),
    },
    resolve: async (_root, args, context) => {
      const at = await asOf(args, context)
      const rows = await context.read((tx) => searchTeams(tx, args, at, codePage(args)))
      return pageOf(
        rows.map((row) => seenAt(row, at)),
        args,
        codeCursor,
      )
    },
  }),
}))
