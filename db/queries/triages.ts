import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { conflict } from '../tables/conflict.ts'
import { triage } from '../tables/triage.ts'
import type { Tx } from '../transaction.ts'
import { isOneOf, knownAt, type RowRef } from './as-of.ts'

export type TriageRow = typeof triage.$inferSelect

/** A decision on a conflict, and whether the facts it was made on have changed since: then it waits to be decided anew. */
export interface Triage extends TriageRow {
  readonly reopened: boolean
}

/** What is asked about: a conflict as it is said on the day and at the moment of the question. */
export interface Triaged extends RowRef {
  readonly factsDigest: string
  readonly until: string | null
}

/** Not when it merely ends sooner than it was going to: the decision may have asked for just that. */
const isReopened = (row: TriageRow, { factsDigest, until }: Triaged): boolean =>
  row.factsDigest !== factsDigest || (row.untilOn !== null && (until === null || until > row.untilOn))

/** The decision that stood on each of these conflicts at a moment (`null`: now). */
export const triagesOf = async (
  tx: Tx,
  conflicts: readonly Triaged[],
  moment: string | null,
): Promise<(Triage | null)[]> => {
  const rows = await tx
    .select()
    .from(triage)
    .where(and(isOneOf({ root: triage.root, id: triage.conflictId }, conflicts), knownAt(triage, moment)))
  const byConflict = new Map(rows.map((row) => [row.conflictId, row]))
  return conflicts.map((said) => {
    const row = byConflict.get(said.id)
    return row === undefined ? null : { ...row, reopened: isReopened(row, said) }
  })
}

/** Every decision on each of these conflicts that was made by a moment (`null`: by now), the latest first. */
export const triageHistory = async (
  tx: Tx,
  conflicts: readonly RowRef[],
  moment: string | null,
): Promise<(readonly TriageRow[])[]> => {
  const made = moment === null ? undefined : sql`${triage.recordedFrom} <= ${moment}::timestamptz`
  const rows = await tx
    .select()
    .from(triage)
    .where(and(isOneOf({ root: triage.root, id: triage.conflictId }, conflicts), made))
    .orderBy(desc(triage.version))
  return conflicts.map(({ id }) => rows.filter((row) => row.conflictId === id))
}

/** A conflict as it is said now, for deciding on: of several runs of days the last. */
export const conflictNow = async (tx: Tx, ref: RowRef) => {
  const [row] = await tx
    .select({ factsDigest: conflict.factsDigest, until: conflict.toOn })
    .from(conflict)
    .where(and(isOneOf(conflict, [ref]), isNull(conflict.recordedTo)))
    .orderBy(desc(conflict.fromOn))
    .limit(1)
  return row ?? null
}

/** How often the conflict was decided on. */
export const triageVersion = async (tx: Tx, ref: RowRef): Promise<number> => {
  const [row] = await tx
    .select({ version: triage.version })
    .from(triage)
    .where(isOneOf({ root: triage.root, id: triage.conflictId }, [ref]))
    .orderBy(desc(triage.version))
    .limit(1)
  return row?.version ?? 0
}

export type NewTriage = Omit<typeof triage.$inferInsert, 'id' | 'decidedOn' | 'recordedFrom' | 'recordedTo'>

/** Records a decision; the one before it stood until now. Returns its id. */
export const recordTriage = async (tx: Tx, values: NewTriage): Promise<string> => {
  await tx
    .update(triage)
    .set({ recordedTo: sql`greatest(now(), recorded_from)` })
    .where(and(eq(triage.root, values.root), eq(triage.conflictId, values.conflictId), isNull(triage.recordedTo)))
  const id = uuid()
  await tx.insert(triage).values({ ...values, id })
  return id
}
