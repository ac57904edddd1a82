import { type PostVersionRow, postHistories } from '../db/queries/posts.ts'
import type { Seen } from './as-of.ts'
import { builder } from './builder.ts'
import { Duty, Level, Seat } from './enums.ts'
import { listLoader, rowKey } from './row-loader.ts'
import { Unit, unitLoader } from './unit.ts'

type PostVersionSeen = PostVersionRow & { readonly root: number } & Seen

export const postHistoryLoader = listLoader('byRecord', (tx, refs, { knownAt }) => postHistories(tx, refs, knownAt))

export const PostVersion = builder.objectRef<PostVersionSeen>('PostVersion')

PostVersion.implement({
  description: 'What a post was, from one day to another. 职位沿革。',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Title. 职务名称。' }),
    level: t.expose('level', { type: Level, nullable: true, description: 'Null: not known. 职务层次。' }),
    leading: t.exposeBoolean('leading', { nullable: true, description: 'Null: not known. 是否领导职务。' }),
    seats: t.field({ type: [Seat], description: 'Seats it was. 席位。', resolve: (version) => [...version.seats] }),
    duties: t.field({
      type: [Duty],
      description: 'Duty tags. 岗位职责标签。',
      resolve: (version) => [...version.duties],
    }),
    business: t.stringList({ description: 'Lines of business. 业务。', resolve: (version) => [...version.business] }),
    validFrom: t.expose('from', { type: 'StatedDay', nullable: true, description: 'So since; null: since ever. 起。' }),
    validTo: t.expose('to', { type: 'StatedDay', nullable: true, description: 'First day no longer so. 止。' }),
    unit: t.field({
      type: Unit,
      description: 'Unit it belonged to. 所在单位。',
      resolve: ({ root, unitId, at }, _args, context) => context.named(unitLoader, rowKey({ root, id: unitId }, at)),
    }),
  }),
})
