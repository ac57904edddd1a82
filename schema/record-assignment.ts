import type { Changed } from '../acts/change.ts'
import { recordAssignment } from '../acts/record-assignment.ts'
import { asOf } from './as-of.ts'
import { Assignment, assignmentLoader } from './assignment.ts'
import { builder } from './builder.ts'
import { answered, expectedVersion, given, idempotencyKey, NameInput, named } from './change-input.ts'
import { changedPerson, personField } from './change-payload.ts'
import { Capacity, Level } from './enums.ts'
import { Person } from './person.ts'
import { refusals } from './problem.ts'
import { rowKey } from './row-loader.ts'

const RecordAssignmentInput = builder.inputType('RecordAssignmentInput', {
  description: 'A person takes a post. 任职。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    expectedVersion: t.int(expectedVersion),
    person: t.field({ type: NameInput, required: true, description: 'Who. 人员。' }),
    post: t.field({ type: NameInput, required: true, description: 'Which post. 职位。' }),
    from: t.field({ type: 'StatedDay', required: true, description: 'First day. 任职时间。' }),
    to: t.field({ type: 'StatedDay', description: 'First day no longer; none: still. 免职时间。' }),
    capacity: t.field({ type: Capacity, description: 'How; default FORMAL. 任职方式。' }),
    level: t.field({ type: Level, description: "Level held; none: the post's. 任职时层次。" }),
    decidedOn: t.field({ type: 'Date', description: 'Day of the decision. 决定日期。' }),
  }),
})

const RecordAssignmentPayload = builder.objectRef<Changed>('RecordAssignmentPayload')

RecordAssignmentPayload.implement({
  description: 'The assignment was recorded. 已记录任职。',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: personField,
      resolve: (c, _args, context) => changedPerson(c, context),
    }),
    assignment: t.field({
      type: Assignment,
      description: 'What was recorded. 任职。',
      resolve: async ({ record }, _args, context) =>
        context.named(assignmentLoader, rowKey(record, await asOf({}, context))),
    }),
  }),
})

builder.mutationField('recordAssignment', (t) =>
  t.field({
    type: RecordAssignmentPayload,
    description: 'Records that a person takes a post; their findings follow at once. 记录任职。',
    args: { input: t.arg({ type: RecordAssignmentInput, required: true, description: 'What to record. 内容。' }) },
    errors: {
      types: refusals,
      directResult: true,
      union: { name: 'RecordAssignmentResult', description: 'The assignment as recorded, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => {
      const person = named('Person', 'person', input.person)
      const post = named('Post', 'post', input.post)
      return answered(context, (db, actor) => recordAssignment(db, actor, { ...given(input), person, post }))
    },
  }),
)
