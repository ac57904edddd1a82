import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { ChangeKind } from '../../policy/index.ts'
import { bossWithin, previewQueue } from '../boss.ts'
import { insertMany } from '../insert-many.ts'
import { among, grouped, type Ref } from '../recorded.ts'
import { job } from '../tables/job.ts'
import { preview, previewChange } from '../tables/preview.ts'
import type { Tx } from '../transaction.ts'

export type PreviewRow = typeof preview.$inferSelect
/** One line of a preview, as it is read. */
export type ChangeRow = typeof previewChange.$inferSelect

/** Kind of the jobs that compare, previews and replays alike. */
export const previewKind = 'preview'

/** What is asked for: the rest follows when it is computed. */
export type PreviewAsked = Omit<
  typeof preview.$inferInsert,
  'id' | 'jobId' | 'policyDigest' | 'rosterState' | 'digest' | 'people' | 'recordedAt' | 'doneAt'
>

/** A preview that was asked for, and the job that computes it. */
export interface PreviewBegun {
  readonly job: string
  readonly preview: string
}

/** Asks for a preview or a replay, within the caller's transaction. */
export const beginPreview = async (tx: Tx, asked: PreviewAsked): Promise<PreviewBegun> => {
  const [id, jobId] = [uuid(), uuid()]
  await tx.insert(job).values({ id: jobId, kind: previewKind })
  await tx.insert(preview).values({ ...asked, id, jobId })
  await bossWithin(tx).send(previewQueue, {}, { id: jobId })
  return { job: jobId, preview: id }
}

export const previewById = async (tx: Tx, id: string): Promise<PreviewRow | null> => {
  const [row] = await tx.select().from(preview).where(eq(preview.id, id))
  return row ?? null
}

export const previewOfJob = async (tx: Tx, jobId: string): Promise<PreviewRow | null> => {
  const [row] = await tx.select().from(preview).where(eq(preview.jobId, jobId))
  return row ?? null
}

/** The latest finished preview of this digest; `null` when none was ever computed. */
export const previewByDigest = async (tx: Tx, digest: string): Promise<PreviewRow | null> => {
  const rows = await tx.select().from(preview).where(eq(preview.digest, digest)).orderBy(sql`done_at desc`).limit(1)
  return rows[0] ?? null
}

/** Where a page of changes begins: after the line of this ordinal (`null`: at the first), and how many lines at most. */
export interface ChangesPage {
  readonly first: number
  readonly after: number | null
}

/** Lines of a preview in the order people read them: by unit, person and rule. Ask for one more to know whether more follow. */
export const changesPage = (tx: Tx, { root, id }: Ref, { first, after }: ChangesPage): Promise<ChangeRow[]> =>
  tx
    .select()
    .from(previewChange)
    .where(
      and(
        eq(previewChange.root, root),
        eq(previewChange.previewId, id),
        after === null ? undefined : gt(previewChange.ordinal, after),
      ),
    )
    .orderBy(asc(previewChange.ordinal))
    .limit(first)

/** How many people one kind of change is about, in one unit and one year. */
export interface ChangeCount {
  readonly change: ChangeKind
  readonly year: number
  /** Null: they serve in none on that day. */
  readonly unit: Ref | null
  readonly people: number
}

/** Counts of each of these previews by change, year and unit; units in the order of the lines. */
export const countsOfMany = async (tx: Tx, previews: readonly Ref[]): Promise<(readonly ChangeCount[])[]> => {
  const rows = await tx
    .select({
      preview: previewChange.previewId,
      change: previewChange.kind,
      year: previewChange.year,
      unitRoot: previewChange.unitRoot,
      unitId: previewChange.unitId,
      people: sql<number>`count(distinct ${previewChange.personId})::int`,
    })
    .from(previewChange)
    .where(among({ root: previewChange.root, id: previewChange.previewId }, previews))
    .groupBy(
      ...[
        previewChange.previewId,
        previewChange.kind,
        previewChange.year,
        previewChange.unitRoot,
        previewChange.unitId,
      ],
    )
    .orderBy(asc(previewChange.kind), asc(previewChange.year), sql`min(${previewChange.ordinal})`)
  const counts = grouped(rows, ({ preview }) => preview)
  return previews.map(({ id }) =>
    (counts.get(id) ?? []).map(({ unitRoot, unitId, change, year, people }) => ({
      ...{ change, year, people },
      unit: unitRoot === null || unitId === null ? null : { root: unitRoot, id: unitId },
    })),
  )
}

export const countsOf = async (tx: Tx, preview: Ref): Promise<readonly ChangeCount[]> =>
  (await countsOfMany(tx, [preview]))[0] ?? []

/** A line of a preview; its ordinal is its place in the list. */
export type NewChange = Omit<typeof previewChange.$inferInsert, 'root' | 'previewId' | 'ordinal'>

/** Records the lines of a preview in the order given. */
export const insertChanges = (tx: Tx, { root, id }: Ref, changes: readonly NewChange[]): Promise<void> =>
  insertMany(
    tx,
    previewChange,
    changes.map((change, ordinal) => ({ ...change, root, previewId: id, ordinal })),
  )

/** What names a finished preview. */
export type PreviewOutcome = Pick<PreviewRow, 'policyDigest' | 'rosterState' | 'digest' | 'people'>

/** The preview is computed: what it rests on is written beside it. */
export const finishPreview = async (tx: Tx, { root, id }: Ref, outcome: PreviewOutcome): Promise<void> => {
  await tx
    .update(preview)
    .set({ ...outcome, doneAt: sql`clock_timestamp()` })
    .where(and(eq(preview.root, root), eq(preview.id, id)))
}
