import { createServer } from 'node:http'
import { pino } from 'pino'
import type { Database } from '../../db/connect.ts'
import { yogaServer } from '../../server/yoga.ts'

export interface Listening {
  readonly port: number
  readonly url: string
  readonly log: readonly string[]
  readonly close: () => Promise<void>
}

/** The GraphQL server with a socket, on this database, and without a worker. */
export const listeningOn = async (
  db: Database,
  options: { readonly longestUpload?: number } = {},
): Promise<Listening> => {
  const log: string[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) })
  const readiness = async () =>
    ({ ready: true, database: 'up', storage: null, schemaVersion: 'test', draining: false }) as const
  const server = createServer(yogaServer({ db, logger, readiness, development: false, loopbackOnly: true, ...options }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port, url: `http://127.0.0.1:${port}`, log, close }
}
