import type { Bilingual } from '../../policy/index.ts'

/** Every way a roster can be wrong; programs branch on these words, people read the sentences. */
export const rosterProblemCodes = [
  'WRONG_ENCODING',
  'BAD_CSV',
  'BAD_ARCHIVE',
  'TOO_LARGE',
  'UNKNOWN_FILE',
  'MISSING_FILE',
  'UNKNOWN_COLUMN',
  'DUPLICATE_COLUMN',
  'MISSING_COLUMN',
  'NO_HEADING',
  'MERGED_CELLS',
  'REQUIRED_MISSING',
  'BAD_TEXT',
  'BAD_CELL',
  'BAD_CODE',
  'BAD_NUMBER',
  'BAD_DATE',
  'IMPOSSIBLE_DATE',
  'REVERSED_DATES',
  'OVERLAPPING_DATES',
  'UNKNOWN_WORD',
  'UNKNOWN_JURISDICTION',
  'UNKNOWN_UNIT',
  'UNKNOWN_TEAM',
  'UNKNOWN_POST',
  'UNKNOWN_PERSON',
  'DUPLICATE_CODE',
  'AMBIGUOUS_CODE',
  'CODE_TAKEN',
  'UNIT_CONTAINS_ITSELF',
  'REPORTS_TO_CYCLE',
  'SUCCESSION_CYCLE',
  'OTHER_PROVINCE',
  'POST_OVER_QUOTA',
  'SAME_POST_TWICE',
  'JOINED_BEFORE_BIRTH',
  'AFTER_DEATH',
  'TERM_NUMBER_TWICE',
  'TERM_ORDER',
  'KIN_TO_SELF',
  'KIN_CYCLE',
  'PARENT_NOT_OLDER',
  'THIRD_BIRTH_PARENT',
  'TWO_BIRTH_PARENTS_OF_ONE_SEX',
  'TWO_SPOUSES',
  'SAME_TIE_TWICE',
  'WRONG_SEX_FOR_RELATION',
  'END_MISPLACED',
  'UNKNOWN_RELATION',
  'TRANSFER_NEEDED',
  'PERSON_NOT_LISTED',
  'ANOTHER_PERSON',
  'DAY_ASSUMED',
  'SUPERIOR_ENDS',
  'LIMIT_DERIVED',
  'REUSED_CODE',
] as const
export type RosterProblemCode = (typeof rosterProblemCodes)[number]

export const isRosterProblemCode = (word: string): word is RosterProblemCode =>
  rosterProblemCodes.some((code) => code === word)

/** What is wrong with a value and what would be right, before anyone says where it stands. */
export interface Complaint {
  readonly code: RosterProblemCode
  readonly reason: Bilingual
  readonly remedy: Bilingual
}

/** One bad cell: where it stands, as a spreadsheet shows it (the header is row 1), what is wrong and what to do. */
export interface RosterProblem extends Complaint {
  readonly file: string
  /** `null` when the whole file is meant. */
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
}

export const complaint = (code: RosterProblemCode, reason: Bilingual, remedy: Bilingual): Complaint => ({
  code,
  reason,
  remedy,
})

/** Where a cell stands. */
export interface CellPlace {
  readonly file: string
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
}

export const problemAt = (place: CellPlace, wrong: Complaint): RosterProblem => ({
  file: place.file,
  row: place.row,
  column: place.column,
  value: place.value,
  ...wrong,
})

/** Problems in the order a person walks through the files: by file, row, then as they were found. */
export const inReadingOrder = (problems: readonly RosterProblem[]): readonly RosterProblem[] =>
  problems
    .map((problem, index) => ({ problem, index }))
    .sort(
      (a, b) =>
        (a.problem.file < b.problem.file ? -1 : a.problem.file > b.problem.file ? 1 : 0) ||
        (a.problem.row ?? 0) - (b.problem.row ?? 0) ||
        a.index - b.index,
    )
    .map(({ problem }) => problem)
