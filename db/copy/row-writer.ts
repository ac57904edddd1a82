import { epochShift } from './row-reader.ts'
import { putUuid } from './uuid-bytes.ts'

const header = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const trailer = Buffer.from([0xff, 0xff])
const textOid = 25
const chunkSize = 1 << 18

/** Writes rows for a binary copy, column by column in their order. */
export class RowWriter {
  private readonly full: Buffer[] = [header]
  private bytes = Buffer.allocUnsafe(chunkSize)
  private at = 0

  private room(size: number): void {
    if (this.at + size <= this.bytes.length) return
    this.full.push(this.bytes.subarray(0, this.at))
    this.bytes = Buffer.allocUnsafe(Math.max(chunkSize, size))
    this.at = 0
  }

  row(columns: number): void {
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

  /** Everything written, ready to be sent. */
  chunks(): readonly Buffer[] {
    return [...this.full, this.bytes.subarray(0, this.at), trailer]
  }
}

/** Columns written once, for rows that share them. */
export const columnsOf = (write: (columns: RowWriter) => void): Buffer => {
  const writer = new RowWriter()
  write(writer)
  return Buffer.concat(writer.chunks().slice(1, -1))
}

const noTexts = columnsOf((empty) => {
  empty.raw(Buffer.from([0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, textOid]))
})
