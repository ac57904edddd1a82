import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant, isPlainDay, plainDay, recorded, recordedCheck, root } from './columns.ts'

/** 处置: no issue after examination, a pledge, a duty to recuse in single matters, a move, or a question to someone above. */
export const triageDecisions = ['NO_ISSUE', 'PLEDGE', 'RECUSE_DUTY', 'MOVE', 'REFER'] as const
export type TriageDecision = (typeof triageDecisions)[number]

const words = sql.raw(triageDecisions.map((word) => `'${word}'`).join(', '))

/** What someone decided about a conflict, on the facts as they were said then. A later decision supersedes it. */
export const triage = pgTable(
  'triage',
  {
    root: root(),
    id: id(),
    conflictId: uuid().notNull(),
    /** Counts the decisions on this conflict. */
    version: integer().notNull(),
    decision: text().$type<TriageDecision>().notNull(),
    reason: text().notNull(),
    decidedBy: text().notNull(),
    decidedOn: instant().notNull().default(sql`now()`),
    dueBy: plainDay(),
    /** Of the conflict when it was decided. */
    factsDigest: text().notNull(),
    /** Until when the conflict was going to last then; null: without end. */
    untilOn: plainDay(),
    ...recorded(),
  },
  (t) => [
    primaryKey({ columns: [t.root, t.id] }),
    uniqueIndex('triage_current').on(t.root, t.conflictId).where(sql`recorded_to is null`),
    uniqueIndex('triage_version').on(t.root, t.conflictId, t.version),
    index('triage_due').on(t.dueBy).where(sql`recorded_to is null and due_by is not null`),
    check('triage_decision', sql`${t.decision} in (${words})`),
    check('triage_due_by', isPlainDay(t.dueBy)),
    check('triage_digest', sql`${t.factsDigest} ~ '^[0-9a-f]{64}$'`),
    recordedCheck('triage', t),
  ],
)
