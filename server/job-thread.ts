import { parentPort, workerData } from 'node:worker_threads'
import { workJobs } from '../acts/jobs/worker.ts'
import { connect } from '../db/connect.ts'

// The worker of jobs in a thread of its own, on the database whose address it is given; `job-worker.ts` starts it.
const db = connect(String(workerData))
const worker = workJobs(db, (error) => parentPort?.postMessage(error))

parentPort?.once('message', async () => {
  await worker.stop()
  await db.close()
  parentPort?.close()
})
