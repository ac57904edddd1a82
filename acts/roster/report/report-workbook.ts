import type { Writable } from 'node:stream'
import writeExcelFile, { type Sheet, type SheetData } from 'write-excel-file/node'
import type { RosterProblem } from '../problem.ts'
import { columnInChinese } from '../reading/column-name.ts'
import { sheetOf, tableOf } from '../reading/read-roster.ts'
import type { RosterPart, RosterSource } from '../reading/source.ts'
import { markedSheet, plainSheet, textCell, titleCell } from './marked-sheet.ts'
import type { Told } from './report.ts'
import { reportSheet } from './report-words.ts'

type Page = Sheet<Buffer>

const listed: readonly (readonly [head: string, width: number, of: (problem: RosterProblem) => string])[] = [
  ['表', 16, ({ file }) => file],
  ['行', 8, ({ row }) => (row === null ? '' : String(row))],
  ['列', 24, ({ file, column }) => columnInChinese(file, column) ?? ''],
  ['内容', 20, ({ value }) => value ?? ''],
  ['问题', 50, ({ reason }) => reason.zh],
  ['处理办法', 50, ({ remedy }) => remedy.zh],
  ['Problem', 50, ({ reason }) => reason.en],
  ['Remedy', 50, ({ remedy }) => remedy.en],
  ['代码', 20, ({ code }) => code],
]

/** Every problem in reading order, then every warning. */
const listOf = ({ problems, warnings }: Told): Page => {
  const head = ['', ...listed.map(([title]) => title)].map(titleCell)
  const lines = (kind: string, found: readonly RosterProblem[]): SheetData =>
    found.map((problem) =>
      [kind, ...listed.map(([, , of]) => of(problem))].map((text) => textCell(text, { wrap: true })),
    )
  return {
    sheet: reportSheet,
    data: [head, ...lines('问题', problems), ...lines('提示', warnings)],
    columns: [{ width: 6 }, ...listed.map(([, width]) => ({ width }))],
    stickyRowsCount: 1,
  }
}

/** A name a tab may have: 31 characters, none of the seven signs, no two alike. */
const tabName = (file: string, taken: Set<string>): string => {
  const base = (file.split(/[\\/]/).at(-1) ?? '').replace(/\.csv$/i, '').replace(/[\\/?*[\]:]/g, '_') || '_'
  let name = base.slice(0, 31)
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base.slice(0, 26)} (${n})`
  taken.add(name.toLowerCase())
  return name
}

const pageOf = (part: RosterPart, report: Told, taken: Set<string>): readonly Page[] => {
  const table = tableOf(part)
  if ('wrong' in table || part.name === reportSheet) return []
  const name = sheetOf(part.name)
  const sheet = tabName(part.name, taken)
  if (name === null) return [{ sheet, data: plainSheet(table) }]
  const { data, width, headingRows } = markedSheet(part.name, name, table, report)
  const columns = [...Array.from({ length: width }, () => ({ width: 14 })), { width: 40 }, { width: 40 }]
  return [{ sheet, data, columns, stickyRowsCount: headingRows }]
}

/**
 * The report as a workbook to be corrected and handed in again: the list of all problems, then the sheets as they were
 * given, bad cells coloured, with reason and remedy at the end of their rows. Reads the source once more.
 */
export const writeReportWorkbook = async (source: RosterSource, report: Told, to: string | Writable): Promise<void> => {
  const taken = new Set([reportSheet])
  const pages: Page[] = [listOf(report)]
  for await (const part of source) pages.push(...pageOf(part, report, taken))
  const workbook = writeExcelFile(pages)
  await (typeof to === 'string' ? workbook.toFile(to) : workbook.toStream(to))
}
