/** The columns this world fills, by file of the roster. */
export const columns = {
  units: ['code', 'name', 'kind', 'jurisdiction', 'parent', 'functions', 'legal_person', 'from', 'to', 'succeeds'],
  teams: ['code', 'name', 'jurisdiction', 'kind', 'unit', 'authority', 'from', 'to'],
  terms: ['team', 'number', 'from', 'to'],
  posts: [
    ...['code', 'unit', 'title', 'level', 'leading', 'seat', 'duties', 'business', 'team', 'reports_to', 'authority'],
    ...['quota', 'category', 'from', 'to', 'succeeds'],
  ],
  people: [
    ...['code', 'name', 'sex', 'birth', 'ethnicity', 'category', 'authority', 'native_place', 'birth_place'],
    ...['growth_places', 'work_start', 'education', 'degree', 'party'],
  ],
  assignments: ['person', 'post', 'from', 'to', 'capacity', 'level', 'decided_on'],
  states: ['person', 'kind', 'from', 'to', 'value', 'note'],
  kin: ['person', 'relation', 'relative', 'relative_name', 'kind', 'from', 'to', 'ended_by', 'verified', 'source'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Sheet = keyof typeof columns
/** One line of a file, by column; what is not said stays blank. */
export type Row = Readonly<Record<string, string>>

/** A roster as text: file name (`units.csv`) to content, and the jurisdiction whose office files it. */
export interface Roster {
  readonly at: string
  readonly files: Readonly<Record<string, string>>
}

const cell = (value: string) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** Collects the rows of one filing office and writes them as the CSV folder of the roster format. */
export class RosterWriter {
  readonly at: string
  readonly #rows = new Map<Sheet, Row[]>()

  constructor(at: string) {
    this.at = at
  }

  add(sheet: Sheet, row: Row): void {
    const known: readonly string[] = columns[sheet]
    const stray = Object.keys(row).find((column) => !known.includes(column))
    if (stray !== undefined) throw new RangeError(`\`${stray}\` is no column of ${sheet}.`)
    const rows = this.#rows.get(sheet) ?? []
    rows.push(row)
    this.#rows.set(sheet, rows)
  }

  rowsOf(sheet: Sheet): readonly Row[] {
    return this.#rows.get(sheet) ?? []
  }

  roster(): Roster {
    const files = [...this.#rows].map(([sheet, rows]) => {
      const header: readonly string[] = columns[sheet]
      const lines = [header, ...rows.map((row) => header.map((column) => cell(row[column] ?? '')))]
      return [`${sheet}.csv`, `${lines.map((line) => line.join(',')).join('\n')}\n`] as const
    })
    return { at: this.at, files: Object.fromEntries(files) }
  }
}
