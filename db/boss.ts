import { type SQL, sql } from 'drizzle-orm'
import PgBoss from 'pg-boss'
import type { Database } from './connect.ts'
import { type Tx, transaction } from './transaction.ts'

/** The queue of evaluations; created by the migration. */
export const evaluationQueue = 'evaluation'
/** The queue of roots whose pairs are to be assessed anew; created by the migration. */
export const conflictQueue = 'conflicts'
/** The queue of rosters to be imported; created by the migration. */
export const rosterQueue = 'roster'
/** The queue of comparisons: what a policy would change, what we would have said; created by the migration. */
export const previewQueue = 'previews'

/** pg-boss with everything that acts by itself switched off: no schedules, no supervision, no migration. */
const quiet = { schema: 'pgboss', migrate: false, schedule: false, supervise: false } as const

/** A queue whose every statement is part of the running transaction: what is sent is there exactly when the rest is. */
export const bossWithin = (tx: Tx): PgBoss => new PgBoss({ ...quiet, db: { executeSql: statementIn(tx) } })

/** A queue whose every statement is a short transaction of its own. */
export const bossOf = (db: Database): PgBoss => {
  const executeSql = (text: string, values?: readonly unknown[]) =>
    transaction(db, { mode: 'write', pace: 'job' }, (tx) => statementIn(tx)(text, values))
  return new PgBoss({ ...quiet, db: { executeSql } })
}

const statementIn =
  (tx: Tx) =>
  async (text: string, values: readonly unknown[] = []) => ({ rows: [...(await tx.execute(numbered(text, values)))] })

/** A statement with `$1`, `$2` …, as drizzle writes it. A number that occurs twice becomes two parameters. */
const numbered = (text: string, values: readonly unknown[]): SQL => {
  const parts = text.split(/\$(\d+)/)
  return sql.join(parts.map((part, i) => (i % 2 === 0 ? sql.raw(part) : sql.param(plain(values[Number(part) - 1])))))
}

/** Documents go as text: the driver writes them as they are. */
const plain = (value: unknown): unknown => {
  if (value === undefined) return null
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(value) : value
}
