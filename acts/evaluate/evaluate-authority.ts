import { availableParallelism } from 'node:os'
import type { Database } from '../../db/connect.ts'
import type { Stretch } from '../../db/facts/bulk.ts'
import {
  discardBuilding,
  flipTo,
  openEvaluation,
  ownBuilding,
  ownRecord,
  revisedSince,
  type StandingEvaluation,
  stayAwake,
  strayPeople,
  stretchesOf,
} from '../../db/queries/evaluation.ts'
import { closeFindings, storedFindings } from '../../db/queries/finding-store.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import type { Installation } from '../../policy/index.ts'
import { judgeTogether } from './crew.ts'
import { judgeInto } from './judge-into.ts'
import { stretchJudge } from './judge-stretch.ts'
import { policyOf } from './policy.ts'

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
const usual = { stretch: 10_000, workers: Math.min(most, availableParallelism()) }
/** People revised meanwhile, judged again in one go. */
const batchSize = 500

interface Building {
  readonly evaluation: StandingEvaluation
  readonly installations: readonly Installation[]
}

const job = { mode: 'write', pace: 'job' } as const

/**
 * Judges everyone an authority manages into a new evaluation, beside the one that answers meanwhile, and then makes the
 * new one answer. Whoever was revised while it was being built is judged again, with all writers held off, before the
 * flip. When the process dies on the way, the old one simply goes on answering.
 */
export const evaluateAuthority = (
  db: Database,
  authority: string,
  progress: Progress = noProgress,
  manner: Manner = {},
): Promise<void> =>
  transaction(db, job, async (hold) => {
    const { stretch, workers } = { ...usual, ...manner }
    await ownBuilding(hold, authority)
    const building = await transaction(db, job, (tx) => open(tx, authority))
    const { total, stretches } = await transaction(db, job, (tx) => stretchesOf(tx, building.evaluation, stretch))
    let done = 0
    for await (const people of judgeAll(db, building, stretches, workers)) {
      done += people
      await progress(Math.min(done, total), total)
      await stayAwake(hold)
    }
    await transaction(db, job, (tx) => flip(tx, building))
  })

const noProgress: Progress = async () => {}

const judgeAll = (db: Database, building: Building, stretches: readonly Stretch[], workers: number) =>
  workers > 1 && stretches.length >= worthWorkers
    ? judgeTogether({ url: db.address(), building }, stretches, workers)
    : judgeAlone(db, building, stretches)

async function* judgeAlone(db: Database, building: Building, stretches: readonly Stretch[]): AsyncGenerator<number> {
  if (stretches.length === 0) return
  const judge = await transaction(db, job, (tx) => stretchJudge(tx, building))
  for (const stretch of stretches) yield await transaction(db, job, (tx) => judge(tx, stretch))
}

const open = async (tx: Tx, authority: string): Promise<Building> => {
  await ownRecord(tx, authority)
  await discardBuilding(tx, authority)
  const { installations, digest } = await policyOf(tx, authority, null)
  return { evaluation: await openEvaluation(tx, authority, digest), installations }
}

const flip = async (tx: Tx, building: Building): Promise<void> => {
  const { evaluation } = building
  await ownRecord(tx, evaluation.authority)
  const revised = await revisedSince(tx, evaluation.authority, evaluation.startedAt)
  for (let done = 0; done < revised.length; done += batchSize) {
    await judgeInto(tx, evaluation, building.installations, revised.slice(done, done + batchSize))
  }
  const strays = await storedFindings(tx, evaluation.root, await strayPeople(tx, evaluation), {
    evaluation: evaluation.id,
  })
  await closeFindings(
    tx,
    evaluation.root,
    strays.map(({ row }) => row),
  )
  if (!(await flipTo(tx, evaluation))) throw new Error('The evaluation was set aside while it was being built.')
}
