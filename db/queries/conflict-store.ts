import { and, asc, inArray, isNull, or, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { insertMany } from '../insert-many.ts'
import { among, type Ref } from '../recorded.ts'
import { conflict, conflictSpan } from '../tables/conflict.ts'
import type { Tx } from '../transaction.ts'

type Recorded = 'rowId' | 'recordedFrom' | 'recordedTo'

/** What the record says of a conflict. */
export type ConflictSaid = Omit<typeof conflict.$inferSelect, Recorded>
type SpanSelect = typeof conflictSpan.$inferSelect
export type SpanSaid = Pick<SpanSelect, 'status' | 'fromOn' | 'toOn' | 'since' | 'shownWith'>

/** A conflict with its days, ready to be recorded. */
export interface Said {
  readonly conflict: ConflictSaid
  readonly spans: readonly SpanSaid[]
}

/** A conflict as it stands in the record: its row, and what the row says. */
export interface StoredConflict extends Said {
  readonly rowId: string
}

/** What is said now of pairs of which one, at least, is of these people. */
export const storedConflictsOf = (tx: Tx, people: readonly Ref[]): Promise<StoredConflict[]> => {
  const first = among({ root: conflict.root, id: conflict.firstPersonId }, people)
  const second = among({ root: conflict.secondRoot, id: conflict.secondPersonId }, people)
  return storedWhere(tx, or(first, second))
}

/** What is said now of pairs of which one, at least, has the file in this root. */
export const storedConflictsIn = (tx: Tx, root: number): Promise<StoredConflict[]> =>
  storedWhere(tx, sql`(${conflict.root} = ${root} or ${conflict.secondRoot} = ${root})`)

const storedWhere = async (tx: Tx, which: ReturnType<typeof or>): Promise<StoredConflict[]> => {
  const rows = await tx
    .select()
    .from(conflict)
    .where(and(isNull(conflict.recordedTo), which))
  if (rows.length === 0) return []
  const roots = [...new Set(rows.map(({ root }) => root))]
  const ids = rows.map(({ rowId }) => rowId)
  const spans = await tx
    .select()
    .from(conflictSpan)
    .where(sql`${inArray(conflictSpan.root, roots)} and ${conflictSpan.conflictRowId} = any(${sql.param(ids)}::uuid[])`)
    .orderBy(asc(conflictSpan.fromOn))
  const byRow = new Map<string, SpanSaid[]>(ids.map((id) => [id, []]))
  for (const { conflictRowId, status, fromOn, toOn, since, shownWith } of spans)
    byRow.get(conflictRowId)?.push({ status, fromOn, toOn, since, shownWith })
  return rows.map(({ rowId, recordedFrom: _, recordedTo: __, ...said }) => ({
    rowId,
    conflict: said,
    spans: byRow.get(rowId) ?? [],
  }))
}

/** Ends what the record says in these rows. The moment is never before the one the row began to be said. */
export const closeConflicts = async (tx: Tx, rows: readonly StoredConflict[]): Promise<void> => {
  if (rows.length === 0) return
  const refs = rows.map(({ rowId, conflict: { root } }) => ({ root, id: rowId }))
  const ended = { recordedTo: sql`greatest(now(), recorded_from)` }
  await tx
    .update(conflictSpan)
    .set(ended)
    .where(among({ root: conflictSpan.root, id: conflictSpan.conflictRowId }, refs))
  await tx
    .update(conflict)
    .set(ended)
    .where(among({ root: conflict.root, id: conflict.rowId }, refs))
}

/** Records what a judge says of pairs. */
export const insertConflicts = async (tx: Tx, said: readonly Said[]): Promise<void> => {
  const rows = said.map((each) => ({ ...each.conflict, rowId: uuid() }))
  await insertMany(tx, conflict, rows)
  const spans = said.flatMap(
    ({ conflict: { root, id, effectRank, firstAuthority, secondAuthority }, spans: days }, i) =>
      days.map((span) => ({
        ...{ root, conflictRowId: rows[i]?.rowId ?? '', conflictId: id, effectRank, firstAuthority, secondAuthority },
        ...span,
      })),
  )
  await insertMany(tx, conflictSpan, spans)
}
