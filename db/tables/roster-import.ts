import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Ref } from '../recorded.ts'
import { divisionCode, instant, isPlainDay, plainDay, root } from './columns.ts'

/** What remains once a roster is written: to wait for its jobs, and to count who became due among the people touched. */
export interface LeftToDo {
  readonly touched: readonly Ref[]
  readonly dueBefore: readonly string[]
  readonly jobs: readonly string[]
}

/** What a job imports, and what came of it. The uploaded bytes themselves are gone once it is over. */
export const rosterImport = pgTable(
  'roster_import',
  {
    root: root(),
    jobId: uuid().notNull(),
    by: text().notNull(),
    at: divisionCode().notNull(),
    /** Examine only. */
    onlyCheck: boolean().notNull(),
    /** The day asked about; null: the day of the import. */
    askedOn: plainDay(),
    uploadRoot: integer().notNull(),
    uploadId: uuid().notNull(),
    uploadDigest: text().notNull(),
    uploadBytes: integer().notNull(),
    /** What the committed transaction left to do, for whoever goes on after a kill; null before and after. */
    taken: jsonb().$type<LeftToDo>(),
    accepted: boolean(),
    countedOn: plainDay(),
    counts: jsonb().$type<Readonly<Record<string, number>>>(),
    problemCount: integer().notNull().default(0),
    warningCount: integer().notNull().default(0),
    /** The staged file with the bad cells marked. */
    reportId: uuid(),
    /** The report's details quote the file, and are deleted then. */
    reportUntil: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.jobId] }),
    index('roster_import_job').on(t.jobId),
    index('roster_import_upload').on(t.uploadRoot, t.uploadId),
    index('roster_import_expiry').on(t.reportUntil),
    check('roster_import_days', sql`${isPlainDay(t.askedOn)} and ${isPlainDay(t.countedOn)}`),
  ],
)

/** 0 problem, 1 warning. */
export type ProblemRank = 0 | 1

/** One bad or doubtful cell, numbered in reading order. */
export const rosterProblem = pgTable(
  'roster_problem',
  {
    root: root(),
    jobId: uuid().notNull(),
    rank: smallint().$type<ProblemRank>().notNull(),
    ordinal: integer().notNull(),
    code: text().notNull(),
    sheet: text().notNull(),
    row: integer(),
    column: text(),
    value: text(),
    reasonZh: text().notNull(),
    reasonEn: text().notNull(),
    remedyZh: text().notNull(),
    remedyEn: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.jobId, t.rank, t.ordinal] }),
    foreignKey({
      name: 'roster_problem_import',
      columns: [t.root, t.jobId],
      foreignColumns: [rosterImport.root, rosterImport.jobId],
    }),
  ],
)
