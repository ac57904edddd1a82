import { once } from 'node:events'
import { connect as openSocket, type Socket } from 'node:net'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { arrayTypes } from './array-types.ts'
import { DatabaseError, withoutValues } from './errors.ts'

/**
 * One session with PostgreSQL. It is made once and used by one transaction at a time; when it is lost it stays lost, so
 * that no statement ever runs in a session other than the one its transaction began in.
 */
export interface Connection {
  readonly client: Sql
  /** Calls back once, when the session is lost, and at once when it is; returns what takes that back. */
  readonly onLoss: (tell: () => void) => () => void
  readonly isLost: () => boolean
  /** True for a statement text seen before in this session: worth a plan that the server keeps. */
  readonly recurs: (statement: string) => boolean
  readonly end: () => Promise<void>
}

const keptStatements = 500
const connectWithinMs = 10_000

interface Target {
  readonly host: readonly string[]
  readonly port: readonly number[]
  readonly path: string | null | undefined | false
}

/** postgres.js would reconnect by itself and run what was queued there, outside any transaction: a second socket is refused. */
const onlySocket = () => {
  let used = false
  return async ({ host, port, path }: Target): Promise<Socket> => {
    if (used) throw new DatabaseError('lost', 'The session with the database was lost.')
    used = true
    const socket = path ? openSocket(path) : openSocket(port[0] ?? 5432, host[0] ?? 'localhost')
    socket.setNoDelay(true)
    // Who waits for it is told below; what else befalls it before the driver listens must not end the process.
    socket.on('error', () => {})
    try {
      await once(socket, 'connect', { signal: AbortSignal.timeout(connectWithinMs) })
    } catch (error) {
      socket.destroy()
      throw error
    }
    return Object.assign(socket, { host: host[0] })
  }
}

const plainText = (value: string) => value

/** Opens a session; dates and instants come and go as text, instants in UTC. */
export const openConnection = async (url: string): Promise<Connection> => {
  let lost = false
  const listeners = new Set<() => void>()
  const onLoss: Connection['onLoss'] = (tell) => {
    if (lost) tell()
    else listeners.add(tell)
    return () => void listeners.delete(tell)
  }
  const socket = { socket: onlySocket() }
  const client = postgres(url, {
    ...socket,
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    types: { ...arrayTypes, date: { to: 1082, from: [1082, 1114, 1184], serialize: plainText, parse: plainText } },
    connection: { TimeZone: 'UTC', DateStyle: 'ISO, YMD', application_name: 'cadre-graph' },
    onnotice: () => {},
    onclose: () => {
      lost = true
      for (const tell of listeners) tell()
      listeners.clear()
      void client.end({ timeout: 0 })
    },
  })
  drizzle(client)
  try {
    await client`select 1`
  } catch (error) {
    await client.end({ timeout: 0 })
    throw withoutValues(error)
  }
  const end = () => {
    lost = true
    return client.end({ timeout: 5 })
  }
  return { client, onLoss, isLost: () => lost, recurs: recurrence(), end }
}

const recurrence = () => {
  const seen = new Set<string>()
  return (statement: string): boolean => {
    const recurring = seen.has(statement)
    if (!recurring && seen.size < keptStatements) seen.add(statement)
    return recurring
  }
}
