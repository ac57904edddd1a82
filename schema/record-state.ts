import type { Changed } from '../acts/change.ts'
import { recordState } from '../acts/record-state.ts'
import { asOf } from './as-of.ts'
import { builder } from './builder.ts'
import { answered, expectedVersion, given, idempotencyKey, NameInput, named, rowNamed } from './change-input.ts'
import { changedPerson, personField } from './change-payload.ts'
import { StateKind } from './enums.ts'
import { Person } from './person.ts'
import { refusals } from './problem.ts'
import { rowKey } from './row-loader.ts'
import { State, stateLoader } from './state.ts'

const RecordStateInput = builder.inputType('RecordStateInput', {
  description: 'A dated fact about a person: a case filed, an appraisal, an approval … 状态。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    expectedVersion: t.int(expectedVersion),
    person: t.field({ type: NameInput, required: true, description: 'Who. 人员。' }),
    kind: t.field({ type: StateKind, required: true, description: 'Kind. 类别。' }),
    from: t.field({ type: 'StatedDay', required: true, description: 'First day. 起。' }),
    to: t.field({ type: 'StatedDay', description: 'First day no longer; none: it still holds. 止。' }),
    value: t.string({ description: 'What exactly: the grade, the kind of sanction, the rule approved. 内容。' }),
    note: t.string({ description: 'By whom, on what ground. 备注。' }),
    replaces: t.id({ description: 'Global id of the state on file that this one corrects or ends. 所更正的状态。' }),
  }),
})

const RecordStatePayload = builder.objectRef<Changed>('RecordStatePayload')

RecordStatePayload.implement({
  description: 'The state was recorded. 已记录状态。',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: personField,
      resolve: (c, _args, context) => changedPerson(c, context),
    }),
    state: t.field({
      type: State,
      description: 'What was recorded. 状态。',
      resolve: async ({ record }, _args, context) =>
        context.named(stateLoader, rowKey(record, await asOf({}, context))),
    }),
  }),
})

builder.mutationField('recordState', (t) =>
  t.field({
    type: RecordStatePayload,
    description: 'Records a dated fact about a person; their findings follow at once. 记录状态。',
    args: { input: t.arg({ type: RecordStateInput, required: true, description: 'What to record. 内容。' }) },
    errors: {
      types: refusals,
      directResult: true,
      union: { name: 'RecordStateResult', description: 'The state as recorded, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => {
      const { replaces, ...rest } = given(input)
      const person = named('Person', 'person', input.person)
      const former = replaces ? { replaces: rowNamed('State', 'replaces', replaces) } : {}
      return answered(context, (db, actor) => recordState(db, actor, { ...rest, ...former, person }))
    },
  }),
)
