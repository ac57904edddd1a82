import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openConnection } from '../../db/connection.ts'
import { databaseError } from '../../db/errors.ts'
import { transaction } from '../../db/transaction.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

const there = async (type: string, values: readonly unknown[]): Promise<unknown> => {
  const [row] = await transaction(fresh.db, { mode: 'read' }, (tx) =>
    tx.execute<{ back: unknown }>(sql`select ${sql.param(values)}::${sql.raw(type)}[] as back`),
  )
  return row?.back
}

const word = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  fc.constantFrom('', 'NULL', 'null', '{', '}', ',', '"', '\\', ' a ', '张三', "it's", '\n'),
)

test('a list goes to the database and comes back as it was, whatever its words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(word)), async (words) => {
      expect(await there('text', words)).toEqual(words)
    }),
    { numRuns: 100 },
  )
  expect(await there('int', [1, -7, null, 2_147_483_647])).toEqual([1, -7, null, 2_147_483_647])
  const id = '00000000-0000-7000-8000-000000000000'
  expect(await there('uuid', [id, null])).toEqual([id, null])
  expect(await there('jsonb', [{ a: ['"', '{', '\\'] }, 1])).toEqual([{ a: ['"', '{', '\\'] }, 1])
})

/** Passes everything on, until the database has answered this often: then the line is cut. */
const cutAfter = async (answers: number) => {
  const target = new URL(fresh.appUrl)
  const port = Number(target.port)
  const server = createServer((near) => {
    const far = connect(port, target.hostname)
    let left = answers
    near.on('error', () => {})
    far.on('error', () => {})
    near.on('close', () => far.destroy())
    near.pipe(far)
    far.on('data', (data) => {
      if (left === 0) near.resetAndDestroy()
      else near.write(data)
      left -= 1
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  // Of the kinds that a listening server can have, this is what one on a port has.
  target.port = String((server.address() as AddressInfo).port)
  return { url: target.href, close: () => server.close() }
}

test('a session whose line is cut while it is being opened is lost, wherever that was, and ends nothing else', async () => {
  const outcomes: string[] = []
  for (let answers = 0; answers < 8; answers += 1) {
    const line = await cutAfter(answers)
    const outcome = await openConnection(line.url).then(
      async ({ end }) => {
        await end()
        return 'open'
      },
      (error: unknown) => databaseError(error)?.refusal ?? String(error),
    )
    outcomes.push(outcome)
    line.close()
  }
  expect(new Set(outcomes)).toEqual(new Set(['lost', 'open']))
  expect(outcomes).toEqual(outcomes.toSorted())
})
