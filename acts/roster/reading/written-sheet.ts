import { deflateRawSync, inflateRawSync } from 'node:zlib'

type Cells = readonly string[]

/** Rows kept together as one piece. */
const block = 256

// Copied, so that a few bytes do not keep the whole buffer that they were packed in.
const packed = (rows: readonly Cells[]): Buffer => Buffer.from(deflateRawSync(JSON.stringify(rows), { level: 1 }))

const unpacked = (bytes: Buffer): readonly Cells[] => JSON.parse(inflateRawSync(bytes).toString())

/**
 * What the rows of a sheet say, word for word, packed away as bytes: only of rows found wrong is it asked again, and as
 * objects they would take most of the memory an import needs.
 */
export class WrittenSheet {
  readonly file: string
  readonly #columns: readonly (string | null)[]
  readonly #blocks: Buffer[] = []
  #open: Cells[] = []
  #opened: { readonly block: number; readonly rows: readonly Cells[] } | null = null

  /** The name of each column, `null` where it has none that is known. */
  constructor(file: string, columns: readonly (string | null)[]) {
    this.file = file
    this.#columns = columns
  }

  /** Adds the next row, and returns its place. */
  add(cells: Cells): number {
    const place = this.#blocks.length * block + this.#open.push(cells) - 1
    if (this.#open.length === block) {
      this.#blocks.push(packed(this.#open))
      this.#open = []
    }
    return place
  }

  /** What the row at a place says in a column; `null` when nothing. */
  cell(place: number, column: string): string | null {
    const cells = this.#row(place)
    const index = this.#columns.findIndex((name, at) => name === column && (cells[at] ?? '') !== '')
    return cells[index] ?? null
  }

  #row(place: number): Cells {
    const at = Math.floor(place / block)
    if (at === this.#blocks.length) return this.#open[place % block] ?? []
    if (this.#opened?.block !== at) {
      const bytes = this.#blocks[at]
      this.#opened = { block: at, rows: bytes === undefined ? [] : unpacked(bytes) }
    }
    return this.#opened.rows[place % block] ?? []
  }
}
