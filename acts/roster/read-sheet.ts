import type { Column } from './column.ts'
import type { CsvTable } from './csv-table.ts'
import type { Draft } from './draft.ts'
import { complaint, problemAt, type RosterProblem } from './problem.ts'
import { type SheetName, sheets, type Values } from './sheets.ts'
import { didYouMean, quoted } from './suggest.ts'

/** The rows of one file, with what is wrong and what was left aside. */
export interface SheetReading<S extends SheetName> {
  readonly drafts: readonly Draft<S>[]
  readonly problems: readonly RosterProblem[]
  readonly warnings: readonly RosterProblem[]
}

type AnyColumn = readonly [name: string, column: Column<unknown>]

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

/** Which column each heading means; unknown headings are warnings, missing required ones problems. */
class Heading {
  readonly columns: readonly (AnyColumn | null)[]
  readonly problems: RosterProblem[] = []
  readonly warnings: RosterProblem[] = []

  constructor(file: string, sheet: SheetName, cells: readonly string[]) {
    const known: readonly AnyColumn[] = Object.entries(sheets[sheet])
    const byHeading = new Map(
      known.flatMap((entry) => [entry[0], ...entry[1].headings].map((heading) => [heading, entry] as const)),
    )
    const seen = new Set<string>()
    this.columns = cells.map((cell) => {
      const found = byHeading.get(cell.replace(/\s*[*＊]$/, '').toLowerCase()) ?? null
      const place = { file, row: 1, column: cell, value: cell }
      if (found === null && cell !== '') this.warnings.push(problemAt(place, unknownColumn(cell, byHeading.keys())))
      if (found === null) return null
      if (seen.has(found[0])) this.problems.push(problemAt(place, duplicateColumn(found[0])))
      seen.add(found[0])
      return found
    })
    for (const [name, column] of known) {
      if (!column.required || seen.has(name)) continue
      this.problems.push(problemAt({ file, row: 1, column: name, value: null }, missingColumn(name, column, cells)))
    }
  }
}

const unknownColumn = (cell: string, known: Iterable<string>) =>
  complaint(
    'UNKNOWN_COLUMN',
    { zh: '表中没有这一列，其内容未导入。', en: 'The sheet has no such column; its cells were not imported.' },
    didYouMean(cell, known, { zh: '请核对列名，或删去该列。', en: 'Check the heading, or remove the column.' }),
  )

const duplicateColumn = (name: string) =>
  complaint(
    'DUPLICATE_COLUMN',
    { zh: `表头中有两列都是\`${name}\`。`, en: `Two headings both mean \`${name}\`.` },
    { zh: '请只保留一列。', en: 'Keep one of them.' },
  )

const missingColumn = (name: string, column: Column<unknown>, cells: readonly string[]) =>
  complaint(
    'MISSING_COLUMN',
    { zh: `缺少必填列\`${name}\`。`, en: `The required column \`${name}\` is missing.` },
    {
      zh: `请添加表头\`${name}\`或${quoted(column.headings.slice(0, 1), '')}；现有表头：${quoted(cells, '、')}。`,
      en: `Add the heading \`${name}\`; the headings found are ${quoted(cells, ', ')}.`,
    },
  )

/** Reads the table of one sheet; every filled cell is read, so that every bad one is listed. */
export const readSheet = <S extends SheetName>(file: string, sheet: S, table: CsvTable): SheetReading<S> => {
  const [header = [], ...rows] = table.rows
  const heading = new Heading(file, sheet, header)
  const { problems, warnings } = heading
  const drafts = rows.flatMap((cells, index) => {
    if (cells.every((cell) => cell === '')) return []
    const row = index + 2
    const extra = cells.slice(header.length).find((cell) => cell !== '')
    if (extra !== undefined) problems.push(problemAt({ file, row, column: null, value: extra }, rowTooLong))
    return [readRow<S>({ file, row, sheet, heading, cells, problems })]
  })
  return { drafts, problems, warnings }
}

interface RowToRead<S extends SheetName> {
  readonly file: string
  readonly row: number
  readonly sheet: S
  readonly heading: Heading
  readonly cells: readonly string[]
  readonly problems: RosterProblem[]
}

const readRow = <S extends SheetName>({ file, row, sheet, heading, cells, problems }: RowToRead<S>): Draft<S> => {
  const stated = new Map<string, string>()
  heading.columns.forEach((entry, index) => {
    const cell = cells[index] ?? ''
    if (entry !== null && cell !== '' && !stated.has(entry[0])) stated.set(entry[0], cell)
  })
  const bad = new Set<string>()
  const values: Record<string, unknown> = {}
  const present = new Set(heading.columns.map((entry) => entry?.[0]))
  for (const [name, column] of Object.entries<Column<unknown>>(sheets[sheet])) {
    const cell = stated.get(name)
    const reading = cell === undefined ? blank(column) : control.test(cell) ? { wrong: badText } : column.read(cell)
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

const blank = (column: Column<unknown>) => (column.required ? { wrong: requiredMissing } : { value: null })
