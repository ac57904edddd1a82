import { parentPort, workerData } from 'node:worker_threads'
import { workJobs } from '../acts/jobs/worker.ts'
import { UnavailableProblem } from '../acts/problem.ts'
import { connect } from '../db/connect.ts'
import { connectEmbedded } from '../db/embedded.ts'
import type { JobDatabase } from './job-worker.ts'

// The worker of jobs in a thread of its own, on the database it is told of; `job-worker.ts` starts it.
const { databaseUrl, dataFolder }: JobDatabase = workerData
const db = databaseUrl === null ? connectEmbedded(dataFolder) : connect(databaseUrl)
const worker = workJobs(db, (error) => {
  if (UnavailableProblem.of(error) === null) parentPort?.postMessage(error)
})

parentPort?.once('message', async () => {
  await worker.stop()
  await db.close()
  parentPort?.close()
})
