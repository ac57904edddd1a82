import type { Complaint } from '../../problem.ts'
import { type Archive, damaged, tooLarge } from '../archive.ts'
import { cellKey, type Merge, type SheetTable } from '../sheet-table.ts'
import { Texts } from '../texts.ts'
import type { WorkbookParts } from './parts.ts'
import { errorCell, type Shown, shownIsoDay, shownNumber, uncomputed } from './shown.ts'
import { tidy } from './text-value.ts'
import { type Attributes, readXml } from './xml.ts'

/** Cells of one sheet, blank ones before filled ones counted: a sheet of the largest province has some 3,000,000. */
const mostCells = 12_000_000
/** Rows a spreadsheet can have. */
const mostRows = 1_048_576
/** Columns of a sheet; the widest of a roster has 16. */
const mostColumns = 512
const mostMerges = 1_000_000

/** Row and column of `C5`, from 0. */
const placeOf = (reference: string): readonly [row: number, column: number] => {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  if (letters === undefined) throw damaged(`cell ${reference}`)
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return [Number(digits) - 1, column - 1]
}

const mergeOf = (reference: string): Merge => {
  const [first = '', last = first] = reference.split(':')
  const [[top, left], [bottom, right]] = [placeOf(first), placeOf(last)]
  return { top, left, bottom, right }
}

/** One sheet taking shape while its XML goes by. */
class SheetReader {
  readonly rows: string[][] = []
  readonly merges: Merge[] = []
  readonly bad = new Map<string, Complaint>()
  readonly #parts: WorkbookParts
  readonly #texts = new Texts()
  #cells = 0
  #row = -1
  #column = -1
  #type = 'n'
  #style = 0
  #formula = false
  #within: 'v' | 't' | null = null
  #text = ''
  #filled = false

  constructor(parts: WorkbookParts) {
    this.#parts = parts
  }

  open(name: string, attributes: Attributes): void {
    this.#within = null
    if (name === 'row') this.#openRow(attributes.get('r'))
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'f') this.#formula = true
    else if (name === 'v' || name === 't') {
      this.#within = name
      this.#filled = true
    } else if (name === 'mergeCell') this.#merge(mergeOf(attributes.get('ref') ?? ''))
  }

  text(more: string): void {
    if (this.#within !== null) this.#text += more
  }

  close(name: string): void {
    this.#within = null
    if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
  }

  /** A row that has grown cell by cell keeps room for more; there are hundreds of thousands of them. */
  #closeRow(): void {
    const cells = this.rows[this.#row]
    if (cells !== undefined && cells.length > 0) this.rows[this.#row] = cells.slice()
  }

  #openRow(number: string | undefined): void {
    this.#row = number === undefined ? this.#row + 1 : Number(number) - 1
    this.#column = -1
    if (!Number.isInteger(this.#row) || this.#row < 0 || this.#row >= mostRows) throw damaged(`row ${number}`)
  }

  #openCell(attributes: Attributes): void {
    const reference = attributes.get('r')
    const [row, column] = reference === undefined ? [this.#row, this.#column + 1] : placeOf(reference)
    if (row !== this.#row) throw damaged(`cell ${reference}`)
    this.#column = column
    this.#type = attributes.get('t') ?? 'n'
    this.#style = Number(attributes.get('s') ?? '0')
    this.#formula = false
    this.#text = ''
    this.#filled = false
  }

  #closeCell(): void {
    if (!this.#filled && !this.#formula) return
    const { text, wrong } = this.#filled ? this.#shown() : { text: '?', wrong: uncomputed }
    if (text === '') return
    if (this.#column >= mostColumns) throw tooLarge(`多于 ${mostColumns} 列`, `more than ${mostColumns} columns`)
    while (this.rows.length <= this.#row) this.rows.push([])
    const cells = this.rows[this.#row] ?? []
    this.#cells += Math.max(1, this.#column + 1 - cells.length)
    if (this.#cells > mostCells) throw tooLarge(`多于 ${mostCells} 格`, `more than ${mostCells} cells`)
    while (cells.length < this.#column) cells.push('')
    cells[this.#column] = text
    if (wrong !== undefined) this.bad.set(cellKey(this.#row, this.#column), wrong)
  }

  #shown(): Shown {
    const raw = this.#text
    if (this.#type === 's') return { text: this.#parts.strings[Number(raw)] ?? '' }
    if (this.#type === 'inlineStr' || this.#type === 'str') return { text: this.#texts.one(tidy(raw)) }
    if (this.#type === 'b') return { text: raw === '1' || raw === 'true' ? 'true' : 'false' }
    if (this.#type === 'e') return { text: raw, wrong: errorCell }
    if (raw === '') return { text: '' }
    const format = this.#parts.formats[this.#style] ?? { is: 'general' }
    return this.#type === 'd' ? shownIsoDay(raw, format) : shownNumber(raw, format, this.#parts.from1904)
  }

  /** A merge may reach to the end of the sheet; what it says of the rows that are there counts. */
  #merge({ top, left, bottom, right }: Merge): void {
    const last = Math.min(bottom, Math.max(top, this.rows.length - 1))
    this.#cells += last > top ? (last - top) * (left + 1) : 0
    const many = this.#cells > mostCells || this.merges.length >= mostMerges
    if (many) throw tooLarge('合并单元格过多', 'too many merged cells')
    if (left < mostColumns) this.merges.push({ top, left, bottom: last, right: Math.min(right, mostColumns - 1) })
  }
}

/** The rows of one sheet, as they are shown. */
export const readSheetRows = async (archive: Archive, path: string, parts: WorkbookParts): Promise<SheetTable> => {
  const reader = new SheetReader(parts)
  await readXml(archive.chunks(path), reader)
  const { rows, merges, bad } = reader
  return { rows, merges, bad }
}
