import type { Column } from './column.ts'
import type { Draft } from './draft.ts'
import { Heading } from './heading.ts'
import { spreadMerges, strayCells } from './merged-cells.ts'
import { type Complaint, complaint, problemAt, type RosterProblem } from './problem.ts'
import { cellKey, isBlankRow, type SheetTable } from './sheet-table.ts'
import { type SheetName, sheets, type Values } from './sheets.ts'

/** The rows of one file, with what is wrong and what was left aside. */
export interface SheetReading<S extends SheetName> {
  readonly drafts: readonly Draft<S>[]
  readonly problems: readonly RosterProblem[]
  readonly warnings: readonly RosterProblem[]
}

const requiredMissing = complaint(
  'REQUIRED_MISSING',
  { zh: '必填，但为空。', en: 'This cell is required but blank.' },
  { zh: '请填写；日期不详时写 ?。', en: 'Fill it in; write ? for an unknown day.' },
)

const badText = complaint(
  'BAD_TEXT',
  { zh: '含有不可见的控制字符。', en: 'The cell contains invisible control characters.' },
  { zh: '请重新输入该单元格的内容。', en: 'Type the content of the cell again.' },
)

const rowTooLong = complaint(
  'BAD_CSV',
  { zh: '本行的单元格多于表头的列数。', en: 'This row has more cells than the heading has columns.' },
  {
    zh: '多半是内容里的逗号未加引号；列表请用 ；或、分隔。',
    en: 'Probably a comma was not quoted; separate lists by ; instead.',
  },
)

/** Reads the table of one sheet; every filled cell is read, so that every bad one is listed. */
export const readSheet = <S extends SheetName>(file: string, sheet: S, given: SheetTable): SheetReading<S> => {
  const heading = new Heading(file, sheet, given)
  const { problems, warnings, band, written } = heading
  const table = given.merges === undefined ? given : spreadMerges(given, band)
  if (given.merges !== undefined) for (const stray of strayCells(file, table, heading)) problems.push(stray)
  const drafts = table.rows.slice(band.bottom + 1).flatMap((cells, index) => {
    if (isBlankRow(cells)) return []
    const row = band.bottom + index + 2
    const extra = given.merges === undefined ? cells.slice(written.length).find((cell) => cell !== '') : undefined
    if (extra !== undefined) problems.push(problemAt({ file, row, column: null, value: extra }, rowTooLong))
    return [readRow<S>({ file, row, sheet, heading, cells, bad: table.bad, problems })]
  })
  return { drafts, problems, warnings }
}

interface RowToRead<S extends SheetName> {
  readonly file: string
  readonly row: number
  readonly sheet: S
  readonly heading: Heading
  readonly cells: readonly string[]
  readonly bad: SheetTable['bad']
  readonly problems: RosterProblem[]
}

const readRow = <S extends SheetName>(given: RowToRead<S>): Draft<S> => {
  const { file, row, sheet, heading, cells, problems } = given
  const stated = new Map<string, string>()
  const unread = new Map<string, Complaint>()
  heading.columns.forEach((entry, index) => {
    const cell = cells[index] ?? ''
    if (entry === null || cell === '' || stated.has(entry[0])) return
    stated.set(entry[0], cell)
    const wrong = given.bad?.get(cellKey(row - 1, index))
    if (wrong !== undefined) unread.set(entry[0], wrong)
  })
  const bad = new Set<string>()
  const values: Record<string, unknown> = {}
  const present = new Set(heading.columns.map((entry) => entry?.[0]))
  for (const [name, column] of Object.entries<Column<unknown>>(sheets[sheet])) {
    const cell = stated.get(name)
    const wrong = unread.get(name)
    const reading = wrong !== undefined ? { wrong } : cell === undefined ? blank(column) : readCell(column, cell)
    values[name] = 'value' in reading ? reading.value : null
    if ('value' in reading) continue
    bad.add(name)
    // A column that is missing altogether is one problem, not one per row.
    if (present.has(name)) problems.push(problemAt({ file, row, column: name, value: cell ?? null }, reading.wrong))
  }
  // Justified: `values` holds, for every column of the sheet, what that column's own reader returned, or null.
  return { file, row, cells: stated, bad, values: values as Values<S> }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

const readCell = (column: Column<unknown>, cell: string) =>
  control.test(cell) ? { wrong: badText } : column.read(cell)

const blank = (column: Column<unknown>) => (column.required ? { wrong: requiredMissing } : { value: null })
