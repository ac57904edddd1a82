import { availableParallelism } from 'node:os'
import type { Database } from '../../db/connect.ts'
import type { Stretch } from '../../db/facts/bulk.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { judgeTogether } from './crew.ts'

/** Told after each stretch of people. */
export type Progress = (done: number, total: number) => Promise<void>

export interface Manner {
  /** People judged in one transaction. */
  readonly stretch?: number
  /** Threads that judge beside each other; more than this many are of no use to the database. */
  readonly workers?: number
}

/** Below this many stretches one process judges everyone in some seconds, and in half the memory. */
const worthWorkers = 10
const most = 4
export const usualManner = { stretch: 10_000, workers: Math.min(most, availableParallelism()) }

/** Makes ready to work on stretches, and then works on one after the other. */
export type Opening<Work, Result> = (tx: Tx, work: Work) => Promise<(tx: Tx, stretch: Stretch) => Promise<Result>>

const job = { mode: 'write', pace: 'job' } as const

/** What comes of each stretch, in whatever order they are done: by a crew that runs the program, where there are many. */
export const judgeAll = <Work, Result>(
  db: Database,
  how: { readonly open: Opening<Work, Result>; readonly program: URL; readonly workers: number },
  work: Work,
  stretches: readonly Stretch[],
): AsyncGenerator<Result> =>
  how.workers > 1 && stretches.length >= worthWorkers
    ? judgeTogether<Work, Result>(how.program, { url: db.address(), work }, stretches, how.workers)
    : judgeAlone(db, how.open, work, stretches)

async function* judgeAlone<Work, Result>(
  db: Database,
  open: Opening<Work, Result>,
  work: Work,
  stretches: readonly Stretch[],
): AsyncGenerator<Result> {
  if (stretches.length === 0) return
  const judge = await transaction(db, job, (tx) => open(tx, work))
  for (const stretch of stretches) yield await transaction(db, job, (tx) => judge(tx, stretch))
}
