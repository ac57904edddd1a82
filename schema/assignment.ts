import { type AssignmentRow, assignmentsById, recordsOf } from '../db/queries/careers.ts'
import { asOf, type Seen } from './as-of.ts'
import { builder } from './builder.ts'
import { Capacity, Level } from './enums.ts'
import { localId, parseLocalId } from './global-id.ts'
import { Person, personLoader } from './person.ts'
import { Post, postLoader } from './post.ts'
import { listLoader, rowKey, rowLoader } from './row-loader.ts'

/** A person in a post, and the moment it is seen at. */
export type AssignmentSeen = AssignmentRow & Seen

export const assignmentLoader = rowLoader('byRecord', (tx, refs, { knownAt }) => assignmentsById(tx, refs, knownAt))
const recordsLoader = listLoader('never', recordsOf)

export const Assignment = builder.objectRef<AssignmentSeen>('Assignment')

builder.node(Assignment, {
  description: 'A person in a post from one day to another; corrections supersede and are kept. 任职。',
  id: { resolve: localId },
  loadOne: async (id, context) => {
    const ref = parseLocalId(id)
    return ref === null ? null : context.load(assignmentLoader, rowKey(ref, await asOf({}, context)))
  },
  fields: (t) => ({
    from: t.expose('from', { type: 'StatedDay', description: 'First day, as the file states it. 任职时间。' }),
    to: t.expose('to', {
      type: 'StatedDay',
      nullable: true,
      description: 'First day no longer; null: still. 免职时间。',
    }),
    capacity: t.expose('capacity', { type: Capacity, description: 'How the post is held. 任职方式。' }),
    level: t.expose('level', {
      type: Level,
      nullable: true,
      description: "Level held, where the file states one; else the post's. 任职时层次。",
    }),
    decidedOn: t.expose('decidedOn', { type: 'Date', nullable: true, description: 'Day of the decision. 决定日期。' }),
    version: t.exposeInt('version', { description: 'Grows with every correction. 版本。' }),
    recordedFrom: t.expose('recordedFrom', { type: 'DateTime', description: 'Recorded at. 记录时间。' }),
    recordedTo: t.expose('recordedTo', {
      type: 'DateTime',
      nullable: true,
      description: 'Superseded at; null: what we know now. 被取代时间。',
    }),
    person: t.field({
      type: Person,
      description: 'Who. 人员。',
      resolve: ({ root, personId, at }, _args, context) =>
        context.named(personLoader, rowKey({ root, id: personId }, at)),
    }),
    post: t.field({
      type: Post,
      description: 'Where. 职位。',
      resolve: ({ postRoot, postId, at }, _args, context) =>
        context.named(postLoader, rowKey({ root: postRoot, id: postId }, at)),
    }),
    records: t.field({
      type: [Assignment],
      description: 'Every version ever recorded of it, newest first. 更正记录。',
      resolve: (assignment, _args, context) => context.load(recordsLoader, rowKey(assignment, assignment.at)),
    }),
  }),
})
