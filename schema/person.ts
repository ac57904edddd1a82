import { careersOf, heldBy } from '../db/queries/careers.ts'
import { type PersonRow, peopleByCode, peopleById, searchPeople } from '../db/queries/people.ts'
import { statesOf } from '../db/queries/person-states.ts'
import { asOf, asOfArgs, knownAtArg, type Seen, seenAt, within } from './as-of.ts'
import { Assignment } from './assignment.ts'
import { builder } from './builder.ts'
import { Sex } from './enums.ts'
import { localId, parseLocalId, refOf } from './global-id.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { jurisdictionOf } from './jurisdiction-loader.ts'
import { oneOf } from './one-of.ts'
import { codeCursor, codePage, lastArg, lastOf, pageArgs, pageOf } from './page.ts'
import { Personnel, personnelLoader } from './personnel.ts'
import { listLoader, rowKey, rowLoader } from './row-loader.ts'
import { State } from './state.ts'

/** Someone in the graph, and the moment they are seen at. */
export type PersonSeen = PersonRow & Seen

export const personLoader = rowLoader('never', peopleById)
const careerLoader = listLoader('byRecord', (tx, refs, { knownAt }) => careersOf(tx, refs, knownAt))
const heldLoader = listLoader('byDay', heldBy)
const statesLoader = listLoader('byRecord', (tx, refs, { knownAt }) => statesOf(tx, refs, knownAt))

export const Person = builder.objectRef<PersonSeen>('Person')
export const PersonConnection = builder.connectionObject({ type: Person, name: 'PersonConnection' })

builder.node(Person, {
  description: 'Someone in the graph: a cadre, or a relative of one. 人员。',
  id: { resolve: localId },
  loadOne: async (id, context) => {
    const ref = parseLocalId(id)
    return ref === null ? null : context.load(personLoader, rowKey(ref, await asOf({}, context)))
  },
  fields: (t) => ({
    code: t.exposeString('code', {
      nullable: true,
      description: 'Number the authority gave; null: known by name only. 人员编号。',
    }),
    name: t.exposeString('name', { description: 'Name. 姓名。' }),
    sex: t.expose('sex', { type: Sex, nullable: true, description: 'Null: not known. 性别。' }),
    staff: t.exposeBoolean('staff', { description: 'False for a relative who is not staff. 是否在编人员。' }),
    authority: t.field({
      type: Jurisdiction,
      description: 'Where the file lies: who may see and change it. 档案所在管理权限。',
      resolve: (person, _args, context) => jurisdictionOf(context, person.authority, person.at),
    }),
    version: t.exposeInt('version', {
      description: 'Grows with every change of the file; `expectedVersion` of changes. 版本。',
    }),
    revisedAt: t.expose('revisedAt', { type: 'DateTime', description: 'Last change of the file. 最近修改时间。' }),
    personnel: t.field({
      type: Personnel,
      nullable: true,
      description: 'What the file says beside the career. 基本情况。',
      args: { knownAt: knownAtArg(t.arg) },
      resolve: (person, args, context) => context.load(personnelLoader, rowKey(person, within(person.at, args))),
    }),
    assignments: t.field({
      type: [Assignment],
      description: 'The career, in its order. 任职经历。',
      args: { knownAt: knownAtArg(t.arg), last: lastArg(t.arg) },
      resolve: async (person, { last, ...args }, context) =>
        lastOf(await context.load(careerLoader, rowKey(person, within(person.at, args))), last),
    }),
    holds: t.field({
      type: [Assignment],
      description: 'What the person holds on the day. 现任职务。',
      args: asOfArgs(t.arg),
      resolve: (person, args, context) => context.load(heldLoader, rowKey(person, within(person.at, args))),
    }),
    states: t.field({
      type: [State],
      description: 'Dated facts, earliest first. 状态。',
      args: { knownAt: knownAtArg(t.arg) },
      resolve: (person, args, context) => context.load(statesLoader, rowKey(person, within(person.at, args))),
    }),
  }),
})

builder.queryFields((t) => ({
  person: t.field({
    type: Person,
    nullable: true,
    description: 'The person with this code. 按编号查人员。',
    args: {
      code: t.arg.string({ required: true, description: 'The code. 人员编号。' }),
      at: t.arg.string({ description: 'Authority that numbers it, when the code alone is ambiguous. 管理权限。' }),
      ...asOfArgs(t.arg),
    },
    resolve: async (_root, { code, at, ...args }, context) => {
      const rows = await context.read((tx) => peopleByCode(tx, code, at ?? null))
      const person = oneOf(rows, code, (row) => row.authority)
      return person === null ? null : seenAt(person, await asOf(args, context))
    },
  }),
  people: t.field({
    type: PersonConnection,
    description: 'People by authority, unit, or the beginning of code or name. 查找人员。',
    args: {
      authority: t.arg.string({ description: 'Code of the authority where the file lies. 管理权限。' }),
      code: t.arg.string({ description: 'Beginning of the code. 编号前缀。' }),
      name: t.arg.string({ description: 'Beginning of the name. 姓名前缀。' }),
      unit: t.arg.id({ description: 'Global id of a unit they hold a post in on the day. 所在单位。' }),
      staff: t.arg.boolean({ description: 'Staff, or the others. 是否在编人员。' }),
      ...asOfArgs(t.arg),
      ...pageArgs(t.arg),
    },
    resolve: async (_root, { authority, unit, ...args }, context) => {
      const at = await asOf(args, context)
      const search = {
        ...args,
        ...(authority && { authorities: [authority] }),
        ...(unit && { units: [refOf('Unit', unit) ?? { root: 0, id: nobody }] }),
      }
      const rows = await context.read((tx) => searchPeople(tx, search, at, codePage(args)))
      return pageOf(
        rows.map((row) => seenAt(row, at)),
        args,
        codeCursor,
      )
    },
  }),
}))

/** An id that no row has: what an id of another type names. */
const nobody = '00000000-0000-0000-0000-000000000000'
