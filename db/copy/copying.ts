import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Sql } from 'postgres'

/** Rows in bulk, in PostgreSQL's binary form: what a transaction's handle offers beside statements, one at a time. */
export interface Copying {
  /** Calls `onRow` with each message of `copy … to stdout (format binary)` as it arrives; its bytes are good until it returns. */
  readonly copyOut: (statement: string, onRow: (message: Buffer) => void) => Promise<void>
  /** Sends chunks to `copy … from stdin (format binary)`; returns when the rows are in. */
  readonly copyIn: (statement: string, chunks: Iterable<Buffer>) => Promise<void>
}

export const copying = (send: (statement: string) => ReturnType<Sql['unsafe']>): Copying => ({
  copyOut: (statement, onRow) => {
    const query = send(statement)
    // Rows are taken as they come: the stream would hold, join and cut them once more, and leave the session paused.
    const push = (message: Buffer | null) => {
      if (message !== null) onRow(message)
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
    return done
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
    for (const chunk of chunks) if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done])
    stream.end()
    return done
  },
})

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
