import type { Changed } from '../acts/change.ts'
import { recordKin } from '../acts/record-kin.ts'
import { asOf } from './as-of.ts'
import { builder } from './builder.ts'
import { answered, expectedVersion, given, idempotencyKey, NameInput, named } from './change-input.ts'
import { changedPerson, personField } from './change-payload.ts'
import { ParentKind, TieEnd } from './enums.ts'
import { familyOf } from './family.ts'
import { KinTie, kinTieLoader } from './kin-tie.ts'
import { Person } from './person.ts'
import { refusals } from './problem.ts'
import { rowKey } from './row-loader.ts'

const RecordKinInput = builder.inputType('RecordKinInput', {
  description: 'What a relative is to a person. 亲属关系。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    expectedVersion: t.int(expectedVersion),
    person: t.field({ type: NameInput, required: true, description: 'Whose relative. 人员。' }),
    relation: t.string({
      required: true,
      description: 'parent, child, spouse, special_interest, or a Chinese term such as 堂兄. 称谓。',
    }),
    relative: t.field({ type: NameInput, description: 'The relative, who has a file. 亲属。' }),
    relativeName: t.string({ description: 'Of someone known only by name, who gets a file. 亲属姓名。' }),
    kind: t.field({ type: ParentKind, description: 'Of a parent or child; none: by birth. 类别。' }),
    from: t.field({ type: 'StatedDay', description: 'First day. 起。' }),
    to: t.field({ type: 'StatedDay', description: 'First day no longer; none: still so. 止。' }),
    endedBy: t.field({ type: TieEnd, description: 'How it ended. 终止原因。' }),
    verified: t.boolean({ description: 'False: possible only; default true. 是否核实。' }),
    source: t.string({ description: 'Where it is known from. 来源。' }),
  }),
})

const RecordKinPayload = builder.objectRef<Changed>('RecordKinPayload')

RecordKinPayload.implement({
  description: 'The tie was recorded, on both files. 已记录亲属关系。',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: personField,
      resolve: (c, _args, context) => changedPerson(c, context),
    }),
    tie: t.field({
      type: KinTie,
      description: 'As it was recorded. 亲属关系。',
      resolve: async ({ record }, _args, context) =>
        context.named(kinTieLoader, rowKey(record, await asOf({}, context))),
    }),
  }),
})

builder.mutationField('recordKin', (t) =>
  t.field({
    type: RecordKinPayload,
    description: 'Records a tie of kinship; what follows for both people is current at once. 记录亲属关系。',
    args: { input: t.arg({ type: RecordKinInput, required: true, description: 'What to record. 内容。' }) },
    errors: {
      types: refusals,
      directResult: true,
      union: { name: 'RecordKinResult', description: 'The tie as recorded, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => {
      const { relative, ...rest } = given(input)
      const person = named('Person', 'person', input.person)
      const end = relative ? { relative: named('Person', 'relative', relative) } : {}
      return familyOf(context, () =>
        answered(context, (db, actor) => recordKin(db, actor, { ...rest, ...end, person })),
      )
    },
  }),
)
