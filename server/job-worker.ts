import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { WorkerTrouble } from '../acts/jobs/work.ts'
import type { Config } from './config.ts'

export interface JobWorker {
  /** Ends after the job under way, or lays it aside where that loses nothing; resolves then. */
  readonly stop: () => Promise<void>
}

/** Where the jobs lie: the database the surroundings name, or the embedded one. */
export type JobDatabase = Pick<Config, 'databaseUrl' | 'dataFolder'>

const thread = new URL('./job-thread.mjs', import.meta.url)
const startAgainMs = 2_000

/**
 * Works the jobs of a database in a thread beside the one that answers: reading a roster or judging a county keeps a
 * processor busy, and whoever asks meanwhile must not wait. A thread that dies, for want of memory, takes nobody with it:
 * another one goes on.
 */
export const startJobWorker = (config: JobDatabase, trouble: WorkerTrouble): JobWorker => {
  const { databaseUrl, dataFolder } = config
  const stopping = new AbortController()
  let current: Worker | null = null
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const started = new Worker(thread, { workerData: { databaseUrl, dataFolder }, execArgv: [] })
      current = started.on('message', trouble).on('error', trouble)
      await new Promise((resolve) => started.once('exit', resolve))
      if (!stopping.signal.aborted) await pause(startAgainMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return {
    stop: () => {
      stopping.abort()
      current?.postMessage('stop')
      return running
    },
  }
}
