import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evaluateAuthority } from '../../acts/evaluate/evaluate-authority.ts'
import { connect, type Database } from '../../db/connect.ts'
import { openConnection } from '../../db/connection.ts'
import { currentEvaluation } from '../../db/queries/evaluation.ts'
import { finding, findingSpan } from '../../db/tables/finding.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { judgedAt, recordNow } from '../support/record.ts'
import { city, loadWorld } from '../support/world.ts'

let fresh: FreshDatabase
/** Told apart from everyone else's sessions by their name. */
let judging: Database

beforeAll(async () => {
  fresh = await freshDatabase()
  judging = connect(`${fresh.appUrl}?application_name=judging`)
  await loadWorld(fresh.db)
})
afterAll(async () => {
  await judging.close()
  await fresh.close()
})

const read = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'read', pace: 'job' }, work)
const current = async () => (await transaction(fresh.db, { mode: 'write' }, (tx) => currentEvaluation(tx, city)))?.id
const crowd = { stretch: 5, workers: 2 }

test.each([
  ['by one', { stretch: 1_000 }],
  ['in several stretches', { stretch: 7, workers: 1 }],
  ['by two workers', crowd],
])('judged %s, everyone has the findings of a judge who sees their file', async (_, manner) => {
  const before = await current()
  const told: (readonly [number, number])[] = []
  await evaluateAuthority(fresh.db, city, async (done, total) => void told.push([done, total]), manner)
  expect(await current()).not.toBe(before)
  const said = await read(recordNow)
  expect(said.length).toBeGreaterThan(100)
  expect(said).toEqual(await read((tx) => judgedAt(tx, null)))
  expect(told.at(-1)).toEqual([60, 60])
  expect(told).toHaveLength(Math.ceil(60 / manner.stretch))
})

test('every finding belongs to an evaluation and every span to a finding, with the same words', async () => {
  const strays = await read((tx) =>
    tx.execute(sql`
      select s.finding_row_id from ${findingSpan} s
      left join ${finding} f on (f.root, f.row_id, f.id, f.evaluation_id, f.authority, f.person_id, f.rule, f.effect_rank)
        = (s.root, s.finding_row_id, s.finding_id, s.evaluation_id, s.authority, s.person_id, s.rule, s.effect_rank)
      left join evaluation e on e.root = f.root and e.id = f.evaluation_id and e.authority = f.authority
      where e.id is null`),
  )
  expect([...strays]).toEqual([])
})

/** Sessions of an evaluation that wait for a lock. */
const waiting = () =>
  read((tx) =>
    tx.execute<{ pid: number }>(sql`
      select pid from pg_stat_activity
      where datname = current_database() and application_name = 'judging' and wait_event_type = 'Lock' order by backend_start`),
  )

/** While all workers stand before a locked table, something happens to one of them. */
const meanwhile = async (
  evaluated: () => Promise<void>,
  happens: (pid: number) => Promise<unknown>,
): Promise<unknown> => {
  const owner = await openConnection(fresh.ownerUrl)
  try {
    await owner.client.unsafe('begin; lock table finding in share mode')
    const outcome = evaluated().then(
      () => 'done',
      (error: unknown) => error,
    )
    await expect.poll(async () => (await waiting()).length, { timeout: 20_000 }).toBe(2)
    await happens((await waiting())[0]?.pid ?? 0)
    await owner.client.unsafe('rollback')
    return await outcome
  } finally {
    await owner.end()
  }
}

test('a worker that dies fails the evaluation: the old one goes on answering, and the next attempt succeeds', async () => {
  const [before, said] = [await current(), await read(recordNow)]
  const outcome = await meanwhile(
    () => evaluateAuthority(judging, city, undefined, crowd),
    (pid) => read((tx) => tx.execute(sql`select pg_terminate_backend(${pid}::int)`)),
  )
  expect(outcome).toBeInstanceOf(Error)
  expect(await current()).toBe(before)
  expect(await read(recordNow)).toEqual(said)
  expect(await waiting()).toEqual([])
  await evaluateAuthority(judging, city, undefined, crowd)
  expect(await current()).not.toBe(before)
  expect(await read(recordNow)).toEqual(said)
})

test('when nobody cares for the outcome any more, the workers end with it', async () => {
  const before = await current()
  const ended = evaluateAuthority(judging, city, () => Promise.reject(new Error('given up')), crowd)
  await expect(ended).rejects.toThrow('given up')
  expect(await current()).toBe(before)
  await judging.close()
  const left = () =>
    read((tx) =>
      tx.execute(
        sql`select pid from pg_stat_activity where datname = current_database() and application_name = 'judging'`,
      ),
    )
  await expect.poll(async () => [...(await left())]).toEqual([])
})
