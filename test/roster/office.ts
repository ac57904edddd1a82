import { importRoster } from '../../acts/roster/import-roster.ts'
import type { RosterProblem } from '../../acts/roster/problem.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import type { RosterReport } from '../../acts/roster/report/report.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { freshDatabase } from '../support/database.ts'

/** A roster as one writes it in a test: lines per sheet, cells separated by `|`, the heading first. */
export type Lines = Readonly<Record<string, readonly string[]>>

export const csv = (lines: readonly string[]): string =>
  `${lines
    .map((line) =>
      line
        .split('|')
        .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
        .join(','),
    )
    .join('\n')}\n`

/** A small municipal bureau with two sections, one leader and two staff. */
export const bureau: Lines = {
  units: [
    'code|name|kind|jurisdiction|parent|from|to|succeeds',
    'U1|市财政局|organ|411100||||',
    'U2|预算科|internal_unit|411100|U1|||',
    'U3|国库科|内设机构|411100|U1|||',
  ],
  teams: ['code|name|jurisdiction|kind|unit', 'T1|财政局班子|411100|organ|U1'],
  terms: ['team|number|from|to', 'T1|1|2016-09-01|2021-09-01', 'T1|2|2021-09-01|'],
  posts: [
    'code|unit|title|level|leading|seat|team|reports_to|quota|category|from|to|succeeds',
    'Z1|U1|局长|正处|yes|chief|T1|||civil|||',
    'Z2|U2|科长|正科|yes|chief||Z1||civil|||',
    'Z3|U3|科长|正科|yes|chief||||civil|||',
    'Z4|U2|科员|科员|no||||3|civil|||',
  ],
  people: [
    'code|name|sex|birth|category|died|authority|work_start',
    'P1|张建国|M|1970-03|civil|||1992-07',
    'P2|李秀英|F|1980|civil|||',
    'P3|王伟|男|1985-05-06|公务员|||',
  ],
  assignments: [
    'person|post|from|to|capacity|level',
    'P1|Z2|2003-07|2012-05||',
    'P1|Z1|2012-05|||',
    'P2|Z2|2012-05|||',
    'P3|Z4|2010-01-01|2015-06-30||',
    'P3|Z3|2015-06-30||试用|',
  ],
  states: ['person|kind|from|to|value', 'P2|appraisal|2024-12-31||优秀', 'P3|case_filed|2024-03-01|2024-09-01|'],
  kin: ['person|relation|relative|relative_name', 'P1|spouse|P2|', 'P1|堂兄||张建军', 'P3|父亲||王大山'],
}

/** The roster with one line of a sheet replaced, or added at its end. */
export const withLine = (roster: Lines, sheet: string, row: number, line: string): Lines => {
  const lines = [...(roster[sheet] ?? [])]
  lines[row - 1] = line
  return { ...roster, [sheet]: lines }
}

export const plus = (roster: Lines, sheet: string, ...lines: readonly string[]): Lines => ({
  ...roster,
  [sheet]: [...(roster[sheet] ?? []), ...lines],
})

export const filed = (roster: Lines) =>
  textSource(Object.fromEntries(Object.entries(roster).map(([sheet, lines]) => [sheet, csv(lines)])))

/** A filing office with a database of its own. */
export const openOffice = async (at = '411100') => {
  const { db, close } = await freshDatabase()
  const file = (
    roster: Lines,
    options: { readonly check?: boolean; readonly at?: string } = {},
  ): Promise<RosterReport> => importRoster(db, filed(roster), { at, by: 'test', on: '2026-11-22', ...options })
  const query = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transaction(db, { mode: 'read' }, work)
  return { db, close, file, query }
}

/** What a person looks for in a report: where, what, and under which word. */
export const told = ({ file, row, column, value, code }: RosterProblem) => ({ file, row, column, value, code })
