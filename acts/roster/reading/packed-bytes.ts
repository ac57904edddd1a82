import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { RandomAccessReader } from 'yauzl'

/** A .zip or .xlsx that is no file of this machine: its bytes are fetched as they are needed. */
export interface PackedBytes {
  /** What problems of the whole file call it. */
  readonly name: string
  readonly size: number
  /** The bytes `[from, to)`, in pieces. */
  readonly bytes: (from: number, to: number) => AsyncIterable<Uint8Array>
}

/** The bytes could not be fetched, which says nothing about the file; `cause` says why. */
export class BytesLost extends Error {
  constructor(cause: unknown) {
    super('The bytes of the file could not be fetched.', { cause })
  }
}

/** What a person calls it. */
export const nameOf = (from: string | PackedBytes): string => (typeof from === 'string' ? basename(from) : from.name)

async function* fetched(packed: PackedBytes, from: number, to: number): AsyncGenerator<Uint8Array> {
  try {
    yield* packed.bytes(from, to)
  } catch (error) {
    throw new BytesLost(error)
  }
}

/** Hands an archive the pieces it asks for. */
export class PackedReader extends RandomAccessReader {
  readonly #packed: PackedBytes

  constructor(packed: PackedBytes) {
    super()
    this.#packed = packed
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(fetched(this.#packed, start, end), { objectMode: false })
  }
}
