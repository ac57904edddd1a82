import type { Database } from '../../db/connect.ts'
import { rootOf, subtreeOf } from '../../db/divisions.ts'
import { rootsNeverSwept } from '../../db/queries/conflict-register.ts'
import { transaction } from '../../db/transaction.ts'
import { enqueueSweeps } from '../jobs/enqueue.ts'
import { runJobsUntilDone } from '../jobs/work.ts'

/** Roots are provinces, whose codes end so. */
const provinceStep = 10_000

/** Assesses the pairs of a place, and with `below` of all that lies below it, where no sweep has ever come: then nothing said would mean nothing. */
export const sweepFirst = async (db: Database, at: string, below: boolean): Promise<void> => {
  const jobs = await transaction(db, { mode: 'write', pace: 'job' }, async (tx) => {
    const never = await rootsNeverSwept(tx, below ? rootsIn(at) : [rootOf(at)])
    return enqueueSweeps(
      tx,
      never.map((root) => ({ root })),
    )
  })
  await runJobsUntilDone(db, jobs)
}

const rootsIn = (code: string): readonly number[] => {
  const { from, below } = subtreeOf(code)
  const roots = new Set([rootOf(code)])
  for (let root = Math.ceil(from / provinceStep) * provinceStep; root < below; root += provinceStep) roots.add(root)
  return [...roots]
}
