import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Database } from '../../db/connect.ts'
import { RowReader } from '../../db/copy/row-reader.ts'
import { columnsOf, RowWriter } from '../../db/copy/row-writer.ts'
import { Shared } from '../../db/copy/shared.ts'
import { newIds, uuidText } from '../../db/copy/uuid-bytes.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

let fresh: FreshDatabase
/** One session, so that every copy is made where another was made before. */
let db: Database

beforeAll(async () => {
  fresh = await freshDatabase()
  db = connect(fresh.ownerUrl, { sessions: 1 })
  await write((tx) =>
    tx.execute(
      sql`create table told (id uuid primary key, on_day date, words text[] not null, said jsonb, n int check (n < 100000))`,
    ),
  )
})
afterAll(async () => {
  await db.close()
  await fresh.close()
})

const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(db, { mode: 'write' }, work)
const out = (query: string) =>
  write(async (tx) => new RowReader(await tx.copyOut(`copy (${query}) to stdout (format binary)`)))
const into = 'copy told (id, on_day, words, said, n) from stdin (format binary)'
const width = columnsOf((columns) => columns.width(5))
const nextId = newIds()

const rowsOf = (count: number, numbered: (i: number) => number): RowWriter => {
  const rows = new RowWriter()
  for (let i = 0; i < count; i += 1) {
    rows.row(count - i, width)
    rows.id(nextId())
    rows.day(i % 3 === 0 ? null : i)
    rows.texts(i % 2 === 0 ? [] : ['轮岗', `n${i}`])
    rows.json(JSON.stringify({ 次: i }))
    rows.integer(numbered(i))
  }
  return rows
}

describe('rows in bulk', () => {
  it('come one by one as they come all together, and none at all from an empty table', async () => {
    for (const count of [0, 1, 5_000]) {
      await write(async (tx) => {
        await tx.execute(sql`truncate told`)
        await tx.copyIn(into, rowsOf(count, (i) => i).sorted())
        const query = 'copy (select id, n from told order by n) to stdout (format binary)'
        const rows: Buffer[] = []
        await tx.copyRows(query, (row) => void rows.push(Buffer.from(row)))
        const all = await tx.copyOut(query)
        expect(rows).toHaveLength(count)
        expect(Buffer.concat(rows).equals(all.subarray(19, 19 + rows.length * 30))).toBe(true)
      })
    }
  })

  it('go in and come out as they were, one copy after the other in one session', async () => {
    for (const count of [0, 1, 30_000]) {
      await write(async (tx) => {
        await tx.execute(sql`truncate told`)
        await tx.copyIn(into, rowsOf(count, (i) => i).sorted())
      })
      const rows = await out('select id, on_day, words, said::text, n from told order by n desc')
      for (let i = count - 1; i >= 0; i -= 1) {
        expect(rows.next()).toBe(true)
        expect(rows.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect([rows.day(), rows.texts(), rows.text(), rows.integer()]).toEqual([
          ...[i % 3 === 0 ? null : i, i % 2 === 0 ? [] : ['轮岗', `n${i}`], `{"次": ${i}}`, i],
        ])
      }
      expect(rows.next()).toBe(false)
    }
  })

  it('are sent in the order of their keys', async () => {
    const rows = await out('select n from told order by ctid limit 3')
    const first = [rows, rows, rows].map((row) => row.next() && row.integer())
    expect(first).toEqual([29_999, 29_998, 29_997])
  })

  it('that break a rule are refused by its name, none is kept, and the session goes on', async () => {
    for (const breaking of [0, 49_999]) {
      const refused = write((tx) => tx.copyIn(into, rowsOf(50_000, (i) => (i === breaking ? 100_000 : i)).sorted()))
      await expect(refused).rejects.toMatchObject({ refusal: 'impossible', constraint: 'told_n_check' })
      expect(await write((tx) => tx.execute(sql`select count(*)::int as n from told`))).toEqual([{ n: 30_000 }])
    }
  })

  it('of a statement the database does not understand are refused', async () => {
    await expect(out('select nothing from told')).rejects.toMatchObject({ sqlstate: '42703' })
    await expect(write((tx) => tx.copyIn('copy nowhere from stdin (format binary)', []))).rejects.toMatchObject({
      sqlstate: '42P01',
    })
  })

  it('of which half was sent when something failed are given up, and the session goes on', async () => {
    const halfway = function* () {
      yield* rowsOf(10, (i) => i).sorted()
      throw new Error('the power went out')
    }
    await expect(write((tx) => tx.copyIn(into, halfway()))).rejects.toThrow('the power went out')
    expect(await write((tx) => tx.execute(sql`select count(*)::int as n from told`))).toEqual([{ n: 30_000 }])
  })

  it('are refused once the transaction is over', async () => {
    const tx = await write(async (handle) => handle)
    await expect(tx.copyOut('copy told to stdout (format binary)')).rejects.toMatchObject({ refusal: 'lost' })
  })
})

describe('what is read once and shared', () => {
  it('is told apart by every byte, and forgotten when there is too much of it', () => {
    const shared = new Shared<number>(3)
    const bytes = (text: string) => Buffer.from(text)
    const ask = (text: string, otherwise: number) =>
      shared.find(bytes(text), 0, text.length) ?? shared.keep(bytes(text), 0, text.length, otherwise)
    expect(['abcde', 'abcdf', 'abcde', 'abcd', 'abcdf', 'abcd'].map(ask)).toEqual([0, 1, 0, 3, 1, 3])
    expect(ask('xyz', 4)).toBe(4)
    expect(ask('abcde', 5)).toBe(5)
  })
})

it('ids are made in order', () => {
  const made = Array.from({ length: 1_000 }, () => uuidText(nextId(), 0))
  expect(made).toEqual(made.toSorted())
  expect(new Set(made).size).toBe(1_000)
})
