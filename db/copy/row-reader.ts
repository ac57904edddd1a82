import type { Shared } from './shared.ts'
import { uuidText } from './uuid-bytes.ts'

/** What precedes the first row: a signature of eleven bytes, flags, and the length of an extension nobody uses. */
const headerLength = 19

/** Days from our first day, 1970-01-01, to PostgreSQL's. */
export const epochShift = 10_957

/** Reads the rows of a binary copy, column by column in their order; each is read exactly once. */
export class RowReader {
  private at = headerLength

  constructor(private readonly bytes: Buffer) {}

  /** Goes to the next row, once the former is read; false when there is none. */
  next(): boolean {
    if (this.at >= this.bytes.length) return false
    this.at += 2
    return this.bytes.readInt16BE(this.at - 2) >= 0
  }

  private length(): number {
    const length = this.bytes.readInt32BE(this.at)
    this.at += 4
    return length
  }

  integer(): number | null {
    if (this.length() < 0) return null
    this.at += 4
    return this.bytes.readInt32BE(this.at - 4)
  }

  /** A `date`, as the engine's number of a day. */
  day(): number | null {
    const stored = this.integer()
    return stored === null ? null : stored + epochShift
  }

  boolean(): boolean | null {
    if (this.length() < 0) return null
    this.at += 1
    return this.bytes[this.at - 1] === 1
  }

  text(): string | null {
    const length = this.length()
    if (length < 0) return null
    this.at += length
    return this.bytes.toString('utf8', this.at - length, this.at)
  }

  /** A text of a closed list: the database holds no other. */
  word<Word extends string>(): Word | null {
    return this.text() as Word | null
  }

  uuid(): string | null {
    if (this.length() < 0) return null
    this.at += 16
    return uuidText(this.bytes, this.at - 16)
  }

  /** A division code: a number there, text here. */
  code(): string | null {
    const stored = this.integer()
    return stored === null ? null : String(stored)
  }

  texts(): readonly string[] {
    return this.words()
  }

  words<Word extends string>(): readonly Word[] {
    return this.elements((from, to) => this.bytes.toString('utf8', from, to) as Word)
  }

  codes(): readonly string[] {
    return this.elements((from) => String(this.bytes.readInt32BE(from)))
  }

  private elements<T>(read: (from: number, to: number) => T): readonly T[] {
    const end = this.length() + this.at
    const elements: T[] = []
    if (this.bytes.readInt32BE(this.at) > 0) {
      for (let at = this.at + 20; at < end; ) {
        const size = this.bytes.readInt32BE(at)
        elements.push(read(at + 4, at + 4 + size))
        at += 4 + size
      }
    }
    this.at = end
    return elements
  }

  /** The next columns together: equal bytes give the very same object, read once. */
  shared<T>(columns: number, known: Shared<T>, read: (row: RowReader) => T): T {
    const from = this.at
    for (let i = 0; i < columns; i += 1) {
      const length = this.length()
      if (length > 0) this.at += length
    }
    const end = this.at
    const found = known.find(this.bytes, from, end)
    if (found !== undefined) return found
    this.at = from
    return known.keep(this.bytes, from, end, read(this))
  }
}

/** What a column that is never null holds. */
export const given = <T>(value: T | null): T => {
  if (value === null) throw new TypeError('A column that is never null was null.')
  return value
}
