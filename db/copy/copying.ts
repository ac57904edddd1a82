import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Sql } from 'postgres'

/** Rows in bulk, in PostgreSQL's binary form: what a transaction's handle offers beside statements, one at a time. */
export interface Copying {
  /** All that `copy … to stdout (format binary)` sends. */
  readonly copyOut: (statement: string) => Promise<Buffer>
  /** Gives each row of it as it comes, so that none is held: of a row too the bytes are good only while it is taken. */
  readonly copyRows: (statement: string, take: (row: Buffer) => void) => Promise<void>
  /** Sends chunks to `copy … from stdin (format binary)`; returns when the rows are in. */
  readonly copyIn: (statement: string, chunks: Iterable<Buffer>) => Promise<void>
}

/** A message of a copy is a row; before the first one, in the same message, stands the header. */
const headerLength = 19
const trailerLength = 2

export const copying = (send: (statement: string) => ReturnType<Sql['unsafe']>): Copying => ({
  copyOut: async (statement) => {
    let bytes: Buffer = Buffer.allocUnsafe(1 << 16)
    let end = 0
    await drain(send(statement), (message) => {
      if (end + message.length > bytes.length) bytes = grown(bytes, end + message.length)
      end += message.copy(bytes, end)
    })
    return bytes.subarray(0, end)
  },
  copyRows: (statement, take) => {
    let first = true
    return drain(send(statement), (message) => {
      const row = first ? message.subarray(headerLength) : message
      first = false
      if (row.length > trailerLength) take(row)
    })
  },
  copyIn: async (statement, chunks) => {
    const query = send(statement)
    let take = (_: Writable) => {}
    const opened = new Promise<Writable>((resolve) => {
      take = (stream) => resolve(stream.on('error', () => {}))
    })
    const done = outcomeOf<Writable>(query, take)
    query.writable()
    const stream = await Promise.race([opened, done])
    if (stream === undefined) return
    try {
      for (const chunk of chunks) if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done])
      stream.end()
    } catch (error) {
      // Tells the server that no more will come.
      stream.destroy(new Error('given up'))
      await done.catch(() => {})
      throw error
    }
    return done
  },
})

/** Messages are taken as they come: the stream would hold, join and cut them once more, and leave the session paused. */
const drain = async (query: ReturnType<Sql['unsafe']>, take: (message: Buffer) => void): Promise<void> => {
  const push = (message: Buffer | null) => {
    if (message !== null) take(message)
    return true
  }
  const done = outcomeOf<Readable>(
    query,
    (stream) =>
      void Object.assign(
        stream.on('error', () => {}),
        { push },
      ),
  )
  query.readable()
  await done
}

const grown = (bytes: Buffer, least: number): Buffer => {
  const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, least))
  bytes.copy(larger)
  return larger
}

/**
 * Settles when the server is done with the copy or refused it. The query's own promise settles when the stream is handed
 * over, and what the server says after that would reach nobody.
 */
const outcomeOf = <Stream>(query: object, onStream: (stream: Stream) => void): Promise<undefined> => {
  const done = new Promise<undefined>((settle, reject) => {
    let opened = false
    const resolve = (streamOrResult: Stream) => {
      if (opened) settle(undefined)
      else onStream(streamOrResult)
      opened = true
    }
    Object.assign(query, { resolve, reject })
  })
  done.catch(() => {})
  return done
}
