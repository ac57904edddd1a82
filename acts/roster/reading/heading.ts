import { complaint, problemAt, type RosterProblem } from '../problem.ts'
import { reportHeadings } from '../report/report-words.ts'
import type { Column } from './column.ts'
import { findHeading, type HeadingBand, headingsIn, reach } from './heading-band.ts'
import type { SheetTable } from './sheet-table.ts'
import { type SheetName, sheets } from './sheets.ts'
import { didYouMean, quoted } from './suggest.ts'

export type AnyColumn = readonly [name: string, column: Column<unknown>]

const spelled = (cell: string): string =>
  cell
    .replace(/\s+/g, '')
    .replace(/^[*＊]|[*＊]$/g, '')
    .toLowerCase()

const knownIn = (sheet: SheetName): ReadonlyMap<string, AnyColumn> =>
  new Map(
    Object.entries<Column<unknown>>(sheets[sheet]).flatMap((entry) =>
      [entry[0], ...entry[1].headings].map((heading) => [heading, entry] as const),
    ),
  )

/** Which column each heading means; unknown headings are warnings, missing required ones problems. */
export class Heading {
  readonly columns: readonly (AnyColumn | null)[]
  /** How each column is headed in the file; a blank is a column without a heading. */
  readonly written: readonly string[]
  /** Columns over which a heading to their left is merged. */
  readonly covered: ReadonlySet<number>
  readonly band: HeadingBand
  readonly problems: RosterProblem[] = []
  readonly warnings: RosterProblem[] = []

  constructor(file: string, sheet: SheetName, table: SheetTable) {
    const known = knownIn(sheet)
    const band = findHeading(table, (cell) => known.get(spelled(cell))?.[0] ?? null)
    this.band = band ?? { top: 0, bottom: 0 }
    const headings = headingsIn(table, this.band)
    this.written = headings.map(({ written }) => written)
    this.covered = new Set(headings.flatMap(({ covered }, column) => (covered ? [column] : [])))
    const row = this.band.bottom + 1
    const seen = new Set<string>()
    this.columns = headings.map(({ written, readings }) => {
      const found = readings.map((reading) => known.get(spelled(reading))).find((entry) => entry !== undefined) ?? null
      const place = { file, row, column: written, value: written }
      const unknown = found === null && written !== '' && !reportHeadings.includes(written)
      if (unknown) this.warnings.push(problemAt(place, unknownColumn(written, known.keys())))
      if (found === null) return null
      if (seen.has(found[0])) this.problems.push(problemAt(place, duplicateColumn(found[0])))
      seen.add(found[0])
      return found
    })
    const missing = Object.entries<Column<unknown>>(sheets[sheet]).filter(
      ([name, { required }]) => required && !seen.has(name),
    )
    if (band === null) this.problems.push(problemAt({ file, row: 1, column: null, value: null }, noHeadingRow(missing)))
    for (const [name, column] of band === null ? [] : missing) {
      const place = { file, row, column: name, value: null }
      this.problems.push(problemAt(place, missingColumn(name, column, this.written)))
    }
  }
}

const noHeadingRow = (wanted: readonly AnyColumn[]) =>
  complaint(
    'MISSING_COLUMN',
    { zh: `前 ${reach} 行里没有表头。`, en: `None of the first ${reach} rows is a heading.` },
    {
      zh: `请在表格上方写上列名，至少${quoted(
        wanted.map(([name, { headings }]) => headings[0] ?? name),
        '、',
      )}。`,
      en: `Name the columns above the table, at least ${quoted(
        wanted.map(([name]) => name),
        ', ',
      )}.`,
    },
  )

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
