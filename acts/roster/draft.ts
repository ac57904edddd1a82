import { type Complaint, problemAt, type RosterProblem } from './problem.ts'
import { type ColumnOf, type SheetName, sheets, type Values } from './sheets.ts'

/** A row as it was read, before anyone knows whether the roster holds together. */
export interface Draft<S extends SheetName> {
  readonly file: string
  /** As a spreadsheet shows it: the heading is row 1. */
  readonly row: number
  /** What the filled cells say, word for word. */
  readonly cells: ReadonlyMap<string, string>
  readonly values: Values<S>
  /** Columns whose cell is missing or could not be read: already reported, and no ground for further complaints. */
  readonly bad: ReadonlySet<string>
}

/** Every row of a roster, sheet by sheet; a missing file is an empty one. */
export type Drafts = { readonly [S in SheetName]: readonly Draft<S>[] }

export const problemIn = <S extends SheetName>(draft: Draft<S>, column: ColumnOf<S>, wrong: Complaint): RosterProblem =>
  problemAt({ file: draft.file, row: draft.row, column, value: draft.cells.get(column) ?? null }, wrong)

/** Whether all of these cells could be read (a blank one can). */
export const readable = <S extends SheetName>(draft: Draft<S>, ...columns: readonly ColumnOf<S>[]): boolean =>
  columns.every((column) => !draft.bad.has(column))

/** The value of a required cell of a roster that has passed its checks. */
export const filled = <T>(value: T | null): T => {
  if (value === null) throw new Error('A required cell of an accepted roster is blank.')
  return value
}

export const requiredColumns = (sheet: SheetName): readonly string[] =>
  Object.entries(sheets[sheet])
    .filter(([, column]) => column.required)
    .map(([name]) => name)
