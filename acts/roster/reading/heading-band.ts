import { isBlankRow, type Merge, type SheetTable } from './sheet-table.ts'

/** The rows that make up the heading of a sheet, from 0, both ends included; titles stand above them. */
export interface HeadingBand {
  readonly top: number
  readonly bottom: number
}

/** One column's heading: what may be meant by it, likeliest first, and how it is written. Blank: it has none. */
export interface ColumnHeading {
  readonly written: string
  readonly readings: readonly string[]
  /** Whether a heading to the left is merged over this column. */
  readonly covered: boolean
}

/** Rows in which the heading is looked for. */
export const reach = 10

const covers = ({ top, left, bottom, right }: Merge, row: number, column: number): boolean =>
  top <= row && row <= bottom && left <= column && column <= right

/** Whether a row says no more than what stands under the merged headings above it. */
const divides = (cells: readonly string[], wide: readonly Merge[]): boolean =>
  wide.length > 0 &&
  !isBlankRow(cells) &&
  cells.every((cell, column) => cell === '' || wide.some(({ left, right }) => left <= column && column <= right))

const bandAround = (row: number, { rows, merges = [] }: SheetTable): HeadingBand => {
  let band: HeadingBand = { top: row, bottom: row }
  for (const { top, bottom } of merges) {
    if (bottom === top || bottom - top >= reach || row < top || bottom < row) continue
    band = { top: Math.min(band.top, top), bottom: Math.max(band.bottom, bottom) }
  }
  if (band.top < band.bottom) return band
  const wide = merges.filter(({ top, left, bottom, right }) => top === row && bottom === row && right > left)
  return { top: row, bottom: divides(rows[row + 1] ?? [], wide) ? row + 1 : row }
}

/** The heading: of the first rows, the one in which most columns are known. `null` when no row has any. */
export const findHeading = (table: SheetTable, known: (cell: string) => string | null): HeadingBand | null => {
  let best = { row: -1, columns: 0 }
  table.rows.slice(0, reach).forEach((cells, row) => {
    const columns = new Set(cells.map(known).filter((name) => name !== null)).size
    if (columns > best.columns) best = { row, columns }
  })
  return best.row < 0 ? null : bandAround(best.row, table)
}

/** What each column is headed, taking the rows of the band together: 任职时间 over 起 and 止 heads two columns. */
export const headingsIn = (
  { rows, merges = [] }: SheetTable,
  { top, bottom }: HeadingBand,
): readonly ColumnHeading[] => {
  const band = rows.slice(top, bottom + 1)
  const wide = merges.filter(({ top: row, left, right }) => right > left && top <= row && row <= bottom)
  const width = Math.max(0, ...band.map((cells) => cells.length), ...wide.map(({ right }) => right + 1))
  return Array.from({ length: width }, (_, column) => {
    const own = band.map((cells) => cells[column] ?? '').filter((cell) => cell !== '')
    const last = own.at(-1)
    const over = wide.find((merge) => band.some((_cells, row) => covers(merge, top + row, column)))
    const covered = over !== undefined && over.left < column && last === undefined
    if (last === undefined) return { written: '', readings: [], covered }
    const group = over === undefined ? '' : (rows[over.top]?.[over.left] ?? '')
    const above = over === undefined ? own.slice(0, -1).reverse() : []
    return { written: last, readings: [last, own.join(''), group + last, ...above], covered }
  })
}
