import { complaint } from '../problem.ts'
import { Archive, type ArchiveLimits, archiveLimits, Unreadable } from './archive.ts'
import { nameOf, type PackedBytes } from './packed-bytes.ts'
import type { RosterFile, UnreadableFile } from './source.ts'

/** What some systems pack beside the files one sees. */
const unseen = /(?:^|\/)(?:__MACOSX\/|\.)/

/** Whether a file of an archive is one of a roster's. */
export const isCsvName = (name: string): boolean => /\.csv$/i.test(name) && !unseen.test(name)

const noSheets = complaint(
  'BAD_ARCHIVE',
  { zh: '压缩包里没有 CSV 文件。', en: 'The archive has no CSV files.' },
  {
    zh: '请把 people.csv、posts.csv 等文件直接压缩；工作簿不必压缩，直接导入 .xlsx。',
    en: 'Pack people.csv, posts.csv and so on; a workbook need not be packed: import the .xlsx itself.',
  },
)

/** The CSV files of a .zip, in whatever folder of it, by name. */
export async function* zipSource(
  from: string | PackedBytes,
  limits: ArchiveLimits = archiveLimits,
): AsyncGenerator<RosterFile | UnreadableFile> {
  const name = nameOf(from)
  try {
    const archive = await Archive.open(from, limits)
    try {
      const files = archive.names.filter(isCsvName).sort()
      if (files.length === 0) yield { name, wrong: noSheets }
      for (const each of files) yield { name: each, bytes: await archive.bytes(each) }
    } finally {
      archive.close()
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    yield { name, wrong: error.wrong }
  }
}
