import { runJobsUntilDone } from '../acts/jobs/work.ts'
import type { Database } from '../db/connect.ts'
import { withProgress } from './progress.ts'

/** Returns once these evaluations are done, showing how far they are. */
export const evaluated = (db: Database, jobs: readonly string[]): Promise<void> =>
  withProgress((line) =>
    runJobsUntilDone(db, jobs, async (done, total) =>
      line.show(total === 0 ? 0 : done / total, total === 0 ? '重新评定' : `重新评定 ${done}/${total}`),
    ),
  )
