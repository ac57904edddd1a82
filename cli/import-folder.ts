import { importRoster } from '../acts/roster/import-roster.ts'
import { pathSource } from '../acts/roster/path-source.ts'
import { renderReport } from '../acts/roster/report.ts'
import { withDatabase } from './database.ts'
import { exitCodes, Failure } from './failure.ts'
import { complain, say } from './say.ts'

interface Options {
  readonly at: string
  readonly by: string
  readonly check?: boolean
}

const noRoster = (path: string): string =>
  `\`${path}\`不是文件夹、.zip 或 .xlsx。名册是装有 people.csv、posts.csv 等文件的文件夹或其 .zip，或一个 .xlsx 工作簿（.xls、.et 请另存为 .xlsx）。`

/** `cadre import`: takes a roster whole, or lists every bad cell and takes nothing. */
export const importFolder = async (path: string, { at, by, check = false }: Options): Promise<void> => {
  const source = await pathSource(path)
  if (source === null) throw new Failure(noRoster(path))
  const report = await withDatabase((db) => importRoster(db, source, { at, by, check }))
  if (report.accepted) say(renderReport(report))
  else {
    complain(renderReport(report))
    process.exitCode = exitCodes.refused
  }
}
