import { sql } from 'drizzle-orm'
import { expect, vi } from 'vitest'
import { workJobs } from '../../acts/jobs/worker.ts'
import type { Database } from '../../db/connect.ts'
import { openConnection } from '../../db/connection.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import type { Lines } from '../roster/office.ts'
import { tabsOf, workbookOf } from '../roster/workbook.ts'
import { freshDatabase } from './database.ts'
import { filingAt } from './filing.ts'
import { graphqlOn } from './graphql.ts'

export const at = '411100'
export const on = '2026-11-22'
export const bytesOf = (roster: Lines) => Uint8Array.from(workbookOf(tabsOf(roster)))

/** A server without a socket, with a database of its own, and a worker at its queue when one is called. */
export const openFilingOffice = async () => {
  const fresh = await freshDatabase()
  const { db } = fresh
  const office = filingAt(graphqlOn(db).fetch)
  const bugs: unknown[] = []
  /** With a worker at the queue until the work is done. */
  const atWork = async <T>(work: () => Promise<T>, on: Database = db): Promise<T> => {
    const worker = workJobs(on, (error) => bugs.push(error))
    try {
      return await work()
    } finally {
      await worker.stop()
    }
  }
  let keys = 0
  const key = () => `key-${++keys}`
  const started = async (roster: Lines): Promise<string> => {
    const upload = await office.send(bytesOf(roster))
    return (await office.importing({ idempotencyKey: key(), upload, at, on })).job.id
  }
  const done = (id: string) => atWork(() => office.watching(id))
  const read = (query: ReturnType<typeof sql>) =>
    transaction(db, { mode: 'read' }, async (tx) => [...(await tx.execute(query))])
  const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(db, { mode: 'write' }, work)
  const staged = () =>
    read(
      sql`select kind, (select count(*)::int from staged_chunk c where c.file_id = f.id) as chunks from staged_file f`,
    )
  /** Does something while a lock of somebody else's is in the way. */
  const holding = async (lock: string, work: () => Promise<void>): Promise<void> => {
    const { client, end } = await openConnection(fresh.ownerUrl)
    try {
      await client.unsafe(`begin; ${lock}`)
      await work()
    } finally {
      await end()
    }
  }
  const reaches = (id: string, phase: string) =>
    vi.waitFor(async () => expect((await office.job(id)).phase).toBe(phase), { timeout: 20_000 })
  const close = async () => {
    await fresh.close()
    expect(bugs).toEqual([])
  }
  return { ...office, db, atWork, key, started, done, read, write, staged, holding, reaches, close }
}
