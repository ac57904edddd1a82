import { stat } from 'node:fs/promises'
import { folderSource, type RosterSource } from './source.ts'
import { workbookSource } from './workbook/workbook-source.ts'
import { zipSource } from './zip-source.ts'

/** The roster at a path: a folder of CSV files, a .zip of them, or an .xlsx workbook. `null`: it is none of these. */
export const pathSource = async (path: string): Promise<RosterSource | null> => {
  const entry = await stat(path).catch(() => null)
  if (entry?.isDirectory()) return folderSource(path)
  if (!entry?.isFile()) return null
  if (/\.xls[xm]$/i.test(path)) return workbookSource(path)
  return /\.zip$/i.test(path) ? zipSource(path) : null
}
