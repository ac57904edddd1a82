import { and, asc } from 'drizzle-orm'
import { type AssignmentFacts, cutCareer, type Piece } from '../../policy/index.ts'
import { among, grouped, heldTrue, type KnownAt, type Ref } from '../recorded.ts'
import { statedText } from '../stated.ts'
import { assignment } from '../tables/assignment.ts'
import type { Tx } from '../transaction.ts'
import { gatherOrg } from './org.ts'

/** What a cut reads of an assignment. */
const columns = {
  id: assignment.id,
  personId: assignment.personId,
  postRoot: assignment.postRoot,
  postId: assignment.postId,
  fromOn: assignment.fromOn,
  fromPrecision: assignment.fromPrecision,
  toOn: assignment.toOn,
  toPrecision: assignment.toPrecision,
  capacity: assignment.capacity,
  level: assignment.level,
}
type AssignmentRow = Pick<typeof assignment.$inferSelect, keyof typeof columns>

/** An assignment as filed, and the placement key of its post. */
export interface FiledAssignment extends AssignmentFacts {
  readonly postRoot: number
}

/** The careers of these people as we knew them at an instant, each in the order in which it was filed. */
export const gatherCareers = async (
  tx: Tx,
  people: readonly Ref[],
  knownAt: KnownAt = null,
): Promise<ReadonlyMap<string, readonly FiledAssignment[]>> => {
  const rows = await tx
    .select(columns)
    .from(assignment)
    .where(and(among({ root: assignment.root, id: assignment.personId }, people), heldTrue(assignment, knownAt)))
    .orderBy(asc(assignment.personId), asc(assignment.ordinal), asc(assignment.id))
  return new Map(
    [...grouped(rows, (row) => row.personId)].map(([person, career]) => [person, career.map(assignmentOf)]),
  )
}

/** The same, cut into pieces by the organisation as we knew it then. */
export const cutCareers = async (
  tx: Tx,
  people: readonly Ref[],
  knownAt: KnownAt,
): Promise<ReadonlyMap<string, readonly Piece[]>> => {
  const careers = await gatherCareers(tx, people, knownAt)
  const held = [...careers.values()].flat()
  const posts = new Map(held.map(({ post, postRoot }) => [post, { root: postRoot, id: post }]))
  const org = await gatherOrg(tx, [...posts.values()], knownAt)
  return new Map([...careers].map(([person, career]) => [person, cutCareer(career, org)]))
}

const assignmentOf = (row: AssignmentRow): FiledAssignment => ({
  id: row.id,
  postRoot: row.postRoot,
  post: row.postId,
  from: statedText({ on: row.fromOn, precision: row.fromPrecision }) ?? '?',
  to: statedText({ on: row.toOn, precision: row.toPrecision }),
  capacity: row.capacity,
  level: row.level,
})
