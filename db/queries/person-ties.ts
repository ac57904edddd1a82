import { and, asc } from 'drizzle-orm'
import type { ParentKind, StatedText, TieEnd } from '../../policy/index.ts'
import { kinEdge } from '../tables/kin.ts'
import type { Tx } from '../transaction.ts'
import { inOrder, isOneOf, knownAt, type RowRef, stated } from './as-of.ts'

/** What is on file of a tie, on one side of it. */
export interface TieRow extends RowRef {
  readonly personId: string
  readonly relativeRoot: number
  readonly relativeId: string
  readonly relation: string
  readonly kind: ParentKind | null
  readonly from: StatedText | null
  readonly to: StatedText | null
  readonly endedBy: TieEnd | null
  readonly verified: boolean
  readonly declared: boolean
  readonly source: string | null
  readonly recordedFrom: string
  readonly recordedTo: string | null
}

const columns = {
  root: kinEdge.root,
  id: kinEdge.id,
  personId: kinEdge.personId,
  relativeRoot: kinEdge.relativeRoot,
  relativeId: kinEdge.relativeId,
  relation: kinEdge.relation,
  kind: kinEdge.kind,
  from: stated(kinEdge.fromOn, kinEdge.fromPrecision).as('held_from'),
  to: stated(kinEdge.toOn, kinEdge.toPrecision).as('held_to'),
  endedBy: kinEdge.endedBy,
  verified: kinEdge.verified,
  declared: kinEdge.declared,
  source: kinEdge.source,
  recordedFrom: kinEdge.recordedFrom,
  recordedTo: kinEdge.recordedTo,
}

/** The ties on each of these people's files as we knew them, in the order they were recorded. */
export const tiesOf = async (
  tx: Tx,
  people: readonly RowRef[],
  moment: string | null,
): Promise<(readonly TieRow[])[]> => {
  const rows: TieRow[] = await tx
    .select(columns)
    .from(kinEdge)
    .where(and(isOneOf({ root: kinEdge.root, id: kinEdge.personId }, people), knownAt(kinEdge, moment)))
    .orderBy(asc(kinEdge.recordedFrom), asc(kinEdge.id))
  return people.map(({ root, id }) => rows.filter((row) => row.root === root && row.personId === id))
}

/** Statements by their ids, whether or not they still stand. */
export const tiesById = async (tx: Tx, refs: readonly RowRef[]): Promise<(TieRow | null)[]> =>
  inOrder(refs, await tx.select(columns).from(kinEdge).where(isOneOf(kinEdge, refs)))
