import { sql } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { rootOf } from '../../db/divisions.ts'
import { DatabaseError } from '../../db/errors.ts'
import { type Ref, recut } from '../../db/facts.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { type DayText, type DivisionCode, day } from '../../policy/index.ts'
import { evaluatePeople } from '../evaluate/evaluate-people.ts'
import { runJobsUntilDone } from '../jobs/work.ts'
import { invalid } from '../problem.ts'
import { type Applied, apply } from './apply.ts'
import { isDivision } from './division-book.ts'
import { dueByJudgement, dueByRecord } from './due.ts'
import { examine } from './examine.ts'
import { frugally } from './frugal.ts'
import { inReadingOrder } from './problem.ts'
import { type RosterReading, readRoster } from './read-roster.ts'
import type { RosterCounts, RosterReport } from './report.ts'
import type { RosterSource } from './source.ts'

export interface ImportOptions {
  /** The jurisdiction that files the roster; bare codes are its own. */
  readonly at: DivisionCode
  readonly by: string
  /** Examine only: nothing is written. */
  readonly check?: boolean
  /** The day the counts speak of; default today. */
  readonly on?: DayText
}

/** Ends the transaction of a check, so that nothing of it stays. */
class OnlyChecked extends Error {
  readonly taken: Taken

  constructor(taken: Taken) {
    super('A check writes nothing.')
    this.taken = taken
  }
}

/** What one transaction made of a roster. */
interface Taken {
  readonly report: RosterReport
  /** People judged again, those of them due before, and the jobs that still judge some. */
  readonly touched: readonly Ref[]
  readonly dueBefore: ReadonlySet<string>
  readonly jobs: readonly string[]
}

const writing = { mode: 'write', pace: 'job' } as const

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
): Promise<RosterReport> => {
  if (!isDivision(options.at)) throw unknownOffice(options.at)
  const { report, touched, dueBefore, jobs } = await frugally(loose, () => takeRoster(db, source, options))
  if (report.check || !report.accepted) return report
  await runJobsUntilDone(db, jobs)
  const due = await transaction(db, { mode: 'read', pace: 'job' }, (tx) => dueByRecord(tx, touched, day(report.on)))
  return { ...report, counts: { ...report.counts, ...dueChanges(dueBefore, due) } }
}

/** How far memory may grow, in per cent: while a roster is worked on, and while every row of it is held several times. */
const [loose, tight] = [75, 25]

/** What was read is let go when this returns: judging needs none of it. */
const takeRoster = async (db: Database, source: RosterSource, options: ImportOptions): Promise<Taken> => {
  const reading = await frugally(tight, () => readRoster(source))
  return insisting(() => take(db, reading, options))
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

const take = async (db: Database, reading: RosterReading, options: ImportOptions): Promise<Taken> => {
  try {
    return await transaction(db, writing, (tx) => takeWithin(tx, reading, options))
  } catch (error) {
    if (error instanceof OnlyChecked) return error.taken
    throw error
  }
}

/** First part of the key of the lock that lets one roster of a province in at a time. */
const rosterLock = 7_303

const takeWithin = async (tx: Tx, reading: RosterReading, options: ImportOptions): Promise<Taken> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${rosterLock}::int, ${rootOf(options.at)}::int)`)
  const on = options.on ?? (await todayInLaw(tx))
  const empty: RosterReport = {
    ...{ accepted: false, check: options.check ?? false, at: options.at, on },
    problems: inReadingOrder(reading.problems),
    warnings: inReadingOrder(reading.warnings),
    counts: nothingCounted,
  }
  const nothing = { touched: [], dueBefore: new Set<string>(), jobs: [] }
  if (reading.broken) return { report: empty, ...nothing }
  const { report, applied } = await frugally(tight, () => written(tx, reading, empty))
  if (applied === null) return { report, ...nothing }
  const dueBefore = await dueByRecord(tx, applied.touched, day(on))
  const counts = countsOf(applied, reading)
  if (report.check) throw new OnlyChecked(await checked(tx, { ...report, counts }, applied, dueBefore))
  const { jobs } = await evaluatePeople(tx, applied.touched)
  return { report: { ...report, counts }, touched: applied.touched, dueBefore, jobs }
}

/** Writes what passes the checks, whole or not at all. What was made of the rows meanwhile is let go when this returns. */
const written = async (
  tx: Tx,
  reading: RosterReading,
  empty: RosterReport,
): Promise<{ readonly report: RosterReport; readonly applied: Applied | null }> => {
  const examined = await examine(tx, reading, empty.at)
  const report: RosterReport = {
    ...empty,
    accepted: reading.problems.length + examined.problems.length === 0,
    problems: inReadingOrder([...reading.problems, ...examined.problems]),
    warnings: inReadingOrder([...reading.warnings, ...examined.warnings]),
  }
  return { report, applied: report.accepted ? await apply(tx, examined) : null }
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
  return { report: { ...report, counts }, touched, dueBefore, jobs: [] }
}

const nothingCounted: RosterCounts = {
  ...{ people: 0, peopleNew: 0, peopleChanged: 0, organisationChanged: 0 },
  ...{ personalChanged: 0, careersChanged: 0, statesChanged: 0, dossiersChanged: 0, kinChanged: 0 },
  ...{ judged: 0, becomeDue: 0, ceaseDue: 0 },
}

const countsOf = ({ touched, ...applied }: Applied, { drafts }: RosterReading): RosterCounts => ({
  ...nothingCounted,
  ...applied,
  people: drafts.people.length,
  judged: touched.length,
})

const dueChanges = (before: ReadonlySet<string>, after: ReadonlySet<string>) => ({
  becomeDue: [...after].filter((id) => !before.has(id)).length,
  ceaseDue: [...before].filter((id) => !after.has(id)).length,
})

const unknownOffice = (at: string) =>
  invalid(
    ['at'],
    at,
    { zh: `\`${at}\`不在 GB/T 2260 区划树中。`, en: `\`${at}\` is no division of GB/T 2260.` },
    {
      zh: '请用填报机关所在辖区的六位代码。',
      en: 'Give the six-digit code of the jurisdiction that files the roster.',
    },
  )
