import type { AsOf, RowRef } from '../db/queries/as-of.ts'
import {
  searchUnits,
  type UnitRow,
  type UnitVersionRow,
  unitHistories,
  unitsAt,
  unitsBelow,
  unitsByCode,
  unitsIn,
} from '../db/queries/units.ts'
import { asOf, asOfArgs, type Seen, seenAt, within } from './as-of.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { UnitKind } from './enums.ts'
import { localId, parseLocalId } from './global-id.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { jurisdictionOf } from './jurisdiction-loader.ts'
import { oneOf } from './one-of.ts'
import { codeCursor, codePage, type PageArgs, pageArgs, pageOf } from './page.ts'
import { PostConnection, postsOfUnit } from './post.ts'
import { listLoader, pageLoader, rowKey, rowLoader } from './row-loader.ts'

/** A unit, and the moment it is seen at. */
export type UnitSeen = UnitRow & Seen

export const unitLoader = rowLoader('byDay', unitsAt)
const belowLoader = pageLoader(unitLoader, unitsBelow)
const inJurisdictionLoader = pageLoader(unitLoader, unitsIn)
const historyLoader = listLoader('byRecord', (tx, refs, { knownAt }) => unitHistories(tx, refs, knownAt))

export const Unit = builder.objectRef<UnitSeen>('Unit')
export const UnitVersion = builder.objectRef<UnitVersionRow>('UnitVersion')
export const UnitConnection = builder.connectionObject({ type: Unit, name: 'UnitConnection' })

export const unitsInJurisdiction = async (context: Context, jurisdiction: RowRef, at: AsOf, args: PageArgs) =>
  pageOf(await context.load(inJurisdictionLoader, { ...rowKey(jurisdiction, at), ...codePage(args) }), args, codeCursor)

builder.node(Unit, {
  description: 'An organ, internal unit, institution, street office …, as it was on a day. 单位。',
  id: { resolve: localId },
  loadOne: async (id, context) => {
    const ref = parseLocalId(id)
    return ref === null ? null : context.load(unitLoader, rowKey(ref, await asOf({}, context)))
  },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Number its jurisdiction gave it. 单位代码。' }),
    name: t.exposeString('name', { description: 'Name on the day. 单位名称。' }),
    kind: t.expose('kind', { type: UnitKind, description: 'Kind on the day. 类别。' }),
    jurisdiction: t.field({
      type: Jurisdiction,
      description: 'Where it lies. 辖区。',
      resolve: (unit, _args, context) => jurisdictionOf(context, unit.jurisdiction, unit.at),
    }),
    functions: t.stringList({ description: 'What it does. 职能。', resolve: (unit) => [...unit.functions] }),
    system: t.exposeString('system', { nullable: true, description: 'System it belongs to. 系统。' }),
    legalPerson: t.exposeBoolean('legalPerson', { nullable: true, description: 'Null: not stated. 法人。' }),
    staffing: t.exposeInt('staffing', { nullable: true, description: 'Authorised staff. 编制数。' }),
    validFrom: t.expose('from', { type: 'StatedDay', nullable: true, description: 'So since; null: since ever. 起。' }),
    validTo: t.expose('to', { type: 'StatedDay', nullable: true, description: 'First day no longer so. 止。' }),
    parent: t.field({
      type: Unit,
      nullable: true,
      description: 'Unit directly above. 上级单位。',
      resolve: ({ root, parentId, at }, _args, context) =>
        parentId === null ? null : context.load(unitLoader, rowKey({ root, id: parentId }, at)),
    }),
    children: t.field({
      type: UnitConnection,
      description: 'Units directly below. 下属单位。',
      args: { ...asOfArgs(t.arg), ...pageArgs(t.arg) },
      resolve: async (unit, args, context) => {
        const page = codePage(args)
        return pageOf(
          await context.load(belowLoader, { ...rowKey(unit, within(unit.at, args)), ...page }),
          args,
          codeCursor,
        )
      },
    }),
    posts: t.field({
      type: PostConnection,
      description: 'Its posts, held or not. 职位。',
      args: { ...asOfArgs(t.arg), ...pageArgs(t.arg) },
      resolve: (unit, args, context) => postsOfUnit(context, unit, within(unit.at, args), args),
    }),
    history: t.field({
      type: [UnitVersion],
      description: 'How it changed, oldest first. 沿革。',
      resolve: (unit, _args, context) => context.load(historyLoader, rowKey(unit, unit.at)),
    }),
  }),
})

UnitVersion.implement({
  description: 'What a unit was called and was, from one day to another. 单位沿革。',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name. 单位名称。' }),
    kind: t.expose('kind', { type: UnitKind, description: 'Kind. 类别。' }),
    functions: t.stringList({ description: 'What it did. 职能。', resolve: (version) => [...version.functions] }),
    validFrom: t.expose('from', { type: 'StatedDay', nullable: true, description: 'So since; null: since ever. 起。' }),
    validTo: t.expose('to', { type: 'StatedDay', nullable: true, description: 'First day no longer so. 止。' }),
  }),
})

builder.queryFields((t) => ({
  unit: t.field({
    type: Unit,
    nullable: true,
    description: 'The unit with this code. 按代码查单位。',
    args: {
      code: t.arg.string({ required: true, description: 'Its code. 单位代码。' }),
      at: t.arg.string({ description: 'Jurisdiction that numbers it, when the code alone is ambiguous. 辖区代码。' }),
      ...asOfArgs(t.arg),
    },
    resolve: async (_root, { code, at, ...args }, context) => {
      const seen = await asOf(args, context)
      const rows = await context.read((tx) => unitsByCode(tx, code, at ?? null, seen))
      const unit = oneOf(rows, code, (row) => row.jurisdiction)
      return unit === null ? null : seenAt(unit, seen)
    },
  }),
  units: t.field({
    type: UnitConnection,
    description: 'Units by place, name, kind or beginning of the code. 查找单位。',
    args: {
      jurisdiction: t.arg.string({ description: 'Code of the jurisdiction. 辖区代码。' }),
      code: t.arg.string({ description: 'Beginning of the code. 代码前缀。' }),
      name: t.arg.string({ description: 'Part of the name. 名称中的文字。' }),
      kind: t.arg({ type: UnitKind, description: 'Kind. 类别。' }),
      ...asOfArgs(t.arg),
      ...pageArgs(t.arg),
    },
    resolve: async (_root, args, context) => {
      const at = await asOf(args, context)
      const rows = await context.read((tx) => searchUnits(tx, args, at, codePage(args)))
      return pageOf(
        rows.map((row) => seenAt(row, at)),
        args,
        codeCursor,
      )
    },
  }),
}))
