import type { Database } from '../../db/connect.ts'
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
import { judgeAll, type Manner, type Progress, usualManner } from '../crew/judge-all.ts'
import { judgeInto } from './judge-into.ts'
import { stretchJudge } from './judge-stretch.ts'
import { policyOf } from './policy.ts'

export type { Progress } from '../crew/judge-all.ts'

const program = new URL('./crew-member.mjs', import.meta.url)
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
    const { stretch, workers } = { ...usualManner, ...manner }
    await ownBuilding(hold, authority)
    const building = await transaction(db, job, (tx) => open(tx, authority))
    const { total, stretches } = await transaction(db, job, (tx) => stretchesOf(tx, [authority], stretch))
    let done = 0
    for await (const people of judgeAll(db, { open: stretchJudge, program, workers }, building, stretches)) {
      done += people
      await progress(Math.min(done, total), total)
      await stayAwake(hold)
    }
    await transaction(db, job, (tx) => flip(tx, building))
  })

const noProgress: Progress = async () => {}

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
