import { readCsv } from './csv-table.ts'
import { decode } from './decode.ts'
import type { Draft, Drafts } from './draft.ts'
import { complaint, problemAt, type RosterProblem } from './problem.ts'
import { readSheet, type SheetReading } from './read-sheet.ts'
import { isSheetName, type SheetName, sheetAliases, sheetNames } from './sheets.ts'
import type { RosterFile, RosterSource } from './source.ts'
import { didYouMean } from './suggest.ts'

/** A roster as read: its rows, what is wrong with single cells, and what was left aside. */
export interface RosterReading {
  readonly drafts: Drafts
  readonly problems: readonly RosterProblem[]
  readonly warnings: readonly RosterProblem[]
  /** Whether a sheet could not be read at all, so that whatever refers to it would look unknown. */
  readonly broken: boolean
}

const sheetOf = (fileName: string): SheetName | null => {
  const base = (fileName.split(/[\\/]/).at(-1) ?? '').replace(/\.csv$/i, '').toLowerCase()
  return isSheetName(base) ? base : (sheetAliases[base] ?? null)
}

const unknownFile = (name: string) =>
  complaint(
    'UNKNOWN_FILE',
    { zh: '不是名册中的表，未导入。', en: 'This is not a sheet of a roster; it was not imported.' },
    didYouMean(name.replace(/\.csv$/i, ''), sheetNames, {
      zh: `名册的表为：${sheetNames.map((s) => `${s}.csv`).join('、')}。`,
      en: `The sheets of a roster are ${sheetNames.map((s) => `${s}.csv`).join(', ')}.`,
    }),
  )

const twice = (sheet: SheetName) =>
  complaint(
    'UNKNOWN_FILE',
    { zh: `名册中已有\`${sheet}\`表。`, en: `The roster already has a sheet \`${sheet}\`.` },
    { zh: '请合并为一个文件。', en: 'Merge them into one file.' },
  )

const ofFile = (name: string) => ({ file: name, row: null, column: null, value: null })

const failed = <S extends SheetName>(problem: RosterProblem): SheetReading<S> => ({
  drafts: [],
  problems: [problem],
  warnings: [],
})

const readFile = <S extends SheetName>(file: RosterFile, sheet: S): SheetReading<S> => {
  const decoded = decode(file.bytes)
  if ('wrong' in decoded) return failed(problemAt(ofFile(file.name), decoded.wrong))
  const table = readCsv(decoded.text)
  if ('wrong' in table) return failed(problemAt({ ...ofFile(file.name), row: table.row }, table.wrong))
  if (table.rows.every((cells) => cells.every((cell) => cell === ''))) return { drafts: [], problems: [], warnings: [] }
  return readSheet(file.name, sheet, table)
}

/** A file in the wrong encoding, a broken one, or one without a column that its rows are known by. */
const breaksSheet = ({ code, row, value }: RosterProblem): boolean =>
  code === 'WRONG_ENCODING' || code === 'MISSING_COLUMN' || (code === 'BAD_CSV' && (row === null || value === null))

/** Reads every file of a source; each sheet at most once, whatever the order of the files. */
export const readRoster = async (source: RosterSource): Promise<RosterReading> => {
  const problems: RosterProblem[] = []
  const warnings: RosterProblem[] = []
  const read = new Map<SheetName, readonly Draft<SheetName>[]>()
  for await (const file of source) {
    const sheet = sheetOf(file.name)
    if (sheet === null) {
      warnings.push(problemAt(ofFile(file.name), unknownFile(file.name)))
    } else if (read.has(sheet)) {
      problems.push(problemAt(ofFile(file.name), twice(sheet)))
    } else {
      const reading = readFile(file, sheet)
      read.set(sheet, reading.drafts)
      problems.push(...reading.problems)
      warnings.push(...reading.warnings)
    }
  }
  // Justified: each sheet's rows were read with the columns of that sheet.
  const rows = <S extends SheetName>(sheet: S) => (read.get(sheet) ?? []) as unknown as readonly Draft<S>[]
  const drafts: Drafts = {
    units: rows('units'),
    teams: rows('teams'),
    terms: rows('terms'),
    posts: rows('posts'),
    people: rows('people'),
    authorities: rows('authorities'),
    assignments: rows('assignments'),
    states: rows('states'),
    dossier: rows('dossier'),
    kin: rows('kin'),
  }
  return { drafts, problems, warnings, broken: problems.some(breaksSheet) }
}
