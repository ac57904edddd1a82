import type { AsOf, RowRef } from '../db/queries/as-of.ts'
import { holdersOf, incumbentsOf } from '../db/queries/careers.ts'
import { type PostRow, postsAt, postsByCode, postsOf, searchPosts } from '../db/queries/posts.ts'
import { asOf, asOfArgs, knownAtArg, type Seen, seenAt, within } from './as-of.ts'
import { Assignment } from './assignment.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { Category, Duty, Level, Seat } from './enums.ts'
import { localId, parseLocalId } from './global-id.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { jurisdictionOf } from './jurisdiction-loader.ts'
import { oneOf } from './one-of.ts'
import { codeCursor, codePage, type PageArgs, pageArgs, pageOf } from './page.ts'
import { PostVersion, postHistoryLoader } from './post-version.ts'
import { listLoader, pageLoader, rowKey, rowLoader } from './row-loader.ts'
import { Team, teamLoader } from './team.ts'
import { Unit, unitLoader } from './unit.ts'

/** A post, and the moment it is seen at. */
export type PostSeen = PostRow & Seen

export const postLoader = rowLoader('byDay', postsAt)
const incumbentsLoader = listLoader('byDay', incumbentsOf)
const holdersLoader = listLoader('byRecord', (tx, refs, { knownAt }) => holdersOf(tx, refs, knownAt))
const ofUnitLoader = pageLoader(postLoader, (tx, refs, at, page) => postsOf(tx, 'unit', refs, at, page))
const ofTeamLoader = pageLoader(postLoader, (tx, refs, at, page) => postsOf(tx, 'team', refs, at, page))

export const Post = builder.objectRef<PostSeen>('Post')
export const PostConnection = builder.connectionObject({ type: Post, name: 'PostConnection' })

export const postsOfUnit = async (context: Context, unit: RowRef, at: AsOf, args: PageArgs) =>
  pageOf(await context.load(ofUnitLoader, { ...rowKey(unit, at), ...codePage(args) }), args, codeCursor)

export const postsOfTeam = async (context: Context, team: RowRef, at: AsOf, args: PageArgs) =>
  pageOf(await context.load(ofTeamLoader, { ...rowKey(team, at), ...codePage(args) }), args, codeCursor)

builder.node(Post, {
  description: 'A post, whether or not someone holds it, as it was on a day. 职位。',
  id: { resolve: localId },
  loadOne: async (id, context) => {
    const ref = parseLocalId(id)
    return ref === null ? null : context.load(postLoader, rowKey(ref, await asOf({}, context)))
  },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Number its jurisdiction gave it. 职位代码。' }),
    title: t.exposeString('title', { description: 'Title on the day. 职务名称。' }),
    level: t.expose('level', { type: Level, nullable: true, description: 'Null: not known. 职务层次。' }),
    leading: t.exposeBoolean('leading', { nullable: true, description: 'Null: not known. 是否领导职务。' }),
    seats: t.field({ type: [Seat], description: 'Seats it is. 席位。', resolve: (post) => [...post.seats] }),
    duties: t.field({ type: [Duty], description: 'Duty tags. 岗位职责标签。', resolve: (post) => [...post.duties] }),
    business: t.stringList({ description: 'Lines of business. 业务。', resolve: (post) => [...post.business] }),
    category: t.expose('category', { type: Category, nullable: true, description: 'Null: not known. 人员类别。' }),
    quota: t.exposeInt('quota', { description: 'How many may hold it at once. 职数。' }),
    validFrom: t.expose('from', { type: 'StatedDay', nullable: true, description: 'So since; null: since ever. 起。' }),
    validTo: t.expose('to', { type: 'StatedDay', nullable: true, description: 'First day no longer so. 止。' }),
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Jurisdiction that numbers it. 辖区。',
      resolve: (post, _args, context) => jurisdictionOf(context, post.jurisdiction, post.at),
    }),
    authority: t.field({
      type: Jurisdiction,
      description: 'Jurisdiction that manages it. 管理权限所在辖区。',
      resolve: (post, _args, context) => jurisdictionOf(context, post.authority ?? post.jurisdiction, post.at),
    }),
    unit: t.field({
      type: Unit,
      description: 'Unit it belongs to. 所在单位。',
      resolve: ({ root, unitId, at }, _args, context) => context.named(unitLoader, rowKey({ root, id: unitId }, at)),
    }),
    team: t.field({
      type: Team,
      nullable: true,
      description: 'Leading team it is a seat of. 班子。',
      resolve: ({ root, teamId, at }, _args, context) =>
        teamId === null ? null : context.load(teamLoader, rowKey({ root, id: teamId }, at)),
    }),
    reportsTo: t.field({
      type: Post,
      nullable: true,
      description: 'Post it reports to, where the file names one. 直接上级职位。',
      resolve: ({ root, reportsTo, at }, _args, context) =>
        reportsTo === null ? null : context.load(postLoader, rowKey({ root, id: reportsTo }, at)),
    }),
    incumbents: t.field({
      type: [Assignment],
      description: 'Who holds it on the day. 现任。',
      args: asOfArgs(t.arg),
      resolve: (post, args, context) => context.load(incumbentsLoader, rowKey(post, within(post.at, args))),
    }),
    holders: t.field({
      type: [Assignment],
      description: 'Everyone who ever held it, earliest first. 历任。',
      args: { knownAt: knownAtArg(t.arg) },
      resolve: (post, args, context) => context.load(holdersLoader, rowKey(post, within(post.at, args))),
    }),
    history: t.field({
      type: [PostVersion],
      description: 'How it changed, oldest first. 沿革。',
      resolve: (post, _args, context) => context.load(postHistoryLoader, rowKey(post, post.at)),
    }),
  }),
})

builder.queryFields((t) => ({
  post: t.field({
    type: Post,
    nullable: true,
    description: 'The post with this code. 按代码查职位。',
    args: {
      code: t.arg.string({ required: true, description: 'Its code. 职位代码。' }),
      at: t.arg.string({ description: 'Jurisdiction that numbers it, when the code alone is ambiguous. 辖区代码。' }),
      ...asOfArgs(t.arg),
    },
    resolve: async (_root, { code, at, ...args }, context) => {
      const seen = await asOf(args, context)
      const rows = await context.read((tx) => postsByCode(tx, code, at ?? null, seen))
      const post = oneOf(rows, code, (row) => row.jurisdiction)
      return post === null ? null : seenAt(post, seen)
    },
  }),
  posts: t.field({
    type: PostConnection,
    description: 'Posts by place, title, level, duty or beginning of the code. 查找职位。',
    args: {
      jurisdiction: t.arg.string({ description: 'Code of the jurisdiction. 辖区代码。' }),
      code: t.arg.string({ description: 'Beginning of the code. 代码前缀。' }),
      title: t.arg.string({ description: 'Part of the title. 职务名称中的文字。' }),
      level: t.arg({ type: Level, description: 'Duty level. 职务层次。' }),
      leading: t.arg.boolean({ description: 'Leading posts, or the others. 是否领导职务。' }),
      duty: t.arg({ type: Duty, description: 'One of its duties. 岗位职责。' }),
      ...asOfArgs(t.arg),
      ...pageArgs(t.arg),
    },
    resolve: async (_root, args, context) => {
      const at = await asOf(args, context)
      const rows = await context.read((tx) => searchPosts(tx, args, at, codePage(args)))
      return pageOf(
        rows.map((row) => seenAt(row, at)),
        args,
        codeCursor,
      )
    },
  }),
}))
