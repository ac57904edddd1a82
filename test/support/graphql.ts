import { pino } from 'pino'
import type { Database } from '../../db/connect.ts'
import type { SeesOf } from '../../server/context.ts'
import { yogaServer } from '../../server/yoga.ts'

export interface Answer {
  // The shape of an answer is what the test is about.
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  readonly data?: any
  readonly errors?: readonly {
    readonly message: string
    readonly path?: unknown
    readonly extensions?: Record<string, unknown>
  }[]
}

export interface Asking {
  readonly ask: (query: string, variables?: object, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  /** Lines of the log, as JSON texts. */
  readonly log: readonly string[]
}

/** The GraphQL server without a socket, on this database. */
export const graphqlOn = (db: Database, seesOf?: SeesOf): Asking => {
  const log: string[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) })
  const readiness = async () =>
    ({ ready: true, database: 'up', storage: null, schemaVersion: 'test', draining: false }) as const
  const yoga = yogaServer({ db, logger, readiness, development: true, loopbackOnly: false, ...(seesOf && { seesOf }) })
  const fetch = async (path: string, init: RequestInit = {}) => yoga.fetch(new URL(path, 'http://127.0.0.1'), init)
  const ask: Asking['ask'] = async (query, variables = {}, headers = {}) => {
    const body = JSON.stringify({ query, variables })
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })
    return response.json()
  }
  return { ask, fetch, log }
}
