import { complaint, problemAt, type RosterProblem } from '../problem.ts'
import type { Heading } from './heading.ts'
import type { HeadingBand } from './heading-band.ts'
import { cellKey, type SheetTable } from './sheet-table.ts'

/** Cells merged downwards say the same in each of their rows; below the heading, each row gets its own. */
export const spreadMerges = (table: SheetTable, band: HeadingBand): SheetTable => {
  const rows: (readonly string[])[] = [...table.rows]
  const bad = new Map(table.bad)
  for (const { top, left, bottom } of table.merges ?? []) {
    const shown = table.rows[top]?.[left] ?? ''
    if (top <= band.bottom || shown === '') continue
    const wrong = bad.get(cellKey(top, left))
    for (let row = top + 1; row <= Math.min(bottom, rows.length - 1); row++) {
      const cells = [...(rows[row] ?? [])]
      while (cells.length < left) cells.push('')
      cells[left] = shown
      rows[row] = cells
      if (wrong !== undefined) bad.set(cellKey(row, left), wrong)
    }
  }
  return { ...table, rows, bad }
}

const mergedAcross = complaint(
  'MERGED_CELLS',
  {
    zh: '合并单元格跨了多列，看不出内容属于哪一列。',
    en: 'Cells are merged across columns, so that nobody can tell to which column this belongs.',
  },
  {
    zh: '请取消合并，在每一列分别填写；表后的附注请删去。',
    en: 'Unmerge them and fill in each column; remove notes below the table.',
  },
)

const headingAcross = complaint(
  'MERGED_CELLS',
  {
    zh: '左边的表头合并跨到本列，本列另有内容却没有自己的表头。',
    en: 'A heading is merged over this column, which has content but no heading of its own.',
  },
  { zh: '请取消表头合并，给每一列写上列名。', en: 'Unmerge the heading and name each column.' },
)

const noHeading = complaint(
  'NO_HEADING',
  {
    zh: '本格所在的列没有表头，不知道填的是什么。',
    en: 'The column of this cell has no heading, so nobody can tell what it is.',
  },
  { zh: '请补上列名，或删去该列内容。', en: 'Name the column, or clear it.' },
)

/** Filled cells of which no heading says what they are, once per column; and cells merged across columns. */
export const strayCells = (file: string, table: SheetTable, heading: Heading): readonly RosterProblem[] => {
  const { band, written, columns, covered } = heading
  const problems: RosterProblem[] = []
  for (const { top, left, right } of table.merges ?? []) {
    const value = table.rows[top]?.[left] ?? ''
    const several = columns.slice(left, right + 1).filter((entry) => entry !== null).length > 1
    if (top <= band.bottom || value === '' || !several) continue
    const column = columns[left]?.[0] ?? null
    problems.push(problemAt({ file, row: top + 1, column, value }, mergedAcross))
  }
  const told = new Set<number>()
  table.rows.slice(band.bottom + 1).forEach((cells, index) => {
    cells.forEach((value, column) => {
      if (value === '' || (written[column] ?? '') !== '' || told.has(column)) return
      told.add(column)
      const wrong = covered.has(column) ? headingAcross : noHeading
      problems.push(problemAt({ file, row: band.bottom + index + 2, column: null, value }, wrong))
    })
  })
  return problems
}
