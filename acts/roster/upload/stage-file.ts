import { createHash } from 'node:crypto'
import type { Database } from '../../../db/connect.ts'
import { addChunk, beginFile, chunkLength, deleteFile } from '../../../db/queries/staged-files.ts'
import type { Ref } from '../../../db/recorded.ts'
import { transaction } from '../../../db/transaction.ts'

const write = { mode: 'write', pace: 'job' } as const

/** What is staged of a file before anyone knows whether it is one. */
export interface Draft extends Ref {
  readonly bytes: number
  /** SHA-256, in hexadecimal. */
  readonly digest: string
}

/** Pieces of any length as pieces of one length, but for the last. */
async function* evenly(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = []
  let held = 0
  for await (const piece of body) {
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + chunkLength - held)
      parts.push(part)
      held += part.length
      at += part.length
      if (held < chunkLength) continue
      yield Buffer.concat(parts)
      parts = []
      held = 0
    }
  }
  if (held > 0) yield Buffer.concat(parts)
}

/**
 * Writes a stream of bytes down, chunk by chunk, never more than one of them in memory; `finish` says what it is. When
 * either fails, nothing stays.
 */
export const stageFile = async <Whole>(
  db: Database,
  { root, by, days }: { readonly root: number; readonly by: string; readonly days: number },
  body: AsyncIterable<Uint8Array>,
  finish: (draft: Draft) => Promise<Whole>,
): Promise<Whole> => {
  const file = await transaction(db, write, (tx) => beginFile(tx, root, by, days))
  const hash = createHash('sha256')
  let bytes = 0
  let ordinal = 0
  try {
    for await (const chunk of evenly(body)) {
      hash.update(chunk)
      bytes += chunk.length
      const n = ordinal
      await transaction(db, write, (tx) => addChunk(tx, file, n, chunk))
      ordinal += 1
    }
    return await finish({ ...file, bytes, digest: hash.digest('hex') })
  } catch (error) {
    // What cannot be deleted now expires by itself.
    await transaction(db, write, (tx) => deleteFile(tx, file)).catch(() => {})
    throw error
  }
}
