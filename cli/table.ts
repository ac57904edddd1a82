import { padded, widthOf, wrapped } from './columns.ts'

/** What stands in a cell: parts that go side by side where they fit, else one below the other. */
export type Cell = string | readonly string[]
export type Row = readonly Cell[]

const gap = 2
const narrowest = 16

const partsOf = (cell: Cell): readonly string[] =>
  (typeof cell === 'string' ? [cell] : cell).filter((part) => part !== '')
const whole = (cell: Cell): string => partsOf(cell).join(' ')

const linesOf = (cell: Cell, width: number): readonly string[] =>
  widthOf(whole(cell)) <= width ? [whole(cell)] : partsOf(cell).flatMap((part) => wrapped(part, width))

/** Lays rows out in columns of a terminal: all as wide as what they hold, but one that gives way where there is no room. */
export class Columns {
  readonly #widths: readonly number[]

  /** `room`: columns of the terminal; `null`: as many as it takes. */
  constructor(rows: readonly Row[], yielding: number, room: number | null) {
    const widest = (i: number) => rows.reduce((most, row) => Math.max(most, widthOf(whole(row[i] ?? ''))), 0)
    const natural = (rows[0] ?? []).map((_, i) => widest(i))
    const others = natural.reduce((sum, width, i) => sum + (i === yielding ? 0 : width + gap), 0)
    const left = room === null ? Infinity : Math.max(narrowest, room - others)
    this.#widths = natural.map((width, i) => (i === yielding ? Math.min(width, left) : width))
  }

  /** The lines of one row. */
  linesOf(row: Row): readonly string[] {
    const cells = this.#widths.map((width, i) => linesOf(row[i] ?? '', width))
    const height = Math.max(...cells.map((lines) => lines.length))
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, i) => padded(lines[line] ?? '', this.#widths[i] ?? 0))
        .join(' '.repeat(gap))
        .trimEnd(),
    )
  }
}
