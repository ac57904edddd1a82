import { PassThrough } from 'node:stream'
import type { Database } from '../../../db/connect.ts'
import { finishRoster, holdRunning, type RosterJob, rosterJob } from '../../../db/queries/roster-jobs.ts'
import {
  keepOutcome,
  keepReportFile,
  type Outcome,
  reportDays,
  reportLines,
  settleOutcome,
} from '../../../db/queries/roster-reports.ts'
import { deleteFile, endFile, keepFile, type StagedFile, stagedFileOf } from '../../../db/queries/staged-files.ts'
import type { Ref } from '../../../db/recorded.ts'
import type { JobPhase } from '../../../db/tables/job.ts'
import type { LeftToDo } from '../../../db/tables/roster-import.ts'
import { transaction } from '../../../db/transaction.ts'
import { settleRoster, takeRoster } from '../import-roster.ts'
import type { Told } from '../report/report.ts'
import { writeReportWorkbook } from '../report/report-workbook.ts'
import { outcomeOf, problemOf, refusedIn } from './outcome.ts'
import { stageFile } from './stage-file.ts'
import { StagedFileGone } from './staged-bytes.ts'
import { uploadSource } from './upload.ts'

/** Told what an import is at; it may be stopped there, by an error, without losing what was written. */
export type TellPhase = (
  phase: JobPhase,
  done: number,
  total: number | null,
  where: { readonly mayStop: boolean },
) => Promise<void>

/** Somebody discarded the job while it was under way: nothing of it is kept. */
export class RosterDiscarded extends Error {
  override readonly name = 'RosterDiscarded'
}

const read = { mode: 'read', pace: 'job' } as const
const write = { mode: 'write', pace: 'job' } as const
const mayStop = { mayStop: true } as const

/** What an import came to, and what it left to do when it wrote something. */
interface Taken {
  readonly outcome: Outcome
  readonly told: Told
  readonly left: LeftToDo | null
}

/**
 * Does what an import's job asks for, from its upload to its report. Nothing is written but in one transaction, which also
 * notes that it was: whoever takes the job up after a kill begins anew before that, and only ends it after that.
 */
export const importUpload = async (db: Database, id: string, tell: TellPhase): Promise<void> => {
  const job = await transaction(db, read, (tx) => rosterJob(tx, id))
  const upload = await transaction(db, read, (tx) => stagedFileOf(tx, uploadOf(job)))
  if (upload === null) throw new StagedFileGone(`The upload of the job ${id} is not there.`)
  const taken = job.taken === null ? await take(db, job, upload, tell) : await resume(db, job, job.taken)
  const due = taken.left === null ? {} : await settle(db, taken.left, taken.outcome, tell)
  const report = await markedReport(db, job, upload, taken.told, tell)
  await finish(
    db,
    job,
    { ...taken, outcome: { ...taken.outcome, counts: { ...taken.outcome.counts, ...due } } },
    report,
  )
}

const uploadOf = ({ uploadRoot, uploadId }: RosterJob): Ref => ({ root: uploadRoot, id: uploadId })

const take = async (db: Database, job: RosterJob, upload: StagedFile, tell: TellPhase): Promise<Taken> => {
  const { at, by, onlyCheck: check, askedOn } = job
  const source = uploadSource(db, upload, (bytes) => tell('reading', bytes, upload.bytes, mayStop))
  const options = { at, by, check, ...(askedOn !== null && { on: askedOn }) }
  const { report, left } = await takeRoster(db, source, options, {
    tell: (phase, done, total) => tell(phase, done, total, { mayStop: check || phase === 'checking' }),
    keep: async (tx, written, rest) => {
      const ours = (await holdRunning(tx, job.jobId)) && (await keepOutcome(tx, job, outcomeOf(written), rest))
      if (!ours) throw new RosterDiscarded()
    },
  })
  return { outcome: outcomeOf(report), told: report, left }
}

/** The roster was written before a kill: what it came to is on record. */
const resume = async (db: Database, job: RosterJob, left: LeftToDo): Promise<Taken> => {
  const page = { after: -1, limit: job.warningCount }
  const warnings = await transaction(db, read, (tx) => reportLines(tx, job, 1, page))
  const { countedOn, counts } = job
  if (countedOn === null || counts === null) throw new Error(`The job ${job.jobId} wrote a roster and no outcome.`)
  const outcome = { accepted: true, on: countedOn, counts, problems: [], warnings }
  return { outcome, told: { problems: [], warnings: warnings.map(problemOf) }, left }
}

const settle = (db: Database, left: LeftToDo, { on }: Outcome, tell: TellPhase) =>
  settleRoster(db, left, on, (phase, done, total) => tell(phase, done, total, mayStop))

/** The sheets as they came, with what is wrong marked in them; `null` when nothing is. */
const markedReport = async (
  db: Database,
  job: RosterJob,
  upload: StagedFile,
  told: Told,
  tell: TellPhase,
): Promise<Ref | null> => {
  const lines = told.problems.length + told.warnings.length
  if (lines === 0) return null
  await tell('reporting', 0, lines, mayStop)
  const body = new PassThrough()
  const writing = writeReportWorkbook(uploadSource(db, upload), told, body).catch((error) => body.destroy(error))
  const file = await stageFile(db, { root: job.root, by: job.by, days: 1 }, body, async ({ bytes, digest, ...ref }) => {
    await transaction(db, write, (tx) => endFile(tx, ref, { kind: 'report', bytes, digest }))
    return ref
  })
  await writing
  await tell('reporting', lines, lines, mayStop)
  return file
}

/** Keeps the report and ends the job. The upload goes, unless it was only examined and may be imported now. */
const finish = (db: Database, job: RosterJob, { outcome, told, left }: Taken, report: Ref | null): Promise<void> =>
  transaction(db, write, async (tx) => {
    if (!(await holdRunning(tx, job.jobId))) throw new RosterDiscarded()
    if (left === null) await keepOutcome(tx, job, outcome, null)
    else await settleOutcome(tx, job, outcome.counts)
    if (report !== null) {
      await keepReportFile(tx, job, report.id)
      await keepFile(tx, report, reportDays)
    }
    if (!(job.onlyCheck && outcome.accepted)) await deleteFile(tx, uploadOf(job))
    await finishRoster(tx, job.jobId, outcome.accepted ? [] : [refusedIn(told)])
  })
