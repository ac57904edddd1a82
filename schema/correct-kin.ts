import type { Changed } from '../acts/change.ts'
import { correctKin } from '../acts/correct-kin.ts'
import { asOf } from './as-of.ts'
import { builder } from './builder.ts'
import { answered, expectedVersion, given, idempotencyKey, NameInput, named, rowNamed } from './change-input.ts'
import { changedPerson, personField } from './change-payload.ts'
import { ParentKind, TieEnd } from './enums.ts'
import { familyOf } from './family.ts'
import { KinTie, kinTieLoader } from './kin-tie.ts'
import { Person } from './person.ts'
import { refusals } from './problem.ts'
import { rowKey } from './row-loader.ts'

const CorrectKinInput = builder.inputType('CorrectKinInput', {
  description: 'A tie was recorded wrongly, or has ended. What is not given stays as it was. 更正亲属关系。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    expectedVersion: t.int(expectedVersion),
    tie: t.id({ required: true, description: 'Global id of the tie, on either file. 亲属关系。' }),
    relation: t.string({ description: 'What the relative is to the person. 称谓。' }),
    relative: t.field({ type: NameInput, description: 'The relative, who has a file. 亲属。' }),
    relativeName: t.string({ description: 'Of someone known only by name. 亲属姓名。' }),
    kind: t.field({ type: ParentKind, description: 'Of a parent or child; null: by birth. 类别。' }),
    from: t.field({ type: 'StatedDay', description: 'First day; null: not stated. 起。' }),
    to: t.field({ type: 'StatedDay', description: 'First day no longer; null: still so. 止。' }),
    endedBy: t.field({ type: TieEnd, description: 'How it ended. 终止原因。' }),
    verified: t.boolean({ description: 'False: possible only. 是否核实。' }),
    source: t.string({ description: 'Where it is known from. 来源。' }),
    withdrawn: t.boolean({ description: 'True: it never was, and is taken out of both files. 撤销该条记录。' }),
  }),
})

const CorrectKinPayload = builder.objectRef<Changed>('CorrectKinPayload')

CorrectKinPayload.implement({
  description: 'The tie was corrected on both files; what we believed before stays readable. 已更正亲属关系。',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: personField,
      resolve: (c, _args, context) => changedPerson(c, context),
    }),
    tie: t.field({
      type: KinTie,
      nullable: true,
      description: 'As corrected; null when it stands no more. 亲属关系。',
      resolve: async ({ record }, _args, context) => {
        const tie = await context.load(kinTieLoader, rowKey(record, await asOf({}, context)))
        return tie === null || tie.recordedTo !== null ? null : tie
      },
    }),
  }),
})

builder.mutationField('correctKin', (t) =>
  t.field({
    type: CorrectKinPayload,
    description: 'Corrects, ends or withdraws a tie of kinship; what follows is current at once. 更正亲属关系。',
    args: { input: t.arg({ type: CorrectKinInput, required: true, description: 'What is right. 内容。' }) },
    errors: {
      types: refusals,
      directResult: true,
      union: { name: 'CorrectKinResult', description: 'The tie as corrected, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => {
      const { relative, ...rest } = given(input)
      const tie = rowNamed('KinTie', 'tie', input.tie)
      const end = relative ? { relative: named('Person', 'relative', relative) } : {}
      return familyOf(context, () => answered(context, (db, actor) => correctKin(db, actor, { ...rest, ...end, tie })))
    },
  }),
)
