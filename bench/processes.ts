import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Several processes of one server, which share a port. */
export interface Processes {
  readonly url: string
  readonly stop: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return address !== null && typeof address === 'object' ? address.port : 0
}

const end = async (worker: Worker): Promise<void> => {
  const gone = once(worker, 'exit')
  worker.process.kill()
  await gone
}

/** Starts the file so many times, with these arguments and the port; ready when all of them listen. */
export const startProcesses = async (file: URL, args: readonly string[], count: number): Promise<Processes> => {
  const port = await freePort()
  cluster.setupPrimary({ exec: file.pathname, args: [...args, String(port)], execArgv: ['--import', 'tsx'] })
  const workers = Array.from({ length: count }, () => cluster.fork())
  await Promise.all(workers.map((worker) => once(worker, 'listening')))
  return { url: `http://127.0.0.1:${port}`, stop: async () => void (await Promise.all(workers.map(end))) }
}
