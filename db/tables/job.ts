import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { divisionCode, instant } from './columns.ts'

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'discarded'

/** What an import is at; other jobs have one phase only, which goes without a name. */
export const jobPhases = ['reading', 'checking', 'writing', 'judging', 'reporting'] as const
export type JobPhase = (typeof jobPhases)[number]

/** Long work that someone may watch. */
export const job = pgTable(
  'job',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    authority: divisionCode(),
    state: text().$type<JobState>().notNull().default('queued'),
    /** What `done` and `total` count in. */
    phase: text().$type<JobPhase>(),
    done: integer().notNull().default(0),
    total: integer(),
    problems: jsonb().$type<readonly unknown[]>().notNull().default([]),
    createdAt: instant().notNull().default(sql`now()`),
    updatedAt: instant().notNull().default(sql`now()`),
  },
  (t) => [
    index('job_state').on(t.state, t.createdAt),
    check('job_state_word', sql`${t.state} in ('queued', 'running', 'done', 'failed', 'discarded')`),
    check('job_phase_word', sql`${t.phase} in ('reading', 'checking', 'writing', 'judging', 'reporting')`),
  ],
)

/** The answer to a request that carried a key: asked again, it is given again. Scoped to who asked. */
export const idempotencyKey = pgTable(
  'idempotency_key',
  {
    subject: text().notNull(),
    key: text().notNull(),
    act: text().notNull(),
    bodyHash: text().notNull(),
    response: jsonb().$type<unknown>(),
    recordedAt: instant().notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.subject, t.key] })],
)
