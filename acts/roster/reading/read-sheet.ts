import { type Complaint, complaint, problemAt, type RosterProblem } from '../problem.ts'
import type { Column } from './column.ts'
import { Draft } from './draft.ts'
import { Heading } from './heading.ts'
import { spreadMerges, strayCells } from './merged-cells.ts'
import { cellKey, isBlankRow, type SheetTable } from './sheet-table.ts'
import { type SheetName, sheets, type Values } from './sheets.ts'
import { WrittenSheet } from './written-sheet.ts'

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
  const reader = new RowReader<S>(file, sheet, heading)
  const drafts: Draft<S>[] = []
  for (let index = band.bottom + 1; index < table.rows.length; index++) {
    const cells = table.rows[index] ?? []
    if (isBlankRow(cells)) continue
    const row = index + 1
    const extra = given.merges === undefined ? cells.slice(written.length).find((cell) => cell !== '') : undefined
    if (extra !== undefined) problems.push(problemAt({ file, row, column: null, value: extra }, rowTooLong))
    drafts.push(reader.read(row, cells, table.bad))
  }
  return { drafts, problems, warnings }
}

type Outcome = { readonly value: unknown } | { readonly wrong: Complaint }

/** A column of the sheet: the cells it may stand in, and what has been read in them already. */
interface Given {
  readonly name: string
  readonly column: Column<unknown>
  readonly cells: readonly number[]
  readonly known: Map<string, Outcome>
}

/** Different cells of a column that are kept in mind: beyond them they are codes and names, of which few come again. */
const remembered = 100_000

/** Reads row after row. Equal cells of a column are read once and share what they mean. */
class RowReader<S extends SheetName> {
  readonly #file: string
  readonly #problems: RosterProblem[]
  readonly #written: WrittenSheet
  readonly #given: readonly Given[]
  /** Every column blank; columns that the file lacks are so in each row, and are kept only here. */
  readonly #blank: Readonly<Record<string, null>>
  /** Required columns that the file lacks. Each is one problem, not one per row. */
  readonly #lacking: ReadonlySet<string>

  constructor(file: string, sheet: S, { columns, problems }: Heading) {
    const all = Object.entries<Column<unknown>>(sheets[sheet])
    const cellsOf = (name: string) => columns.flatMap((entry, index) => (entry?.[0] === name ? [index] : []))
    const given = all.map(([name, column]) => ({ name, column, cells: cellsOf(name), known: new Map() }))
    this.#file = file
    this.#problems = problems
    this.#written = new WrittenSheet(
      file,
      columns.map((entry) => entry?.[0] ?? null),
    )
    this.#given = given.filter(({ cells }) => cells.length > 0)
    this.#blank = Object.fromEntries(all.map(([name]) => [name, null]))
    this.#lacking = new Set(
      given.flatMap(({ name, column, cells }) => (column.required && cells.length === 0 ? [name] : [])),
    )
  }

  read(row: number, cells: readonly string[], unclear: SheetTable['bad']): Draft<S> {
    const values: Record<string, unknown> = Object.create(this.#blank)
    let bad = this.#lacking
    for (const given of this.#given) {
      const index = given.cells.find((at) => (cells[at] ?? '') !== '')
      const cell = index === undefined ? undefined : cells[index]
      const wrong = index === undefined ? undefined : unclear?.get(cellKey(row - 1, index))
      const outcome = wrong !== undefined ? { wrong } : cell === undefined ? blank(given.column) : meaning(given, cell)
      values[given.name] = 'value' in outcome ? outcome.value : null
      if ('value' in outcome) continue
      bad = new Set([...bad, given.name])
      const place = { file: this.#file, row, column: given.name, value: cell ?? null }
      this.#problems.push(problemAt(place, outcome.wrong))
    }
    const written = { sheet: this.#written, place: this.#written.add(cells) }
    // Justified: `values` holds, for every column of the sheet, what that column's own reader returned, or null.
    return new Draft<S>(row, values as Values<S>, bad, written)
  }
}

const meaning = ({ column, known }: Given, cell: string): Outcome => {
  const before = known.get(cell)
  if (before !== undefined) return before
  const outcome = readCell(column, cell)
  if (known.size < remembered) known.set(cell, outcome)
  return outcome
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

const readCell = (column: Column<unknown>, cell: string): Outcome =>
  control.test(cell) ? { wrong: badText } : column.read(cell)

const blank = (column: Column<unknown>): Outcome => (column.required ? { wrong: requiredMissing } : { value: null })
