import { sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { rootOf } from '../../db/divisions.ts'
import { DatabaseError } from '../../db/errors.ts'
import { recut } from '../../db/facts.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import type { LeftToDo } from '../../db/tables/roster-import.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { type DayText, type DivisionCode, day } from '../../policy/index.ts'
import { evaluatePeople } from '../evaluate/evaluate-people.ts'
import { runJobsUntilDone } from '../jobs/work.ts'
import { examine } from './checking/examine.ts'
import { checkOffice } from './checking/office.ts'
import { dueByJudgement, dueByRecord } from './due.ts'
import { frugally } from './frugal.ts'
import { inReadingOrder } from './problem.ts'
import { type RosterReading, readRoster } from './reading/read-roster.ts'
import type { RosterSource } from './reading/source.ts'
import type { RosterCounts, RosterReport } from './report/report.ts'
import { type Applied, apply } from './writing/apply.ts'

export interface ImportOptions {
  /** The jurisdiction that files the roster; bare codes are its own. */
  readonly at: DivisionCode
  readonly by: string
  /** Examine only: nothing is written. */
  readonly check?: boolean
  /** The day the counts speak of; default today. */
  readonly on?: DayText
}

/** What an import is at, in its order. */
export type RosterPhase = 'reading' | 'checking' | 'writing' | 'judging'

/** Told what an import is at, and how many of the people concerned are done. */
export type RosterProgress = (phase: RosterPhase, done: number, total: number | null) => Promise<void>

/** Whoever follows an import. */
export interface RosterWatch {
  readonly tell: RosterProgress
  /** Called at the end of the transaction that writes a roster, within it. */
  readonly keep: (tx: Tx, report: RosterReport, left: LeftToDo) => Promise<void>
}

/** Ends the transaction of a check, so that nothing of it stays. */
class OnlyChecked extends Error {
  readonly taken: Taken

  constructor(taken: Taken) {
    super('A check writes nothing.')
    this.taken = taken
  }
}

/** What one transaction made of a roster, and what it left to do when it wrote something. */
interface Taken {
  readonly report: RosterReport
  readonly left: LeftToDo | null
}

const writing = { mode: 'write', pace: 'job' } as const

/** How far memory may grow, in per cent: while a roster is worked on, and while every row of it is held several times. */
const [loose, tight] = [75, 25]

/**
 * Takes a roster whole, or refuses it whole with every bad cell. Returns when findings are current.
 *
 * Everyone in the file is as the file says; what is not in it stays untouched; importing the same roster again writes
 * nothing, and a changed one supersedes what was believed before.
 */
export const importRoster = async (
  db: Database,
  source: RosterSource,
  options: ImportOptions,
  tell: RosterProgress = async () => {},
): Promise<RosterReport> => {
  const { report, left } = await takeRoster(db, source, options, { tell, keep: async () => {} })
  if (left === null) return report
  return { ...report, counts: { ...report.counts, ...(await settleRoster(db, left, report.on, tell)) } }
}

/** Writes a roster whole, or says why not. What it leaves to do is for `settleRoster`, of this process or another one. */
export const takeRoster = (
  db: Database,
  source: RosterSource,
  options: ImportOptions,
  watch: RosterWatch,
): Promise<Taken> =>
  frugally(loose, async () => {
    checkOffice(options.at)
    const reading = await frugally(tight, () => readRoster(source))
    return insisting(() => take(db, reading, options, watch))
  })

/** Returns when the findings of everyone touched are current, with how many became due by them, and how many ceased. */
export const settleRoster = async (db: Database, left: LeftToDo, on: DayText, tell: RosterProgress) => {
  await runJobsUntilDone(db, left.jobs, (done, total) => tell('judging', done, total))
  const due = await transaction(db, { mode: 'read', pace: 'job' }, (tx) => dueByRecord(tx, left.touched, day(on)))
  return dueChanges(new Set(left.dueBefore), due)
}

/** A single change may come between the checks and the writing; then everything is checked once more. */
const insisting = async <T>(attempt: () => Promise<T>): Promise<T> => {
  try {
    return await attempt()
  } catch (error) {
    const met = error instanceof DatabaseError && ['overlap', 'duplicate', 'deadlock'].includes(error.refusal)
    if (!met) throw error
    return attempt()
  }
}

const take = async (
  db: Database,
  reading: RosterReading,
  options: ImportOptions,
  watch: RosterWatch,
): Promise<Taken> => {
  try {
    return await transaction(db, writing, (tx) => takeWithin(tx, reading, options, watch))
  } catch (error) {
    if (error instanceof OnlyChecked) return error.taken
    throw error
  }
}

/** First part of the key of the lock that lets one roster of a province in at a time. */
const rosterLock = 7_303

/** Another roster of the province may take its time. */
const waitOurTurn = async (tx: Tx, at: DivisionCode): Promise<void> => {
  await tx.execute(sql`set local lock_timeout = '10min'`)
  await tx.execute(sql`select pg_advisory_xact_lock(${rosterLock}::int, ${rootOf(at)}::int)`)
  await tx.execute(sql`set local lock_timeout = '30s'`)
}

const takeWithin = async (
  tx: Tx,
  reading: RosterReading,
  options: ImportOptions,
  { tell, keep }: RosterWatch,
): Promise<Taken> => {
  const people = reading.drafts.people.length
  await tell('checking', 0, people)
  await waitOurTurn(tx, options.at)
  const on = options.on ?? (await todayInLaw(tx))
  const empty: RosterReport = {
    ...{ accepted: false, check: options.check ?? false, at: options.at, on },
    problems: inReadingOrder(reading.problems),
    warnings: inReadingOrder(reading.warnings),
    counts: nothingCounted,
  }
  if (reading.broken) return { report: empty, left: null }
  const { report, applied } = await frugally(tight, () => written(tx, reading, empty, tell))
  if (applied === null) return { report, left: null }
  const dueBefore = await dueByRecord(tx, applied.touched, day(on))
  const counts = countsOf(applied, reading)
  await tell('judging', 0, applied.touched.length)
  if (report.check) throw new OnlyChecked(await checked(tx, { ...report, counts }, applied, dueBefore))
  const { jobs, people: judged } = await evaluatePeople(tx, applied.touched, applied.besides)
  await tell('judging', judged, applied.touched.length)
  const left = { touched: applied.touched, dueBefore: [...dueBefore], jobs }
  await keep(tx, { ...report, counts }, left)
  return { report: { ...report, counts }, left }
}

/** Writes what passes the checks, whole or not at all. What was made of the rows meanwhile is let go when this returns. */
const written = async (
  tx: Tx,
  reading: RosterReading,
  empty: RosterReport,
  tell: RosterProgress,
): Promise<{ readonly report: RosterReport; readonly applied: Applied | null }> => {
  const people = reading.drafts.people.length
  const examined = await examine(tx, reading, empty.at)
  const report: RosterReport = {
    ...empty,
    accepted: reading.problems.length + examined.problems.length === 0,
    problems: inReadingOrder([...reading.problems, ...examined.problems]),
    warnings: inReadingOrder([...reading.warnings, ...examined.warnings]),
  }
  await tell('checking', people, people)
  if (!report.accepted) return { report, applied: null }
  if (!report.check) await tell('writing', 0, people)
  return { report, applied: await apply(tx, examined) }
}

/** Judges as things would stand, without a record. */
const checked = async (
  tx: Tx,
  report: RosterReport,
  { touched }: Applied,
  dueBefore: ReadonlySet<string>,
): Promise<Taken> => {
  await recut(tx, touched)
  const due = await dueByJudgement(tx, touched, day(report.on))
  const counts = { ...report.counts, ...dueChanges(dueBefore, due) }
  return { report: { ...report, counts }, left: null }
}

const nothingCounted: RosterCounts = {
  ...{ people: 0, peopleNew: 0, peopleChanged: 0, organisationChanged: 0 },
  ...{ personalChanged: 0, careersChanged: 0, statesChanged: 0, dossiersChanged: 0, kinChanged: 0 },
  ...{ judged: 0, becomeDue: 0, ceaseDue: 0 },
}

const countsOf = ({ touched, besides: _, ...applied }: Applied, { drafts }: RosterReading): RosterCounts => ({
  ...nothingCounted,
  ...applied,
  people: drafts.people.length,
  judged: touched.length,
})

const dueChanges = (before: ReadonlySet<string>, after: ReadonlySet<string>) => ({
  becomeDue: [...after].filter((id) => !before.has(id)).length,
  ceaseDue: [...before].filter((id) => !after.has(id)).length,
})
