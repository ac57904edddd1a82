import { epochShift } from './row-reader.ts'
import { putUuid } from './uuid-bytes.ts'

const header = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const trailer = Buffer.from([0xff, 0xff])
const textOid = 25
const chunkSize = 1 << 18

/** Writes rows for a binary copy, column by column in their order. */
export class RowWriter {
  private bytes = Buffer.allocUnsafe(chunkSize)
  private at = 0
  private readonly starts: number[] = []
  private readonly keys: number[] = []

  private room(size: number): void {
    if (this.at + size <= this.bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + size))
    this.bytes.copy(larger, 0, 0, this.at)
    this.bytes = larger
  }

  /** Begins a row that goes before those of a greater key, a whole number below 2^32; its first columns were written before. */
  row(key: number, columns: Buffer): void {
    this.starts.push(this.at)
    this.keys.push(key)
    this.raw(columns)
  }

  /** How many columns each row has: stands before the first. */
  width(columns: number): void {
    this.room(2)
    this.at = this.bytes.writeInt16BE(columns, this.at)
  }

  private size(size: number): void {
    this.room(size + 4)
    this.at = this.bytes.writeInt32BE(size, this.at)
  }

  none(): void {
    this.room(4)
    this.at = this.bytes.writeInt32BE(-1, this.at)
  }

  integer(n: number): void {
    this.size(4)
    this.at = this.bytes.writeInt32BE(n, this.at)
  }

  small(n: number): void {
    this.size(2)
    this.at = this.bytes.writeInt16BE(n, this.at)
  }

  /** A day of the engine as a `date`; one that is not bounded, or none at all, as null. */
  day(day: number | null): void {
    if (day === null || !Number.isFinite(day)) this.none()
    else this.integer(day - epochShift)
  }

  uuid(text: string): void {
    this.size(16)
    putUuid(this.bytes, this.at, text)
    this.at += 16
  }

  /** An id by its bytes. */
  id(bytes: Buffer): void {
    this.size(16)
    this.at += bytes.copy(this.bytes, this.at, 0, 16)
  }

  text(text: string): void {
    const size = Buffer.byteLength(text)
    this.size(size)
    this.at += this.bytes.write(text, this.at)
  }

  json(text: string): void {
    const size = Buffer.byteLength(text)
    this.size(size + 1)
    this.bytes[this.at] = 1
    this.at += 1 + this.bytes.write(text, this.at + 1)
  }

  texts(texts: readonly string[]): void {
    if (texts.length === 0) {
      this.raw(noTexts)
      return
    }
    const sizes = texts.map((text) => Buffer.byteLength(text))
    this.size(20 + sizes.reduce((sum, size) => sum + 4 + size, 0))
    for (const n of [1, 0, textOid, texts.length, 1]) this.at = this.bytes.writeInt32BE(n, this.at)
    texts.forEach((text, i) => {
      this.at = this.bytes.writeInt32BE(sizes[i] ?? 0, this.at)
      this.at += this.bytes.write(text, this.at)
    })
  }

  /** Columns written before. */
  raw(columns: Buffer): void {
    this.room(columns.length)
    this.at += columns.copy(this.bytes, this.at)
  }

  /**
   * All rows in the order of their keys, ready to be sent. Near each other in an index, rows find its pages at hand: the database
   * takes them in a quarter less time.
   */
  *sorted(): Generator<Buffer> {
    const order = Float64Array.from(this.keys, (key, i) => key * mostRows + i).sort()
    let chunk = Buffer.allocUnsafe(chunkSize)
    let end = header.copy(chunk)
    for (const place of order) {
      const i = place % mostRows
      const [from, to] = [this.starts[i] ?? 0, this.starts[i + 1] ?? this.at]
      if (end + to - from > chunk.length) {
        yield chunk.subarray(0, end)
        chunk = Buffer.allocUnsafe(Math.max(chunkSize, to - from))
        end = 0
      }
      end += this.bytes.copy(chunk, end, from, to)
    }
    yield chunk.subarray(0, end)
    yield trailer
  }

  /** What was written, as columns for other rows. */
  written(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.at))
  }
}

/** Key and place of a row share one number. */
const mostRows = 2 ** 21

/** Columns written once, for rows that share them. */
export const columnsOf = (write: (columns: RowWriter) => void): Buffer => {
  const writer = new RowWriter()
  write(writer)
  return writer.written()
}

const noTexts = columnsOf((empty) => {
  empty.raw(Buffer.from([0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, textOid]))
})
