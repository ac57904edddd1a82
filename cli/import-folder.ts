import { resolve } from 'node:path'
import { importRoster, type RosterPhase, type RosterProgress } from '../acts/roster/import-roster.ts'
import { pathSource } from '../acts/roster/reading/path-source.ts'
import { type RosterReport, renderReport } from '../acts/roster/report/report.ts'
import { writeReportWorkbook } from '../acts/roster/report/report-workbook.ts'
import { fitted } from './columns.ts'
import { withDatabase } from './database.ts'
import { checkedDay } from './day.ts'
import { exitCodes, Failure } from './failure.ts'
import { type ProgressLine, withProgress } from './progress.ts'
import { complain, roomToComplain, roomToSay, say } from './say.ts'

interface Options {
  readonly at: string
  readonly by: string
  readonly on?: string
  readonly check?: boolean
  readonly report?: string
}

const noRoster = (path: string): string =>
  `\`${path}\`不是文件夹、.zip 或 .xlsx。名册是装有 people.csv、posts.csv 等文件的文件夹或其 .zip，或一个 .xlsx 工作簿（.xls、.et 请另存为 .xlsx）。`

const phases: readonly (readonly [RosterPhase, string])[] = [
  ['reading', '读取名册'],
  ['checking', '核对'],
  ['writing', '写入'],
  ['judging', '评定'],
]

/** The phases in equal parts, each filled as far as it is known to be. */
const shownOn =
  (line: ProgressLine): RosterProgress =>
  async (phase, done, total) => {
    const place = phases.findIndex(([each]) => each === phase)
    const people = total === null || total === 0 ? '' : ` ${done > 0 ? `${done}/` : ''}${total} 人`
    const part = total === null || total === 0 ? 0 : done / total
    line.show((place + part) / phases.length, `${phases[place]?.[1] ?? ''}${people}`)
  }

const inRoom = (text: string, room: number | null): string => (room === null ? text : fitted(text, room))

/** `cadre import`: takes a roster whole, or lists every bad cell and takes nothing. */
export const importFolder = async (
  path: string,
  { at, by, on, check = false, report: out }: Options,
): Promise<void> => {
  if (out !== undefined && resolve(out) === resolve(path))
    throw new Failure(`--report 不能写在名册\`${path}\`上；请另取文件名。`, exitCodes.misused)
  const source = await pathSource(path)
  if (source === null) throw new Failure(noRoster(path))
  const options = { at, by, check, ...(on !== undefined && { on: checkedDay(on) }) }
  const report = await withDatabase((db) =>
    withProgress(async (line) => {
      const tell = shownOn(line)
      await tell('reading', 0, null)
      return importRoster(db, source, options, tell)
    }),
  )
  const told = renderReport(report)
  if (report.accepted) say(inRoom(told, roomToSay()))
  else {
    complain(inRoom(told, roomToComplain()))
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
