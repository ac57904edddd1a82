import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '../../db/connect.ts'
import type { Stretch } from '../../db/facts/bulk.ts'
import { transaction } from '../../db/transaction.ts'
import type { CrewTask } from './crew.ts'
import type { Opening } from './judge-all.ts'

const job = { mode: 'write', pace: 'job' } as const

/** The whole life of one worker thread: works on the stretches it is given, one after the other, until it is given none. */
export const serveStretches = async <Work, Result>(open: Opening<Work, Result>): Promise<void> => {
  const port = parentPort
  if (port === null) throw new Error('This program runs as a worker of a crew only.')
  const { url, work }: CrewTask<Work> = workerData
  const next = async (): Promise<Stretch | null> => (await once(port, 'message'))[0]
  const db = connect(url, { sessions: 1 })
  const first = next()
  const judge = await transaction(db, job, (tx) => open(tx, work))
  for (let stretch = await first; stretch !== null; stretch = await next()) {
    const given = stretch
    port.postMessage(await transaction(db, job, (tx) => judge(tx, given)))
  }
  await db.close()
  port.close()
}
