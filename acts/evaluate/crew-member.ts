/** The program of one worker thread: judges the stretches it is given, one after the other, until it is given none. */
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '../../db/connect.ts'
import type { Stretch } from '../../db/facts/bulk.ts'
import { transaction } from '../../db/transaction.ts'
import type { CrewTask } from './crew.ts'
import { stretchJudge } from './judge-stretch.ts'

const job = { mode: 'write', pace: 'job' } as const

const work = async ({ url, building }: CrewTask): Promise<void> => {
  const port = parentPort
  if (port === null) throw new Error('This program runs as a worker of an evaluation only.')
  const next = async (): Promise<Stretch | null> => (await once(port, 'message'))[0]
  const db = connect(url, { sessions: 1 })
  const first = next()
  const judge = await transaction(db, job, (tx) => stretchJudge(tx, building))
  for (let stretch = await first; stretch !== null; stretch = await next()) {
    const given = stretch
    port.postMessage(await transaction(db, job, (tx) => judge(tx, given)))
  }
  await db.close()
  port.close()
}

await work(workerData)
