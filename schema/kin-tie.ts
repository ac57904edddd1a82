import { type TieRow, tiesById, tiesOf } from '../db/queries/person-ties.ts'
import { asOf, knownAtArg, type Seen, within } from './as-of.ts'
import { builder } from './builder.ts'
import { ParentKind, TieEnd } from './enums.ts'
import { familyOf } from './family.ts'
import { localId, parseLocalId } from './global-id.ts'
import { Person, personLoader } from './person.ts'
import { listLoader, rowKey, rowLoader } from './row-loader.ts'

/** What is on file of a tie, on one side of it, and the moment it is seen at. */
export type KinTieSeen = TieRow & Seen

export const kinTieLoader = rowLoader('never', tiesById)
const tiesLoader = listLoader('byRecord', (tx, refs, { knownAt }) => tiesOf(tx, refs, knownAt))

export const KinTie = builder.objectRef<KinTieSeen>('KinTie')

builder.node(KinTie, {
  description: 'A tie as it is on file: what a relative is to a person. 档案所载亲属关系。',
  id: { resolve: localId },
  loadOne: async (id, context) => {
    const ref = parseLocalId(id)
    if (ref === null) return null
    return familyOf(context, async () => context.load(kinTieLoader, rowKey(ref, await asOf({}, context))))
  },
  fields: (t) => ({
    relation: t.exposeString('relation', {
      description: 'parent, child, spouse, special_interest, or a declared term such as 堂兄. 称谓。',
    }),
    kind: t.expose('kind', {
      type: ParentKind,
      nullable: true,
      description: 'Of a parent or child; null: by birth. 类别。',
    }),
    from: t.expose('from', { type: 'StatedDay', nullable: true, description: 'First day; null: not stated. 起。' }),
    to: t.expose('to', { type: 'StatedDay', nullable: true, description: 'First day no longer; null: still. 止。' }),
    endedBy: t.expose('endedBy', { type: TieEnd, nullable: true, description: 'How it ended. 终止原因。' }),
    verified: t.exposeBoolean('verified', { description: 'False: possible only. 是否核实。' }),
    declared: t.exposeBoolean('declared', {
      description:
        'False: the relative declared it, and a declared term says what the person is to the relative. 是否本人申报。',
    }),
    source: t.exposeString('source', { nullable: true, description: 'Where it is known from. 来源。' }),
    recordedFrom: t.expose('recordedFrom', { type: 'DateTime', description: 'Recorded at. 记录时间。' }),
    recordedTo: t.expose('recordedTo', {
      type: 'DateTime',
      nullable: true,
      description: 'Superseded at; null: what we know now. 被取代时间。',
    }),
    person: t.field({
      type: Person,
      description: 'On whose file it stands. 人员。',
      resolve: ({ root, personId, at }, _args, context) =>
        context.named(personLoader, rowKey({ root, id: personId }, at)),
    }),
    relative: t.field({
      type: Person,
      description: 'The other end. 亲属。',
      resolve: ({ relativeRoot, relativeId, at }, _args, context) =>
        context.named(personLoader, rowKey({ root: relativeRoot, id: relativeId }, at)),
    }),
  }),
})

builder.objectField(Person, 'ties', (t) =>
  t.field({
    type: [KinTie],
    description: 'Ties of kinship on file, whoever of the two declared them. 档案所载亲属关系。',
    args: { knownAt: knownAtArg(t.arg) },
    resolve: (person, args, context) =>
      familyOf(context, () => context.load(tiesLoader, rowKey(person, within(person.at, args)))),
  }),
)
