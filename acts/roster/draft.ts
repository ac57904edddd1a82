import { type Complaint, problemAt, type RosterProblem } from './problem.ts'
import type { SheetName, Values } from './sheets.ts'

/** Where a row stands and what its filled cells say, word for word. */
export interface WrittenRow {
  readonly file: string
  /** As a spreadsheet shows it: the heading is row 1. */
  readonly row: number
  readonly cells: ReadonlyMap<string, string>
}

/** A row as it was read, before anyone knows whether the roster holds together. */
export interface Draft<S extends SheetName> extends WrittenRow {
  readonly values: Values<S>
  /** Columns whose cell is missing or could not be read: already reported, and no ground for further complaints. */
  readonly bad: ReadonlySet<string>
}

/** Every row of a roster, sheet by sheet; a missing file is an empty one. */
export type Drafts = { readonly [S in SheetName]: readonly Draft<S>[] }

export const problemIn = (row: WrittenRow, column: string, wrong: Complaint): RosterProblem =>
  problemAt({ file: row.file, row: row.row, column, value: row.cells.get(column) ?? null }, wrong)

/** Whether all of these cells could be read (a blank one can). */
export const readable = (draft: { readonly bad: ReadonlySet<string> }, ...columns: readonly string[]): boolean =>
  columns.every((column) => !draft.bad.has(column))

/** The value of a required cell of a roster that has passed its checks. */
export const filled = <T>(value: T | null): T => {
  if (value === null) throw new Error('A required cell of an accepted roster is blank.')
  return value
}
