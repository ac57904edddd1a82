import type { Changed } from '../acts/change.ts'
import { correctAssignment } from '../acts/correct-assignment.ts'
import { asOf } from './as-of.ts'
import { Assignment, assignmentLoader } from './assignment.ts'
import { builder } from './builder.ts'
import { answered, expectedVersion, given, idempotencyKey, NameInput, named, rowNamed } from './change-input.ts'
import { changedPerson, personField } from './change-payload.ts'
import { Capacity, Level } from './enums.ts'
import { Person } from './person.ts'
import { refusals } from './problem.ts'
import { rowKey } from './row-loader.ts'

const CorrectAssignmentInput = builder.inputType('CorrectAssignmentInput', {
  description: 'An assignment was recorded wrongly. What is not given stays as it was. 更正任职。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    expectedVersion: t.int(expectedVersion),
    assignment: t.id({ required: true, description: 'Global id of the assignment. 任职。' }),
    post: t.field({ type: NameInput, description: 'Which post. 职位。' }),
    from: t.field({ type: 'StatedDay', description: 'First day. 任职时间。' }),
    to: t.field({ type: 'StatedDay', description: 'First day no longer; null: still in the post. 免职时间。' }),
    capacity: t.field({ type: Capacity, description: 'How. 任职方式。' }),
    level: t.field({ type: Level, description: "Level held; null: the post's. 任职时层次。" }),
    decidedOn: t.field({ type: 'Date', description: 'Day of the decision. 决定日期。' }),
    withdrawn: t.boolean({ description: 'True: it never was, and is taken out of the career. 撤销该条记录。' }),
  }),
})

const CorrectAssignmentPayload = builder.objectRef<Changed>('CorrectAssignmentPayload')

CorrectAssignmentPayload.implement({
  description: 'The assignment was corrected; what we believed before stays readable. 已更正任职。',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: personField,
      resolve: (c, _args, context) => changedPerson(c, context),
    }),
    assignment: t.field({
      type: Assignment,
      nullable: true,
      description: 'As corrected; null when it was withdrawn. 任职。',
      resolve: async ({ record }, _args, context) =>
        context.load(assignmentLoader, rowKey(record, await asOf({}, context))),
    }),
  }),
})

builder.mutationField('correctAssignment', (t) =>
  t.field({
    type: CorrectAssignmentPayload,
    description: 'Corrects what is on file of an assignment; findings follow at once. 更正任职。',
    args: { input: t.arg({ type: CorrectAssignmentInput, required: true, description: 'What is right. 内容。' }) },
    errors: {
      types: refusals,
      directResult: true,
      union: { name: 'CorrectAssignmentResult', description: 'The assignment as corrected, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => {
      const { post, ...rest } = given(input)
      const assignment = rowNamed('Assignment', 'assignment', input.assignment)
      const place = post ? { post: named('Post', 'post', post) } : {}
      return answered(context, (db, actor) => correctAssignment(db, actor, { ...rest, ...place, assignment }))
    },
  }),
)
