import { createServer, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Database } from '../db/connect.ts'
import { schemaVersion } from '../db/queries/readiness.ts'
import { transaction } from '../db/transaction.ts'
import type { Config } from './config.ts'
import { openDatabase } from './database.ts'
import type { Readiness } from './hooks/use-ready.ts'
import { startJobWorker } from './job-worker.ts'
import { yogaServer } from './yoga.ts'

/** Until authorization lands whoever reaches the port may ask anything: only this machine can. */
export const host = '127.0.0.1'

const drainWithinMs = 20_000

export interface RunningServer {
  readonly url: string
  /** Takes no more work, finishes what is under way, then closes and stops whatever was started. */
  readonly stop: () => Promise<void>
}

/** Opens the database, starts the worker of jobs, and listens. */
export const startServer = async (config: Config, logger: Logger): Promise<RunningServer> => {
  const { db, storage, close } = await openDatabase(config, logger)
  let draining = false
  const yoga = yogaServer({
    db,
    logger,
    development: config.development,
    loopbackOnly: true,
    readiness: () => readinessOf(db, storage(), draining),
  })
  const server = createServer(yoga)
  try {
    await listening(server, config.port)
  } catch (error) {
    await close()
    throw error
  }
  const worker = startJobWorker(config, (error) => logger.error({ err: error }, 'a job was not done'))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : config.port
  return {
    url: `http://${host}:${port}`,
    stop: async () => {
      draining = true
      await Promise.all([drained(server), worker.stop()])
      await close()
    },
  }
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portTaken(error, port)))
    server.listen(port, host, () => {
      server.removeAllListeners('error')
      resolve()
    })
  })

const portTaken = (error: Error, port: number): Error =>
  'code' in error && error.code === 'EADDRINUSE'
    ? new Error(
        `端口 ${port} 已被占用，服务器未启动。请停止占用它的程序，或用 PORT 指定另一端口。\n` +
          `Port ${port} is taken; the server was not started. Stop what uses it, or name another port with PORT.`,
      )
    : error

/** Waits for requests under way; those that outlast the limit are cut off. */
const drained = async (server: Server): Promise<void> => {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeIdleConnections()
  await Promise.race([closed, pause(drainWithinMs, undefined, { ref: false })])
  server.closeAllConnections()
  await closed
}

const readinessOf = async (db: Database, storage: Readiness['storage'], draining: boolean): Promise<Readiness> => {
  try {
    const version = await transaction(db, { mode: 'read' }, schemaVersion)
    return { ready: !draining && storage !== 'full', database: 'up', storage, schemaVersion: version, draining }
  } catch {
    return { ready: false, database: 'down', storage, schemaVersion: null, draining }
  }
}
