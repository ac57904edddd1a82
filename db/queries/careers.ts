import { and, asc, type SQL } from 'drizzle-orm'
import type { Capacity, Level, StatedText } from '../../policy/index.ts'
import { assignment } from '../tables/assignment.ts'
import type { Tx } from '../transaction.ts'
import { type AsOf, holdsOn, inOrder, isOneOf, knownAt, type RowRef, stated } from './as-of.ts'

/** A person in a post, as recorded at some moment. */
export interface AssignmentRow extends RowRef {
  readonly personId: string
  readonly postRoot: number
  readonly postId: string
  readonly from: StatedText
  readonly to: StatedText | null
  readonly capacity: Capacity
  readonly level: Level | null
  readonly decidedOn: string | null
  readonly ordinal: number
  readonly version: number
  readonly recordedFrom: string
  readonly recordedTo: string | null
}

const columns = {
  root: assignment.root,
  id: assignment.id,
  personId: assignment.personId,
  postRoot: assignment.postRoot,
  postId: assignment.postId,
  from: stated(assignment.fromOn, assignment.fromPrecision).as('held_from'),
  to: stated(assignment.toOn, assignment.toPrecision).as('held_to'),
  capacity: assignment.capacity,
  level: assignment.level,
  decidedOn: assignment.decidedOn,
  ordinal: assignment.ordinal,
  version: assignment.version,
  recordedFrom: assignment.recordedFrom,
  recordedTo: assignment.recordedTo,
}

/** The database keeps an assignment only with its start stated. */
const begun = (row: Omit<AssignmentRow, 'from'> & { readonly from: StatedText | null }): AssignmentRow => ({
  ...row,
  from: row.from ?? '?',
})

const assignmentsWhere = async (tx: Tx, ...where: (SQL | undefined)[]): Promise<AssignmentRow[]> => {
  const rows = await tx
    .select(columns)
    .from(assignment)
    .where(and(...where))
    .orderBy(asc(assignment.ordinal), asc(assignment.id))
  return rows.map(begun)
}

export const assignmentsById = async (
  tx: Tx,
  refs: readonly RowRef[],
  moment: string | null,
): Promise<(AssignmentRow | null)[]> =>
  inOrder(refs, await assignmentsWhere(tx, isOneOf(assignment, refs), knownAt(assignment, moment)))

const byPerson = { root: assignment.root, id: assignment.personId }
const byPost = { root: assignment.postRoot, id: assignment.postId }

/** The career of each of these people as we knew it, in the order of the career. */
export const careersOf = async (
  tx: Tx,
  people: readonly RowRef[],
  moment: string | null,
): Promise<(readonly AssignmentRow[])[]> => {
  const rows = await assignmentsWhere(tx, isOneOf(byPerson, people), knownAt(assignment, moment))
  return people.map(({ root, id }) => rows.filter((row) => row.root === root && row.personId === id))
}

/** What each of these people holds on the day. */
export const heldBy = async (
  tx: Tx,
  people: readonly RowRef[],
  { on, knownAt: moment }: AsOf,
): Promise<(readonly AssignmentRow[])[]> => {
  const held = holdsOn(assignment, on)
  const rows = await assignmentsWhere(tx, isOneOf(byPerson, people), knownAt(assignment, moment), held)
  return people.map(({ root, id }) => rows.filter((row) => row.root === root && row.personId === id))
}

/** Who holds each of these posts on the day. */
export const incumbentsOf = async (
  tx: Tx,
  posts: readonly RowRef[],
  { on, knownAt: moment }: AsOf,
): Promise<(readonly AssignmentRow[])[]> => {
  const held = holdsOn(assignment, on)
  const rows = await assignmentsWhere(tx, isOneOf(byPost, posts), knownAt(assignment, moment), held)
  return posts.map(({ root, id }) => rows.filter((row) => row.postRoot === root && row.postId === id))
}

/** Everyone who ever held each of these posts, earliest first. */
export const holdersOf = async (
  tx: Tx,
  posts: readonly RowRef[],
  moment: string | null,
): Promise<(readonly AssignmentRow[])[]> => {
  const rows = await tx
    .select(columns)
    .from(assignment)
    .where(and(isOneOf(byPost, posts), knownAt(assignment, moment)))
    .orderBy(asc(assignment.fromOn), asc(assignment.id))
  return posts.map(({ root, id }) => rows.map(begun).filter((row) => row.postRoot === root && row.postId === id))
}

/** Every row ever recorded of one assignment, newest first: what was corrected, and when. */
export const recordsOf = async (tx: Tx, refs: readonly RowRef[]): Promise<(readonly AssignmentRow[])[]> => {
  const rows = await tx.select(columns).from(assignment).where(isOneOf(assignment, refs))
  const newestFirst = rows.map(begun).toSorted((a, b) => b.version - a.version)
  return refs.map(({ root, id }) => newestFirst.filter((row) => row.root === root && row.id === id))
}
