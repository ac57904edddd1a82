import { type Connection, openConnection } from './connection.ts'
import { DatabaseError } from './errors.ts'

/** A database and the sessions kept open to it. Only `transaction` uses them; everyone else gets a transaction's handle. */
export interface Database {
  /** Where it listens now. */
  readonly address: () => string
  /** Why nothing can be done in it now, or nothing be written; `null`: nothing stands in the way that we know of. */
  readonly hindrance: Hindrance
  /** A session nobody else uses; waits for one to be given back when all are in use. */
  readonly acquire: () => Promise<Connection>
  readonly release: (connection: Connection) => void
  /** Ends every session; those in use end when they are given back. */
  readonly close: () => Promise<void>
}

/** Asked before each transaction begins. */
export type Hindrance = (writes: boolean) => DatabaseError | null

export interface ConnectOptions {
  /** Sessions at most; default 10. */
  readonly sessions?: number
  /** How long to wait for one; default 2 s, then the caller is told that the database is busy. */
  readonly waitMs?: number
  /** What else may stand in the way; default: nothing. */
  readonly hindrance?: Hindrance
}

type Waiter = (outcome: { readonly retry: true } | Connection | DatabaseError) => void

const busy = () => new DatabaseError('busy', 'Every session with the database is in use.')
const closed = () => new DatabaseError('lost', 'The database was closed.')

/**
 * Connects as the role the address names. Nothing is opened before the first transaction. The address is asked anew for
 * each session: a database of our own may have moved to another port meanwhile.
 */
export const connect = (
  at: string | (() => string),
  { sessions = 10, waitMs = 2_000, hindrance = () => null }: ConnectOptions = {},
): Database => {
  const address = typeof at === 'string' ? () => at : at
  const idle: Connection[] = []
  const waiting: Waiter[] = []
  let open = 0
  let closing = false

  const discard = (connection: Connection) => {
    open -= 1
    waiting.shift()?.({ retry: true })
    return connection.end()
  }

  const wait = () =>
    new Promise<{ readonly retry: true } | Connection | DatabaseError>((resolve) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(waiter), 1)
        resolve(busy())
      }, waitMs)
      const waiter: Waiter = (outcome) => {
        clearTimeout(timer)
        resolve(outcome)
      }
      waiting.push(waiter)
    })

  const openOne = async (): Promise<Connection> => {
    open += 1
    try {
      return await openConnection(address())
    } catch (error) {
      open -= 1
      waiting.shift()?.({ retry: true })
      throw error
    }
  }

  const acquire = async (): Promise<Connection> => {
    if (closing) throw closed()
    for (let kept = idle.pop(); kept !== undefined; kept = idle.pop()) {
      if (!kept.isLost()) return kept
      void discard(kept)
    }
    if (open < sessions) return openOne()
    const outcome = await wait()
    if (outcome instanceof DatabaseError) throw outcome
    return 'retry' in outcome ? acquire() : outcome
  }

  const release = (connection: Connection) => {
    if (connection.isLost() || closing) return void discard(connection)
    const next = waiting.shift()
    if (next === undefined) idle.push(connection)
    else next(connection)
  }

  const close = async () => {
    closing = true
    for (const waiter of waiting.splice(0)) waiter(closed())
    await Promise.all(idle.splice(0).map(discard))
  }

  return { address, hindrance, acquire, release, close }
}
