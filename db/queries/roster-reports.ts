import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Bilingual, DayText } from '../../policy/index.ts'
import { type LeftToDo, type ProblemRank, rosterImport, rosterProblem } from '../tables/roster-import.ts'
import type { Tx } from '../transaction.ts'

/** An import's row: placement key and job. */
export interface ImportKey {
  readonly root: number
  readonly jobId: string
}

/** One bad or doubtful cell, as a report keeps it. */
export interface ReportLine {
  readonly ordinal: number
  readonly code: string
  readonly sheet: string
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
  readonly reason: Bilingual
  readonly remedy: Bilingual
}

/** What an import came to. */
export interface Outcome {
  readonly accepted: boolean
  readonly on: DayText
  readonly counts: Readonly<Record<string, number>>
  readonly problems: readonly Omit<ReportLine, 'ordinal'>[]
  readonly warnings: readonly Omit<ReportLine, 'ordinal'>[]
}

/** How long what a report quotes of a file is kept. */
export const reportDays = 30

const isImport = ({ root, jobId }: ImportKey) => and(eq(rosterImport.root, root), eq(rosterImport.jobId, jobId))

/**
 * Keeps what an import came to. With `left` it is kept in the transaction that writes the roster, once: false when that
 * was done before, by a worker that was thought dead.
 */
export const keepOutcome = async (tx: Tx, key: ImportKey, outcome: Outcome, left: LeftToDo | null) => {
  const { accepted, counts, problems, warnings } = outcome
  const rows = await tx
    .update(rosterImport)
    .set({
      ...{ accepted, counts, countedOn: outcome.on, taken: left },
      ...{ problemCount: problems.length, warningCount: warnings.length },
      reportUntil: sql`now() + make_interval(days => ${reportDays}::int)`,
    })
    .where(and(isImport(key), isNull(rosterImport.taken)))
    .returning({ jobId: rosterImport.jobId })
  if (rows.length === 0) return false
  await tx.delete(rosterProblem).where(isLineOf(key))
  await keepLines(tx, key, 0, problems)
  await keepLines(tx, key, 1, warnings)
  return true
}

/** Nothing is left to do; who became due is counted by now. */
export const settleOutcome = async (tx: Tx, key: ImportKey, counts: Outcome['counts']): Promise<void> => {
  await tx.update(rosterImport).set({ counts, taken: null }).where(isImport(key))
}

export const keepReportFile = async (tx: Tx, key: ImportKey, reportId: string): Promise<void> => {
  await tx.update(rosterImport).set({ reportId }).where(isImport(key))
}

const isLineOf = ({ root, jobId }: ImportKey) => and(eq(rosterProblem.root, root), eq(rosterProblem.jobId, jobId))

const linesAtOnce = 2_000

/** The database holds every character but this one. */
const storable = (text: string | null) => text?.replaceAll('\0', '\uFFFD') ?? null

const keepLines = async (tx: Tx, key: ImportKey, rank: ProblemRank, lines: Outcome['problems']): Promise<void> => {
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    const rows = lines.slice(from, from + linesAtOnce).map(({ code, row, reason, remedy, ...place }, i) => ({
      ...{ ordinal: from + i, code, row, sheet: storable(place.sheet) },
      ...{ column: storable(place.column), value: storable(place.value) },
      ...{ reason_zh: storable(reason.zh), reason_en: storable(reason.en) },
      ...{ remedy_zh: storable(remedy.zh), remedy_en: storable(remedy.en) },
    }))
    await tx.execute(sql`
      insert into roster_problem (root, job_id, rank, ordinal, code, sheet, "row", "column", value, reason_zh, reason_en, remedy_zh, remedy_en)
      select ${key.root}::int, ${key.jobId}::uuid, ${rank}::smallint, l.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as l (ordinal int, code text, sheet text, "row" int, "column" text, value text, reason_zh text, reason_en text, remedy_zh text, remedy_en text)`)
  }
}

/** Lines of a report after a number, in reading order. */
export const reportLines = async (
  tx: Tx,
  key: ImportKey,
  rank: ProblemRank,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly ReportLine[]> => {
  const rows = await tx
    .select()
    .from(rosterProblem)
    .where(and(isLineOf(key), eq(rosterProblem.rank, rank), gt(rosterProblem.ordinal, after)))
    .orderBy(asc(rosterProblem.ordinal))
    .limit(limit)
  return rows.map(({ reasonZh, reasonEn, remedyZh, remedyEn, ...line }) => ({
    ...line,
    reason: { zh: reasonZh, en: reasonEn },
    remedy: { zh: remedyZh, en: remedyEn },
  }))
}
