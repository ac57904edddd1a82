import type { Column } from './column.ts'
import { sheetOf } from './read-roster.ts'
import { sheets } from './sheets.ts'

/** The column under the Chinese heading an office may have given it, and by its canonical name. */
export const columnInChinese = (file: string, column: string | null): string | null => {
  const sheet = sheetOf(file)
  if (sheet === null || column === null) return column
  const known = Object.entries<Column<unknown>>(sheets[sheet]).find(([name]) => name === column)
  const heading = known?.[1].headings[0]
  return heading === undefined ? column : `${heading}（${column}）`
}
