import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeExcelFile from 'write-excel-file/node'
import { rosterOf } from './roster.ts'

type Sheets = Readonly<Record<string, string>>

const asFolder = async (sheets: Sheets, path: string): Promise<void> => {
  await mkdir(path)
  for (const [name, text] of Object.entries(sheets)) await writeFile(join(path, `${name}.csv`), text)
}

const asWorkbook = (sheets: Sheets, path: string): Promise<void> =>
  writeExcelFile(
    Object.entries(sheets).map(([sheet, text]) => ({
      sheet,
      data: text
        .trimEnd()
        .split('\n')
        .map((line) => line.split(',').map((value) => (value === '' ? null : { value, type: String }))),
    })),
  ).toFile(path)

/** Where the same roster lies in each form an office may hand in. */
export interface RosterFiles {
  readonly csv: string
  readonly xlsx: string
}

/** A roster of so many assignments on disk, gone afterwards. */
export const withRosterFiles = async <T>(count: number, work: (files: RosterFiles) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'cadre-roster-'))
  const files = { csv: join(folder, 'roster'), xlsx: join(folder, 'roster.xlsx') }
  try {
    const sheets = rosterOf(count)
    await asFolder(sheets, files.csv)
    await asWorkbook(sheets, files.xlsx)
    return await work(files)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
