import type { Outcome, ReportLine } from '../../../db/queries/roster-reports.ts'
import { isRosterProblemCode, type RosterProblem } from '../problem.ts'
import type { RosterReport, Told } from '../report/report.ts'

const lineOf = ({ file, ...problem }: RosterProblem): Outcome['problems'][number] => ({ ...problem, sheet: file })

/** A report as it is kept. */
export const outcomeOf = ({ accepted, on, counts, problems, warnings }: RosterReport): Outcome => ({
  accepted,
  on,
  counts: { ...counts },
  problems: problems.map(lineOf),
  warnings: warnings.map(lineOf),
})

/** A line of a kept report, as it was found. */
export const problemOf = ({ code, sheet: file, row, column, value, reason, remedy }: ReportLine): RosterProblem => {
  if (!isRosterProblemCode(code)) throw new Error(`\`${code}\` is no problem of a roster.`)
  return { code, file, row, column, value, reason, remedy }
}

/** A refused roster in one line, for whoever only looks at the job. */
export const refusedIn = ({ problems: { length } }: Told): string =>
  `名册有 ${length} 处问题，未写入任何内容。The roster has ${length} problems; nothing was written.`
