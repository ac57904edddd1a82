import { type Complaint, complaint, problemAt, type RosterProblem } from '../roster/problem.ts'
import { type Column, day, reference } from '../roster/reading/column.ts'
import { readCsv } from '../roster/reading/csv-table.ts'
import { decode } from '../roster/reading/decode.ts'
import { isBlankRow } from '../roster/reading/sheet-table.ts'
import type { MoveAsked } from './plan.ts'

/** A move as its row states it; a row without a day means the day of the plan. */
export type FiledMove = Omit<MoveAsked, 'on'> & { readonly on: string | null; readonly row: number }

/** The columns of a sheet of moves: canonical English names, Chinese headings as aliases. */
const columns = {
  person: reference('人员编号 人员', 'required'),
  from: reference('离任职位 免去职位 原职位'),
  to: reference('到任职位 拟任职位 新职位'),
  on: day('调动日期 日期 任职日期'),
}
type ColumnName = keyof typeof columns
const names: readonly ColumnName[] = ['person', 'from', 'to', 'on']

export type MovesRead = { readonly moves: readonly FiledMove[] } | { readonly problems: readonly RosterProblem[] }

/** Reads a CSV file of moves as rosters are read: encodings, quotes, headings and days alike. Every bad cell is listed. */
export const readMoves = (file: string, bytes: Uint8Array): MovesRead => {
  const whole = (wrong: Complaint, row: number | null = null) => ({
    problems: [problemAt({ file, row, column: null, value: null }, wrong)],
  })
  const decoded = decode(bytes)
  if ('wrong' in decoded) return whole(decoded.wrong)
  const table = readCsv(decoded.text)
  if ('wrong' in table) return whole(table.wrong, table.row)
  const [heading = [], ...rows] = table.rows
  const places = new Map(heading.flatMap((cell, i) => (columnOf(cell) === null ? [] : [[columnOf(cell), i] as const])))
  if (!places.has('person') || !(places.has('to') || places.has('from'))) return whole(noHeading, 1)
  const problems: RosterProblem[] = []
  const moves = rows.flatMap((cells, i) => {
    if (isBlankRow(cells)) return []
    const row = i + 2
    const read = <T>(name: ColumnName, column: Column<T>): T | null => {
      const cell = cells[places.get(name) ?? -1] ?? ''
      const reading = cell === '' ? null : column.read(cell)
      const wrong = reading === null ? (column.required ? missing : null) : 'wrong' in reading ? reading.wrong : null
      if (wrong !== null) problems.push(problemAt({ file, row, column: headingOf(name), value: cell || null }, wrong))
      return reading !== null && 'value' in reading ? reading.value : null
    }
    const [person, from, to] = [read('person', columns.person), read('from', columns.from), read('to', columns.to)]
    const on = read('on', columns.on)
    if (on !== null && on.text.length !== 10)
      problems.push(problemAt({ file, row, column: headingOf('on'), value: on.text }, wholeDay))
    return {
      row,
      person: person?.code ?? '',
      personAt: person?.at ?? null,
      from: from?.code ?? null,
      to: to?.code ?? null,
      postAt: to?.at ?? from?.at ?? null,
      on: on?.text ?? null,
    }
  })
  return problems.length > 0 ? { problems } : { moves }
}

const columnOf = (cell: string): ColumnName | null => {
  const spelled = cell.replace(/\s+/g, '').toLowerCase()
  return names.find((name) => name === spelled || columns[name].headings.includes(spelled)) ?? null
}

/** The column under the heading an office may have given it, and by its canonical name. */
export const headingOf = (name: ColumnName): string => `${columns[name].headings[0]}（${name}）`

const missing = complaint(
  'REQUIRED_MISSING',
  { zh: '必填，但为空。', en: 'This cell is required but blank.' },
  { zh: '请填写。', en: 'Fill it in.' },
)

const noHeading = complaint(
  'MISSING_COLUMN',
  { zh: '第一行须为列名。', en: 'The first row must name the columns.' },
  {
    zh: '列名：`人员编号`（person）、`离任职位`（from）、`到任职位`（to）、`调动日期`（on）。',
    en: 'The columns are `person`, `from`, `to` and `on`.',
  },
)

const wholeDay = complaint(
  'BAD_DATE',
  { zh: '调动须有确切的日期。', en: 'A move happens on a certain day.' },
  { zh: '请写成 2026-12-01。', en: 'Write it as 2026-12-01.' },
)
