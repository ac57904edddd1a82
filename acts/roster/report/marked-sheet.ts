import type { CellObject, Row, SheetData } from 'write-excel-file/node'
import { harmless } from '../../harmless.ts'
import { grouped } from '../grouped.ts'
import type { RosterProblem } from '../problem.ts'
import { Heading } from '../reading/heading.ts'
import type { HeadingBand } from '../reading/heading-band.ts'
import { spreadMerges } from '../reading/merged-cells.ts'
import { cellKey, type SheetTable } from '../reading/sheet-table.ts'
import type { SheetName } from '../reading/sheets.ts'
import { reportHeadings } from './report-words.ts'

/** A spreadsheet's cell holds no more characters than these. */
const longestText = 32_000

const red = '#FFC7CE'
const yellow = '#FFEB9C'

/** A cell as a text that is never a formula, whatever it looks like. */
export const textCell = (text: string, style: CellObject = {}): CellObject | null =>
  text === ''
    ? Object.keys(style).length === 0
      ? null
      : style
    : { ...style, value: harmless(text).slice(0, longestText), type: String }

export const titleCell = (text: string): CellObject | null => textCell(text, { fontWeight: 'bold' })

/** Rows as given, nothing said of them. */
export const plainSheet = ({ rows }: SheetTable): SheetData => rows.map((cells) => cells.map((cell) => textCell(cell)))

/** A problem, with the column it stands in. */
interface Remark {
  readonly column: number
  readonly problem: RosterProblem
}

const columnOf = ({ column, value }: RosterProblem, cells: readonly string[], heading: Heading): number => {
  const known = heading.columns.findIndex((entry) => entry !== null && entry[0] === column)
  if (known >= 0) return known
  return column === null ? cells.indexOf(value ?? '') : heading.written.indexOf(column)
}

/** Each remark under the heading as it stands above the cell. */
const said = (remarks: readonly Remark[], part: 'reason' | 'remedy', { written }: Heading): string =>
  remarks
    .map(({ column, problem }) => `${written[column] || (problem.column ?? '本行')}：${problem[part].zh}`)
    .join('\n')

/** Titles and headings merged over several cells, as cells of the report: the first one spans, the others stay empty. */
class MergedTitles {
  readonly #spans = new Map<string, CellObject>()
  readonly #hidden = new Set<string>()

  constructor({ rows, merges = [] }: SheetTable, { bottom: last }: HeadingBand, width: number) {
    for (const { top, left, bottom, right: wide } of merges) {
      const right = Math.min(wide, width - 1)
      if (bottom > Math.min(last, rows.length - 1) || right < left) continue
      const under = Array.from({ length: bottom - top + 1 }, (_, row) =>
        Array.from({ length: right - left + 1 }, (_, column) => [top + row, left + column] as const),
      ).flat()
      const [first = '', ...others] = under.map(([row, column]) => cellKey(row, column))
      const free = under.slice(1).every(([row, column]) => (rows[row]?.[column] ?? '') === '')
      if (!free || [first, ...others].some((key) => this.#hidden.has(key) || this.#spans.has(key))) continue
      this.#spans.set(first, { columnSpan: right - left + 1, rowSpan: bottom - top + 1 })
      for (const key of others) this.#hidden.add(key)
    }
  }

  /** How the cell spans others; `null` when another one spans it. */
  at(row: number, column: number): CellObject | null {
    const key = cellKey(row, column)
    return this.#hidden.has(key) ? null : (this.#spans.get(key) ?? {})
  }
}

/** One sheet of a report taking shape: what was given, and what is said of it. */
interface Page {
  readonly heading: Heading
  /** Columns as given; the two of the report come after them. */
  readonly width: number
  readonly titles: MergedTitles
  /** By the number of the row in the spreadsheet. */
  readonly remarks: ReadonlyMap<number, readonly RosterProblem[]>
  readonly problems: ReadonlySet<RosterProblem>
}

const markedRow = ({ heading, width, titles, remarks, problems }: Page, cells: readonly string[], row: number): Row => {
  const found = (remarks.get(row + 1) ?? []).map((problem) => ({ problem, column: columnOf(problem, cells, heading) }))
  const marked = Array.from({ length: width }, (_, column): CellObject | null => {
    const span = titles.at(row, column)
    const mine = found.filter((remark) => remark.column === column)
    const backgroundColor = mine.some(({ problem }) => problems.has(problem)) ? red : yellow
    const style = mine.length === 0 ? {} : { backgroundColor }
    return span === null ? null : textCell(cells[column] ?? '', { ...style, ...span })
  })
  if (row === heading.band.bottom) return [...marked, ...reportHeadings.map(titleCell)]
  if (found.length === 0) return marked
  return [
    ...marked,
    ...(['reason', 'remedy'] as const).map((part) => textCell(said(found, part, heading), { wrap: true })),
  ]
}

/** Where the report's own columns begin: after everything given, or where those of an earlier report stand. */
const widthOf = ({ written }: Heading, rows: SheetTable['rows']): number => {
  const earlier = written.indexOf(reportHeadings[0])
  return earlier >= 0 ? earlier : rows.reduce((widest, cells) => Math.max(widest, cells.length), written.length)
}

/** What a report marks: everything wrong, and everything to be looked at. */
type Found = Readonly<Record<'problems' | 'warnings', readonly RosterProblem[]>>

/** A sheet as it was handed in: bad cells red, doubtful ones yellow, and at the end of the row what is wrong and what to do. */
export const markedSheet = (file: string, sheet: SheetName, given: SheetTable, { problems, warnings }: Found) => {
  const heading = new Heading(file, sheet, given)
  const { rows } = spreadMerges(given, heading.band)
  const width = widthOf(heading, rows)
  const here = [...problems, ...warnings].filter((problem) => problem.file === file && problem.row !== null)
  const page: Page = {
    ...{ heading, width, titles: new MergedTitles(given, heading.band, width) },
    ...{ remarks: grouped(here, ({ row }) => row ?? 0), problems: new Set(problems) },
  }
  const data: SheetData = rows.map((cells, row) => markedRow(page, cells, row))
  return { data, width, headingRows: heading.band.bottom + 1 }
}
