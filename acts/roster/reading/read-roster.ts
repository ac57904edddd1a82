import { complaint, problemAt, type RosterProblem } from '../problem.ts'
import { reportSheet } from '../report/report-words.ts'
import { type CsvFailure, readCsv } from './csv-table.ts'
import { decode } from './decode.ts'
import type { Draft, Drafts } from './draft.ts'
import { readSheet, type SheetReading } from './read-sheet.ts'
import { isBlankTable, type SheetTable } from './sheet-table.ts'
import { isSheetName, type SheetName, sheetAliases, sheetNames } from './sheets.ts'
import type { RosterPart, RosterSource } from './source.ts'
import { nearest, quoted } from './suggest.ts'

/** A roster as read: its rows, what is wrong with single cells, and what was left aside. */
export interface RosterReading {
  readonly drafts: Drafts
  readonly problems: readonly RosterProblem[]
  readonly warnings: readonly RosterProblem[]
  /** The sheets that were given, with a heading at least. */
  readonly sheets: ReadonlySet<SheetName>
  /** Whether a sheet could not be read at all, so that whatever refers to it would look unknown. */
  readonly broken: boolean
}

/** The sheet a file is by its name, or a tab of a workbook by its. */
export const sheetOf = (fileName: string): SheetName | null => {
  const base = (fileName.split(/[\\/]/).at(-1) ?? '')
    .replace(/\.csv$/i, '')
    .trim()
    .toLowerCase()
  return isSheetName(base) ? base : (sheetAliases[base] ?? null)
}

/** Names a sheet goes by that a file's name comes near. */
const meantBy = (name: string): readonly string[] =>
  nearest(name.replace(/\.csv$/i, ''), [...sheetNames, ...Object.keys(sheetAliases)])

const unknownFile = complaint(
  'UNKNOWN_FILE',
  { zh: '不是名册中的表，未导入。', en: 'This is not a sheet of a roster; it was not imported.' },
  {
    zh: `名册的表为：${sheetNames.map((s) => `${s}.csv`).join('、')}。`,
    en: `The sheets of a roster are ${sheetNames.map((s) => `${s}.csv`).join(', ')}.`,
  },
)

/** A sheet left aside for its name would be taken for an empty one, and what is stored of it for over. */
const misspelt = (meant: readonly string[]) =>
  complaint(
    'UNKNOWN_FILE',
    {
      zh: '不是名册中的表，但名称与其中的表相近；若略过，该表将视为空表。',
      en: 'This is not a sheet of a roster, but its name comes near one; left aside, that sheet would count as empty.',
    },
    {
      zh: `是否应为${quoted(meant, '、')}？是则改名，不是则请从名册中移出。`,
      en: `Did you mean ${quoted(meant, ', ')}? If so rename it; if not, take it out of the roster.`,
    },
  )

const twice = (sheet: SheetName) =>
  complaint(
    'UNKNOWN_FILE',
    { zh: `名册中已有\`${sheet}\`表。`, en: `The roster already has a sheet \`${sheet}\`.` },
    { zh: '请合并为一个文件。', en: 'Merge them into one file.' },
  )

/** A file that is no sheet, and the names of sheets that its own comes near. */
interface Stranger {
  readonly name: string
  readonly meant: readonly string[]
}

const ofStranger = ({ name, meant }: Stranger): RosterProblem =>
  problemAt(ofFile(name), meant.length > 0 ? misspelt(meant) : unknownFile)

const noSheets = complaint(
  'MISSING_FILE',
  { zh: '名册中没有一张表。', en: 'The roster has no sheet at all.' },
  {
    zh: '请核对路径；名册至少要有 people.csv、posts.csv 等表中的一张，含标题行。',
    en: 'Check the path; a roster has at least one sheet, such as people.csv or posts.csv, with its headings.',
  },
)

const ofFile = (name: string) => ({ file: name, row: null, column: null, value: null })

const failed = <S extends SheetName>(problem: RosterProblem): SheetReading<S> => ({
  drafts: [],
  problems: [problem],
  warnings: [],
})

/** What a part of a roster holds, as a table; or what is wrong with the whole of it. */
export const tableOf = (part: RosterPart): SheetTable | CsvFailure => {
  if ('wrong' in part) return { wrong: part.wrong, row: null }
  if ('table' in part) return part.table
  const decoded = decode(part.bytes)
  return 'wrong' in decoded ? { wrong: decoded.wrong, row: null } : readCsv(decoded.text)
}

/** `null`: there is nothing in it, not even a heading. */
const readPart = <S extends SheetName>(part: RosterPart, sheet: S): SheetReading<S> | null => {
  const table = tableOf(part)
  if ('wrong' in table) return failed(problemAt({ ...ofFile(part.name), row: table.row }, table.wrong))
  return isBlankTable(table) ? null : readSheet(part.name, sheet, table)
}

const breaking = new Set<RosterProblem['code']>(['BAD_ARCHIVE', 'TOO_LARGE', 'WRONG_ENCODING', 'MISSING_COLUMN'])

/** A file that is unreadable, in the wrong encoding, broken, or without a column that its rows are known by. */
const breaksSheet = ({ code, row, value }: RosterProblem): boolean =>
  breaking.has(code) || (code === 'BAD_CSV' && (row === null || value === null))

/** The sheets a new workbook comes with, and the list of problems of a report handed in again. */
const saysNothing = (part: RosterPart): boolean =>
  'table' in part && (part.name === reportSheet || isBlankTable(part.table))

/** Reads every file of a source; each sheet at most once, whatever the order of the files. */
export const readRoster = async (source: RosterSource): Promise<RosterReading> => {
  const problems: RosterProblem[] = []
  const warnings: RosterProblem[] = []
  const strangers: Stranger[] = []
  const sheets = new Set<SheetName>()
  const read = new Map<SheetName, readonly Draft<SheetName>[]>()
  for await (const part of source) {
    const sheet = sheetOf(part.name)
    if (sheet === null) {
      if ('wrong' in part) problems.push(problemAt(ofFile(part.name), part.wrong))
      else if (!saysNothing(part)) strangers.push({ name: part.name, meant: meantBy(part.name) })
    } else if (read.has(sheet)) {
      problems.push(problemAt(ofFile(part.name), twice(sheet)))
    } else {
      const reading = readPart(part, sheet)
      read.set(sheet, reading?.drafts ?? [])
      if (reading === null) continue
      sheets.add(sheet)
      // One by one: a column of a large roster may be wrong in every row.
      for (const problem of reading.problems) problems.push(problem)
      for (const warning of reading.warnings) warnings.push(warning)
    }
  }
  // A stray file is left aside; when all are strays, their names are what is wrong.
  const isAstray = ({ meant }: Stranger) => read.size === 0 || meant.length > 0
  const astray = strangers.filter(isAstray).map(ofStranger)
  problems.push(...astray)
  warnings.push(...strangers.filter((stranger) => !isAstray(stranger)).map(ofStranger))
  const nothing = sheets.size + problems.length === 0
  if (nothing) problems.push(problemAt(ofFile('*.csv'), noSheets))
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
  return { drafts, problems, warnings, sheets, broken: nothing || astray.length > 0 || problems.some(breaksSheet) }
}
