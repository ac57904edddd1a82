import { Archive, type ArchiveLimits, archiveLimits, Unreadable } from '../archive.ts'
import { nameOf, type PackedBytes } from '../packed-bytes.ts'
import type { RosterSheet, UnreadableFile } from '../source.ts'
import { readParts } from './parts.ts'
import { readSheetRows } from './sheet-rows.ts'

/** The sheets of an .xlsx workbook, in the order of their tabs; problems name the tab. */
export async function* workbookSource(
  from: string | PackedBytes,
  limits: ArchiveLimits = archiveLimits,
): AsyncGenerator<RosterSheet | UnreadableFile> {
  try {
    const archive = await Archive.open(from, limits)
    try {
      const parts = await readParts(archive)
      for (const sheet of parts.sheets) {
        yield { name: sheet.name, table: await readSheetRows(archive, sheet.path, parts) }
      }
    } finally {
      archive.close()
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    yield { name: nameOf(from), wrong: error.wrong }
  }
}
