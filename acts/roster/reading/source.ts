import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Complaint } from '../problem.ts'
import type { SheetTable } from './sheet-table.ts'

/** One file of a roster: its name says which sheet it is (`people.csv`). */
export interface RosterFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** One sheet of a workbook, by the name on its tab. */
export interface RosterSheet {
  readonly name: string
  readonly table: SheetTable
}

/** A file of which nothing can be read: a damaged archive, one that would unpack to more than is allowed. */
export interface UnreadableFile {
  readonly name: string
  readonly wrong: Complaint
}

export type RosterPart = RosterFile | RosterSheet | UnreadableFile

/** Where a roster comes from: a folder, an archive, a workbook, an upload, or text made on the spot. */
export type RosterSource = AsyncIterable<RosterPart> | Iterable<RosterPart>

/** The CSV files of a folder, by name. */
export async function* folderSource(path: string): AsyncGenerator<RosterFile> {
  const names = (await readdir(path)).filter((name) => name.toLowerCase().endsWith('.csv')).sort()
  for (const name of names) yield { name, bytes: await readFile(join(path, name)) }
}

/** A roster made of texts, one per sheet: `{ people: 'code,name…' }`, or `people.csv`. */
export const textSource = (sheets: Readonly<Record<string, string>>): readonly RosterFile[] =>
  Object.entries(sheets).map(([sheet, text]) => ({
    name: sheet.endsWith('.csv') ? sheet : `${sheet}.csv`,
    bytes: new TextEncoder().encode(text),
  }))
