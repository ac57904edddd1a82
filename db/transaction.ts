import { setTimeout as pause } from 'node:timers/promises'
import { PgDialect } from 'drizzle-orm/pg-core'
import { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { PostgresJsSession } from 'drizzle-orm/postgres-js/session'
import type { Sql } from 'postgres'
import type { Database } from './connect.ts'
import type { Connection } from './connection.ts'
import { type Copying, copying } from './copy/copying.ts'
import { DatabaseError, databaseError, withoutValues } from './errors.ts'

/** A handle on a running transaction: drizzle over one session. Refuses every statement once the transaction is over. */
export type Tx = PostgresJsDatabase<Record<string, never>> & Copying

export interface TransactionOptions {
  /** `read`: one consistent picture. `write`: rows and constraints decide. `serializable`: rules across rows; run again on conflict. */
  readonly mode: 'read' | 'write' | 'serializable'
  /** `operation` (default): someone waits for the answer. `job`: long set-based work. */
  readonly pace?: 'operation' | 'job'
}

const levels = {
  read: 'isolation level repeatable read read only',
  write: 'isolation level read committed read write',
  serializable: 'isolation level serializable read write',
} as const

const paces = {
  operation: ["statement_timeout = '5s'", "lock_timeout = '1s'", "idle_in_transaction_session_timeout = '10s'"],
  job: ["statement_timeout = '10min'", "lock_timeout = '30s'", "idle_in_transaction_session_timeout = '10min'"],
} as const

const tries = 5
const dialect = new PgDialect({ casing: 'snake_case' })

/**
 * The only place that begins a transaction. The callback's result is returned once it is committed; when it throws,
 * nothing stays. A `serializable` callback may run several times and must have no effect outside its handle.
 */
export const transaction = async <T>(
  db: Database,
  options: TransactionOptions,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => {
  const writes = options.mode !== 'read'
  for (let attempt = 1; ; attempt += 1) {
    const hindrance = db.hindrance(writes)
    if (hindrance !== null) throw hindrance
    try {
      return await attemptOnce(db, options, work)
    } catch (error) {
      const refusal = databaseError(error)?.refusal
      // A session that ended because the disk is full was not simply lost.
      if (refusal === 'lost') throw db.hindrance(writes) ?? error
      const conflict = refusal === 'serialization' || refusal === 'deadlock'
      if (options.mode !== 'serializable' || !conflict || attempt === tries) throw error
      await pause(Math.random() * 20 * 2 ** attempt)
    }
  }
}

const attemptOnce = async <T>(db: Database, options: TransactionOptions, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const connection = await db.acquire()
  const gate = openGate(connection)
  const loss = lossOf(connection)
  try {
    const begun = begin(connection, options)
    const result = await Promise.race([perform(begun, work, gate.handle), loss.told])
    gate.close()
    await commit(connection)
    return result
  } catch (error) {
    gate.close()
    await rollback(connection)
    throw causeOf(error, gate.firstFailure())
  } finally {
    loss.forget()
    db.release(connection)
  }
}

/** What follows a failed statement fails because of it, and may be heard of first when several ran at once. */
const causeOf = (error: unknown, firstFailure: unknown): unknown => {
  const heard = databaseError(error)
  const consequence = heard?.sqlstate === '25P02' && firstFailure !== undefined
  return withoutValues(consequence ? firstFailure : error)
}

/** Sent ahead of the first statement without waiting for the answer. */
const begin = (connection: Connection, { mode, pace = 'operation' }: TransactionOptions): Promise<unknown> => {
  const settings = paces[pace].map((setting) => `set local ${setting}`)
  const begun = connection.client.unsafe([`begin ${levels[mode]}`, ...settings].join(';')).execute()
  begun.catch(() => {})
  return begun
}

const perform = async <T>(begun: Promise<unknown>, work: (tx: Tx) => Promise<T>, tx: Tx): Promise<T> => {
  const [result] = await Promise.all([work(tx), begun])
  return result
}

interface Loss {
  /** Rejects when the session is lost, and else never settles. */
  readonly told: Promise<never>
  /** Sessions outlive transactions by far: one that listened on would keep what it read. */
  readonly forget: () => void
}

/** The callback of a lost session is not waited for: whatever it still does is refused, and it settles nothing. */
const lossOf = (connection: Connection): Loss => {
  let forget = () => {}
  const told = new Promise<never>((_, reject) => {
    forget = connection.onLoss(() =>
      reject(
        new DatabaseError('lost', 'The session with the database was lost; nothing of this transaction was kept.'),
      ),
    )
  })
  told.catch(() => {})
  return { told, forget }
}

const commit = async (connection: Connection): Promise<void> => {
  try {
    const { command } = await connection.client.unsafe('commit')
    if (command !== 'COMMIT') throw new DatabaseError('other', 'A statement had failed before: nothing was committed.')
  } catch (error) {
    if (!connection.isLost() && !endsSession(error)) throw error
    throw new DatabaseError('unknown_outcome', 'The session was lost while committing: the outcome is not known.')
  }
}

/** Told of as it happens, before the session is seen to be gone. */
const endsSession = (error: unknown): boolean =>
  error instanceof Error && 'severity' in error && (error.severity === 'FATAL' || error.severity === 'PANIC')

const rollback = async (connection: Connection): Promise<void> => {
  if (connection.isLost()) return
  try {
    await connection.client.unsafe('rollback')
  } catch {
    await connection.end()
  }
}

interface Gate {
  readonly handle: Tx
  readonly close: () => void
  /** Why the first statement that failed did so. */
  readonly firstFailure: () => unknown
}

const over = () => new DatabaseError('lost', 'This transaction is over; its handle takes no more statements.')

/** The handle of one transaction: statements pass while the transaction runs and its session lives, and never after. */
const openGate = (connection: Connection): Gate => {
  let open = true
  const failures: unknown[] = []
  // A statement is sent when someone listens, and drizzle says first in which form it wants the rows.
  const heard = <Q extends PromiseLike<unknown>>(sent: Q): Q => {
    queueMicrotask(() => sent.then(undefined, (error: unknown) => void failures.push(error)))
    return sent
  }
  const unsafe: Sql['unsafe'] = (statement, parameters, options) => {
    if (!open || connection.isLost()) throw over()
    const prepare = parameters !== undefined && parameters.length > 0 && connection.recurs(statement)
    return heard(connection.client.unsafe(statement, parameters, { ...options, prepare }))
  }
  const copied = <T>(outcome: Promise<T>): Promise<T> => {
    outcome.catch((error: unknown) => void failures.push(error))
    return outcome
  }
  const nested = () => Promise.reject(new DatabaseError('other', 'Only db/transaction.ts begins a transaction.'))
  const client = new Proxy(connection.client, {
    get: (target, property) => {
      if (property === 'unsafe') return unsafe
      return property === 'options' ? target.options : nested
    },
    apply: nested,
  })
  const session = new PostgresJsSession<Sql, Record<string, never>, Record<string, never>>(client, dialect, undefined)
  const close = () => {
    open = false
  }
  const { copyOut, copyRows, copyIn } = copying((statement) => {
    if (!open || connection.isLost()) throw over()
    return connection.client.unsafe(statement)
  })
  const handle = Object.assign(new PostgresJsDatabase<Record<string, never>>(dialect, session, undefined), {
    copyOut: (statement: string) => copied(copyOut(statement)),
    copyRows: (statement: string, take: (row: Buffer) => void) => copied(copyRows(statement, take)),
    copyIn: (statement: string, chunks: Iterable<Buffer>) => copied(copyIn(statement, chunks)),
  })
  return { handle, close, firstFailure: () => failures[0] }
}
