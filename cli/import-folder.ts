import { stat } from 'node:fs/promises'
import { importRoster } from '../acts/roster/import-roster.ts'
import { renderReport } from '../acts/roster/report.ts'
import { folderSource } from '../acts/roster/source.ts'
import { withDatabase } from './database.ts'
import { exitCodes, Failure } from './failure.ts'
import { complain, say } from './say.ts'

interface Options {
  readonly at: string
  readonly by: string
  readonly check?: boolean
}

/** `cadre import`: takes a roster whole, or lists every bad cell and takes nothing. */
export const importFolder = async (folder: string, { at, by, check = false }: Options): Promise<void> => {
  const entry = await stat(folder).catch(() => null)
  if (entry === null || !entry.isDirectory())
    throw new Failure(`\`${folder}\`不是文件夹。名册是一个装有 people.csv、posts.csv 等文件的文件夹。`)
  const report = await withDatabase((db) => importRoster(db, folderSource(folder), { at, by, check }))
  if (report.accepted) say(renderReport(report))
  else {
    complain(renderReport(report))
    process.exitCode = exitCodes.refused
  }
}
