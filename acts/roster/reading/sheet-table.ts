import type { Complaint } from '../problem.ts'

/** Cells shown as one; rows and columns count from 0, both ends included. Only the first of them holds the content. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The rows of a sheet as shown: row 1 of the sheet is `rows[0]`, blank rows keep their number. */
export interface SheetTable {
  readonly rows: readonly (readonly string[])[]
  /** Of a workbook only; a text file knows of no merged cells. */
  readonly merges?: readonly Merge[]
  /** Cells whose content cannot be told from what is shown, by `cellKey`. */
  readonly bad?: ReadonlyMap<string, Complaint>
}

export const cellKey = (row: number, column: number): string => `${row}:${column}`

export const isBlankRow = (cells: readonly string[]): boolean => cells.every((cell) => cell === '')

export const isBlankTable = ({ rows }: SheetTable): boolean => rows.every(isBlankRow)
