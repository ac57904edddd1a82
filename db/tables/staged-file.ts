import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { binary, id, instant, root } from './columns.ts'

/** What was handed in (a workbook, an archive of CSV files), or is ready to be fetched (the report on a roster). */
export type StagedKind = 'workbook' | 'archive' | 'report'

/**
 * A file that is kept for a while and then deleted. It lies in the database, so that whoever works on it next, after a
 * kill or on another machine, has it too. Until its kind and digest are known it is still being written.
 */
export const stagedFile = pgTable(
  'staged_file',
  {
    root: root(),
    id: id(),
    by: text().notNull(),
    kind: text().$type<StagedKind>(),
    bytes: bigint({ mode: 'number' }),
    /** SHA-256 of the bytes, in hexadecimal. */
    digest: text(),
    createdAt: instant().notNull().default(sql`now()`),
    expiresAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    index('staged_file_expiry').on(t.expiresAt),
    check('staged_file_kind', sql`${t.kind} in ('workbook', 'archive', 'report')`),
    check('staged_file_whole', sql`num_nulls(${t.kind}, ${t.bytes}, ${t.digest}) in (0, 3)`),
    check('staged_file_digest', sql`${t.digest} ~ '^[0-9a-f]{64}$'`),
  ],
)

/** All chunks of a file have the same length but the last. */
export const stagedChunk = pgTable(
  'staged_chunk',
  {
    root: root(),
    fileId: uuid().notNull(),
    ordinal: integer().notNull(),
    content: binary().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.fileId, t.ordinal] }),
    foreignKey({
      name: 'staged_chunk_file',
      columns: [t.root, t.fileId],
      foreignColumns: [stagedFile.root, stagedFile.id],
    }),
  ],
)
