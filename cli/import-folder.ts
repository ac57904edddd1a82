import { resolve } from 'node:path'
import { importRoster } from '../acts/roster/import-roster.ts'
import { pathSource } from '../acts/roster/path-source.ts'
import { type RosterReport, renderReport } from '../acts/roster/report.ts'
import { writeReportWorkbook } from '../acts/roster/report-workbook.ts'
import { withDatabase } from './database.ts'
import { exitCodes, Failure } from './failure.ts'
import { complain, say } from './say.ts'

interface Options {
  readonly at: string
  readonly by: string
  readonly check?: boolean
  readonly report?: string
}

const noRoster = (path: string): string =>
  `\`${path}\`不是文件夹、.zip 或 .xlsx。名册是装有 people.csv、posts.csv 等文件的文件夹或其 .zip，或一个 .xlsx 工作簿（.xls、.et 请另存为 .xlsx）。`

/** `cadre import`: takes a roster whole, or lists every bad cell and takes nothing. */
export const importFolder = async (path: string, { at, by, check = false, report: out }: Options): Promise<void> => {
  if (out !== undefined && resolve(out) === resolve(path))
    throw new Failure(`--report 不能写在名册\`${path}\`上；请另取文件名。`, exitCodes.misused)
  const source = await pathSource(path)
  if (source === null) throw new Failure(noRoster(path))
  const report = await withDatabase((db) => importRoster(db, source, { at, by, check }))
  if (report.accepted) say(renderReport(report))
  else {
    complain(renderReport(report))
    process.exitCode = exitCodes.refused
  }
  if (out !== undefined) await writeReport(path, report, out)
}

/** The report as a workbook, when there is anything to mark in it. */
const writeReport = async (path: string, report: RosterReport, out: string): Promise<void> => {
  const source = await pathSource(path)
  const { problems, warnings } = report
  if (source === null || problems.length + warnings.length === 0) return say(`没有需要标出的单元格，未写 ${out}。`)
  await writeReportWorkbook(source, report, out)
  say(`已写入 ${out}：标出 ${problems.length} 处问题、${warnings.length} 条提示，改好后可直接再导入。`)
}
