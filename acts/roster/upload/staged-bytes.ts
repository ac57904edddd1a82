import type { Database } from '../../../db/connect.ts'
import { chunkLength, chunkOf } from '../../../db/queries/staged-files.ts'
import type { Ref } from '../../../db/recorded.ts'
import { transaction } from '../../../db/transaction.ts'
import type { PackedBytes } from '../reading/packed-bytes.ts'

/** A file of so many bytes that lies in the database. */
export interface Staged extends Ref {
  readonly bytes: number
}

/** Some bytes of the file are not there: it was deleted meanwhile. */
export class StagedFileGone extends Error {
  override readonly name = 'StagedFileGone'
}

const chunkAt = async (db: Database, file: Staged, ordinal: number): Promise<Uint8Array> => {
  const chunk = await transaction(db, { mode: 'read', pace: 'job' }, (tx) => chunkOf(tx, file, ordinal))
  if (chunk === null || chunk.length === 0) throw new StagedFileGone(`The staged file ${file.id} is not there.`)
  return chunk
}

/** The bytes of a staged file, a chunk at a time; each chunk is a short transaction of its own. */
export async function* stagedBytes(db: Database, file: Staged): AsyncGenerator<Uint8Array> {
  for (let ordinal = 0; ordinal * chunkLength < file.bytes; ordinal += 1) yield chunkAt(db, file, ordinal)
}

/** A staged archive or workbook, to be opened where it lies. `reached` is told how much of it was read. */
export const stagedArchive = (
  db: Database,
  file: Staged,
  name: string,
  reached: (bytes: number) => Promise<void> = async () => {},
): PackedBytes => {
  // An archive is read in small steps near each other: the chunk read last is kept.
  let kept: { readonly ordinal: number; readonly chunk: Uint8Array } | null = null
  // Its end is read first.
  const known = new Set<number>()
  let read = 0
  const chunk = async (ordinal: number): Promise<Uint8Array> => {
    if (kept?.ordinal === ordinal) return kept.chunk
    const fetched = await chunkAt(db, file, ordinal)
    kept = { ordinal, chunk: fetched }
    if (!known.has(ordinal)) read += fetched.length
    known.add(ordinal)
    await reached(read)
    return fetched
  }
  return {
    name,
    size: file.bytes,
    bytes: async function* (from, to) {
      for (let at = from; at < to; ) {
        const ordinal = Math.floor(at / chunkLength)
        const start = ordinal * chunkLength
        const part = (await chunk(ordinal)).subarray(at - start, to - start)
        if (part.length === 0) throw new StagedFileGone(`The staged file ${file.id} is too short.`)
        yield part
        at += part.length
      }
    },
  }
}
