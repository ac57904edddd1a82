import { previewQueue } from '../../db/boss.ts'
import type { Database } from '../../db/connect.ts'
import { finishJob } from '../../db/queries/evaluation-jobs.ts'
import { finishPreview, type PreviewRow, previewOfJob } from '../../db/queries/previews.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import type { Manner, Progress } from '../crew/judge-all.ts'
import { compareDocument } from './compare-document.ts'
import { compareMoments } from './compare-moments.ts'
import type { Compared } from './compare-stretch.ts'
import { digestOn, type Ground, groundNow } from './freshness.ts'
import { recordChanges } from './record-changes.ts'

const job = { mode: 'write', pace: 'job' } as const
const reading = { mode: 'read', pace: 'job' } as const

/** How often it is computed before it is given up, because files or policies change under it. */
const mostTries = 3

/** Files or policies changed each time while it was being computed. */
export class GroundMoving extends Error {
  override readonly name = 'GroundMoving'
}

/**
 * Computes a preview or a replay and records it, its job being done with it. What it rests on is looked at before and after:
 * when it moved meanwhile, all is computed again.
 */
export const runPreview = async (
  db: Database,
  jobId: string,
  progress: Progress = async () => {},
  manner: Manner = {},
): Promise<void> => {
  const asked = await transaction(db, reading, (tx) => previewOfJob(tx, jobId))
  if (asked === null) throw new Error(`The job ${jobId} computes no preview.`)
  for (let attempt = 1; attempt <= mostTries; attempt += 1) {
    const ground = await transaction(db, reading, (tx) => groundNow(tx, asked.jurisdiction))
    const compared = await computing[asked.kind](db, asked, ground.authorities, progress, manner)
    if (await transaction(db, job, (tx) => record(tx, asked, ground, compared))) return
  }
  throw new GroundMoving('Files or policies changed each time while it was being computed.')
}

const computing = { preview: compareDocument, replay: compareMoments }

/** False, and nothing is recorded, when files or policies moved since. */
const record = async (tx: Tx, asked: PreviewRow, ground: Ground, { people, changes }: Compared): Promise<boolean> => {
  const digest = digestOn(asked, ground)
  const now = await groundNow(tx, asked.jurisdiction)
  if (digestOn(asked, now) !== digest) return false
  await recordChanges(tx, asked, changes)
  const { policyDigest, rosterState } = ground
  await finishPreview(tx, asked, { policyDigest, rosterState, digest, people })
  await finishJob(tx, asked.jobId, previewQueue)
  return true
}
