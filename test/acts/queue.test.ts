import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bossOf, bossWithin, evaluationQueue } from '../../db/boss.ts'
import { transaction } from '../../db/transaction.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

const write = { mode: 'write' } as const

test('what is sent within a transaction is there exactly when the transaction is', async () => {
  const boss = bossOf(fresh.db)
  const failing = transaction(fresh.db, write, async (tx) => {
    await bossWithin(tx).send(evaluationQueue, { authority: '411100' })
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await boss.fetch(evaluationQueue)).toEqual([])

  const id = await transaction(fresh.db, write, (tx) => bossWithin(tx).send(evaluationQueue, { authority: '411100' }))
  const [job] = await boss.fetch<{ authority: string }>(evaluationQueue)
  expect(job).toMatchObject({ id, data: { authority: '411100' } })
  expect(await boss.fetch(evaluationQueue)).toEqual([])
})

test('a job given back is taken again, and one that is done is gone', async () => {
  const boss = bossOf(fresh.db)
  const id = await boss.send(evaluationQueue, { authority: '360400' })
  const [job] = await boss.fetch(evaluationQueue)
  await boss.fail(evaluationQueue, job?.id ?? '', { reason: 'the process ended' })
  const [again] = await boss.fetch(evaluationQueue)
  expect(again?.id).toBe(id)
  await boss.deleteJob(evaluationQueue, id ?? '')
  expect(await boss.fetch(evaluationQueue)).toEqual([])
})

test('the queue checks that its schema is the one it was built for, and changes nothing', async () => {
  const boss = bossOf(fresh.db)
  await boss.start()
  await boss.stop({ graceful: false })
  const [schedules] = await transaction(fresh.db, write, (tx) =>
    tx.execute<{ n: number }>(sql`select count(*)::int as n from pgboss.schedule`),
  )
  expect(schedules?.n).toBe(0)
})
