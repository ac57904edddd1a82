import { type Complaint, problemAt, type RosterProblem } from '../problem.ts'
import type { SheetName, Values } from './sheets.ts'
import type { WrittenSheet } from './written-sheet.ts'

/** Where a row stands and what its filled cells say, word for word. */
export interface WrittenRow {
  readonly file: string
  /** As a spreadsheet shows it: the heading is row 1. */
  readonly row: number
  /** What the cell of a column says; `null` when it is blank. */
  says(column: string): string | null
}

/** A row as it was read, before anyone knows whether the roster holds together. */
export class Draft<S extends SheetName> implements WrittenRow {
  readonly row: number
  readonly values: Values<S>
  /** Columns whose cell is missing or could not be read: already reported, and no ground for further complaints. */
  readonly bad: ReadonlySet<string>
  readonly #sheet: WrittenSheet
  readonly #place: number

  constructor(
    row: number,
    values: Values<S>,
    bad: ReadonlySet<string>,
    written: { readonly sheet: WrittenSheet; readonly place: number },
  ) {
    this.row = row
    this.values = values
    this.bad = bad
    this.#sheet = written.sheet
    this.#place = written.place
  }

  get file(): string {
    return this.#sheet.file
  }

  says(column: string): string | null {
    return this.#sheet.cell(this.#place, column)
  }
}

/** Every row of a roster, sheet by sheet; a missing file is an empty one. */
export type Drafts = { readonly [S in SheetName]: readonly Draft<S>[] }

export const problemIn = (row: WrittenRow, column: string, wrong: Complaint): RosterProblem =>
  problemAt({ file: row.file, row: row.row, column, value: row.says(column) }, wrong)

/** Whether all of these cells could be read (a blank one can). */
export const readable = (draft: { readonly bad: ReadonlySet<string> }, ...columns: readonly string[]): boolean =>
  columns.every((column) => !draft.bad.has(column))

/** The value of a required cell of a roster that has passed its checks. */
export const filled = <T>(value: T | null): T => {
  if (value === null) throw new Error('A required cell of an accepted roster is blank.')
  return value
}
