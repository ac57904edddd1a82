import type { Changed } from '../acts/change.ts'
import { endAssignment } from '../acts/end-assignment.ts'
import { asOf } from './as-of.ts'
import { Assignment, assignmentLoader } from './assignment.ts'
import { builder } from './builder.ts'
import { answered, expectedVersion, idempotencyKey, rowNamed } from './change-input.ts'
import { changedPerson, personField } from './change-payload.ts'
import { Person } from './person.ts'
import { refusals } from './problem.ts'
import { rowKey } from './row-loader.ts'

const EndAssignmentInput = builder.inputType('EndAssignmentInput', {
  description: 'A person leaves a post. 免职。',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKey),
    expectedVersion: t.int(expectedVersion),
    assignment: t.id({ required: true, description: 'Global id of the assignment. 任职。' }),
    to: t.field({ type: 'StatedDay', required: true, description: 'First day no longer in the post. 免职时间。' }),
  }),
})

const EndAssignmentPayload = builder.objectRef<Changed>('EndAssignmentPayload')

EndAssignmentPayload.implement({
  description: 'The assignment was ended. 已记录免职。',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: personField,
      resolve: (c, _args, context) => changedPerson(c, context),
    }),
    assignment: t.field({
      type: Assignment,
      description: 'What was ended. 任职。',
      resolve: async ({ record }, _args, context) =>
        context.named(assignmentLoader, rowKey(record, await asOf({}, context))),
    }),
  }),
})

builder.mutationField('endAssignment', (t) =>
  t.field({
    type: EndAssignmentPayload,
    description: 'Records that a person leaves a post; their findings follow at once. 记录免职。',
    args: { input: t.arg({ type: EndAssignmentInput, required: true, description: 'What to record. 内容。' }) },
    errors: {
      types: refusals,
      directResult: true,
      union: { name: 'EndAssignmentResult', description: 'The assignment as ended, or why not. 结果。' },
    },
    resolve: (_root, { input }, context) => {
      const assignment = rowNamed('Assignment', 'assignment', input.assignment)
      return answered(context, (db, actor) => endAssignment(db, actor, { ...input, assignment }))
    },
  }),
)
