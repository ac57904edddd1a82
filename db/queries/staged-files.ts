import { and, eq, gt, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { Ref } from '../recorded.ts'
import { type StagedKind, stagedChunk, stagedFile } from '../tables/staged-file.ts'
import type { Tx } from '../transaction.ts'

/** A file that is all there. */
export interface StagedFile extends Ref {
  readonly by: string
  readonly kind: StagedKind
  readonly bytes: number
  readonly digest: string
  readonly expiresAt: string
}

/** Length of every chunk but a file's last. */
export const chunkLength = 1024 ** 2

const isFile = ({ root, id }: Ref) => and(eq(stagedFile.root, root), eq(stagedFile.id, id))

/** Begins a file; what was begun and never ended expires like the rest. */
export const beginFile = async (tx: Tx, root: number, by: string, days: number): Promise<Ref> => {
  const ref = { root, id: uuid() }
  await tx.insert(stagedFile).values({ ...ref, by, expiresAt: inDays(days) })
  return ref
}

export const addChunk = async (tx: Tx, { root, id }: Ref, ordinal: number, content: Uint8Array): Promise<void> => {
  await tx.insert(stagedChunk).values({ root, fileId: id, ordinal, content })
}

/** The file is whole, and of this kind; `null` when it has expired meanwhile. */
export const endFile = async (
  tx: Tx,
  ref: Ref,
  whole: Pick<StagedFile, 'kind' | 'bytes' | 'digest'>,
): Promise<StagedFile | null> => {
  const [row] = await tx.update(stagedFile).set(whole).where(isFile(ref)).returning()
  return row === undefined ? null : wholeOf(row)
}

const wholeOf = (row: typeof stagedFile.$inferSelect): StagedFile | null => {
  const { root, id, by, kind, bytes, digest, expiresAt } = row
  return kind === null || bytes === null || digest === null ? null : { root, id, by, kind, bytes, digest, expiresAt }
}

/** Keeps a file for so many days from now. */
export const keepFile = async (tx: Tx, ref: Ref, days: number): Promise<void> => {
  await tx
    .update(stagedFile)
    .set({ expiresAt: inDays(days) })
    .where(isFile(ref))
}

const inDays = (days: number) => sql`now() + make_interval(days => ${days}::int)`

/** A whole file; `null` when there is none of that key. */
export const stagedFileOf = async (tx: Tx, ref: Ref): Promise<StagedFile | null> => {
  const [row] = await tx.select().from(stagedFile).where(isFile(ref))
  return row === undefined ? null : wholeOf(row)
}

/** The same of a file that has not expired; it stays until the transaction ends. */
export const holdFile = async (tx: Tx, ref: Ref): Promise<StagedFile | null> => {
  const unexpired = gt(stagedFile.expiresAt, sql`now()`)
  const [row] = await tx
    .select()
    .from(stagedFile)
    .where(and(isFile(ref), unexpired))
    .for('update')
  return row === undefined ? null : wholeOf(row)
}

/** One chunk of a file; `null` when it has none of that number. */
export const chunkOf = async (tx: Tx, { root, id }: Ref, ordinal: number): Promise<Uint8Array | null> => {
  const [row] = await tx
    .select({ content: stagedChunk.content })
    .from(stagedChunk)
    .where(and(eq(stagedChunk.root, root), eq(stagedChunk.fileId, id), eq(stagedChunk.ordinal, ordinal)))
  return row?.content ?? null
}

/** Deletes a file with all its bytes. */
export const deleteFile = async (tx: Tx, ref: Ref): Promise<void> => {
  await tx.delete(stagedChunk).where(and(eq(stagedChunk.root, ref.root), eq(stagedChunk.fileId, ref.id)))
  await tx.delete(stagedFile).where(isFile(ref))
}

/** Deletes what has expired: uploads that nobody is importing, reports, and what reports quote. */
export const deleteExpired = async (tx: Tx): Promise<void> => {
  const expired = await tx.execute<{ root: number; id: string }>(sql`
    select f.root, f.id from staged_file f where f.expires_at < now() and not exists (
      select from roster_import i join job j on j.id = i.job_id
      where i.upload_root = f.root and i.upload_id = f.id and j.state in ('queued', 'running'))
    for update skip locked`)
  for (const ref of expired) await deleteFile(tx, ref)
  await tx.execute(sql`
    delete from roster_problem p using roster_import i
    where i.root = p.root and i.job_id = p.job_id and i.report_until < now()`)
}
