import { type SQL, sql } from 'drizzle-orm'
import type { Capacity, Level, StatedText } from '../../policy/index.ts'
import { grouped } from '../recorded.ts'
import { assignment } from '../tables/assignment.ts'
import type { Tx } from '../transaction.ts'
import { type AsOf, holdsOn, inOrder, isOneOf, knownAt, type RowRef } from './as-of.ts'
import { allOf, type Named, statedText } from './rows.ts'

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

const columns = sql.raw(`root, id, person_id as "personId", post_root as "postRoot", post_id as "postId",
  coalesce(${statedText('assignment.from')}, '?') as "from", ${statedText('assignment.to')} as "to", capacity, level,
  decided_on as "decidedOn", ordinal, version, recorded_from as "recordedFrom", recorded_to as "recordedTo"`)

const inOrderOfCareer = sql.raw('ordinal, id')

const assignmentsWhere = (tx: Tx, order: SQL, ...where: readonly SQL[]): Promise<readonly AssignmentRow[]> =>
  tx.execute<Named<AssignmentRow>>(sql`select ${columns} from assignment where ${allOf(...where)} order by ${order}`)

export const assignmentsById = async (
  tx: Tx,
  refs: readonly RowRef[],
  moment: string | null,
): Promise<(AssignmentRow | null)[]> =>
  inOrder(refs, await assignmentsWhere(tx, inOrderOfCareer, isOneOf(assignment, refs), knownAt(assignment, moment)))

const byPerson = { root: assignment.root, id: assignment.personId }
const byPost = { root: assignment.postRoot, id: assignment.postId }

/** The rows of each of these people or posts, in the order they were read. */
const each = (
  refs: readonly RowRef[],
  rows: readonly AssignmentRow[],
  refOf: (row: AssignmentRow) => RowRef,
): (readonly AssignmentRow[])[] => {
  const groups = grouped(rows, (row) => refOf(row).id)
  return refs.map(({ root, id }) => (groups.get(id) ?? []).filter((row) => refOf(row).root === root))
}

const personOf = ({ root, personId }: AssignmentRow): RowRef => ({ root, id: personId })
const postOf = ({ postRoot, postId }: AssignmentRow): RowRef => ({ root: postRoot, id: postId })

/** The career of each of these people as we knew it, in the order of the career. */
export const careersOf = async (
  tx: Tx,
  people: readonly RowRef[],
  moment: string | null,
): Promise<(readonly AssignmentRow[])[]> => {
  const known = knownAt(assignment, moment)
  return each(people, await assignmentsWhere(tx, inOrderOfCareer, isOneOf(byPerson, people), known), personOf)
}

/** What each of these people holds on the day. */
export const heldBy = async (
  tx: Tx,
  people: readonly RowRef[],
  { on, knownAt: moment }: AsOf,
): Promise<(readonly AssignmentRow[])[]> => {
  const held = allOf(knownAt(assignment, moment), holdsOn(assignment, on))
  return each(people, await assignmentsWhere(tx, inOrderOfCareer, isOneOf(byPerson, people), held), personOf)
}

/** Who holds each of these posts on the day. */
export const incumbentsOf = async (
  tx: Tx,
  posts: readonly RowRef[],
  { on, knownAt: moment }: AsOf,
): Promise<(readonly AssignmentRow[])[]> => {
  const held = allOf(knownAt(assignment, moment), holdsOn(assignment, on))
  return each(posts, await assignmentsWhere(tx, inOrderOfCareer, isOneOf(byPost, posts), held), postOf)
}

/** Everyone who ever held each of these posts, earliest first. */
export const holdersOf = async (
  tx: Tx,
  posts: readonly RowRef[],
  moment: string | null,
): Promise<(readonly AssignmentRow[])[]> => {
  const [earliestFirst, known] = [sql.raw('from_on, id'), knownAt(assignment, moment)]
  return each(posts, await assignmentsWhere(tx, earliestFirst, isOneOf(byPost, posts), known), postOf)
}

/** Every row ever recorded of one assignment, newest first: what was corrected, and when. */
export const recordsOf = async (tx: Tx, refs: readonly RowRef[]): Promise<(readonly AssignmentRow[])[]> =>
  each(refs, await assignmentsWhere(tx, sql.raw('version desc'), isOneOf(assignment, refs)), (row) => row)
