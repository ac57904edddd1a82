import type { ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { connect } from '../../db/connect.ts'
import { openEmbedded, stopEmbedded } from '../../db/embedded.ts'
import { transaction } from '../../db/transaction.ts'
import { findingsSaid, olderRelease, rowsWritten, stepsTaken } from '../support/older-release.ts'
import { judgedAt, recordNow } from '../support/record.ts'
import {
  endProcess,
  type ProcessOptions,
  readiness,
  type ServerProcess,
  startProcess,
} from '../support/server-process.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'cadre-older-'))
const older = newFolder()
const folders = [older]
const servers: ServerProcess[] = []
beforeAll(() => olderRelease(older))
afterEach(async () => {
  for (const server of servers.splice(0)) await endProcess(server, 'SIGKILL')
})
afterAll(async () => {
  for (const folder of folders) {
    await stopEmbedded(folder)
    rmSync(folder, { recursive: true, force: true })
  }
})

/** What the older release left behind, in a folder of its own. */
const oldData = (): string => {
  const folder = newFolder()
  folders.push(folder)
  cpSync(older, folder, { recursive: true })
  return folder
}
const start = async (folder: string, options: ProcessOptions = {}) => {
  const server = await startProcess(folder, options)
  servers.push(server)
  return server
}

/** What the record says, and what we judge from the files. */
const saidAndJudged = async (url: string) => {
  const db = connect(url, { sessions: 1 })
  const both = transaction(db, { mode: 'read', pace: 'job' }, async (tx) => ({
    said: await recordNow(tx),
    judged: await judgedAt(tx, null),
  }))
  return both.finally(() => db.close())
}
const allSteps = readdirSync(new URL('../../db/migrations/', import.meta.url))
  .flatMap((file) => (file.endsWith('.sql') ? [file.slice(0, -4)] : []))
  .toSorted()

test('two servers that start at once on the data of an older release both come up; each step is taken once, no row is lost', async () => {
  const folder = oldData()
  const { appUrl, ownerUrl, stop } = await openEmbedded(folder, { durable: false })
  const before = await rowsWritten(folder)
  expect(before.length).toBeGreaterThan(3_000)
  expect(await stepsTaken(folder)).toEqual(allSteps.filter((step) => step <= '0002_queue'))
  const saidBefore = await findingsSaid(folder)

  const environment = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl }
  const both = await Promise.all([start(folder, { environment }), start(folder, { environment })])
  expect(await Promise.all(both.map(({ url }) => readiness(url)))).toEqual([200, 200])
  expect(await stepsTaken(folder)).toEqual(allSteps)
  expect(await rowsWritten(folder)).toEqual(before)
  await expect.poll(() => findingsSaid(folder), { timeout: 20_000 }).toBe(saidBefore + 1)
  const { said, judged } = await saidAndJudged(appUrl)
  expect(said).toEqual(judged)
  await Promise.all(both.map((server) => endProcess(server, 'SIGTERM')))
  await stop()
})

test('a server killed in the middle of bringing old data up to date is followed by one that completes it', async () => {
  const folder = oldData()
  const { ownerUrl, stop } = await openEmbedded(folder, { durable: false })
  const before = await rowsWritten(folder)
  const db = connect(ownerUrl)
  await transaction(db, { mode: 'write', pace: 'job' }, async (tx) => {
    await tx.execute(sql`lock table finding_span`)
    const children: ChildProcess[] = []
    const starting = start(folder, { begun: (child) => children.push(child) }).catch((error: Error) => error)
    const waiting = sql`select count(*)::int as n from pg_locks where not granted`
    await expect.poll(async () => (await tx.execute<{ n: number }>(waiting))[0]?.n, { timeout: 20_000 }).toBe(1)
    for (const child of children) child.kill('SIGKILL')
    expect(await starting).toBeInstanceOf(Error)
  })
  await db.close()
  expect((await stepsTaken(folder)).at(-1)).toBe('0003_thrown_away_evaluations')
  const server = await start(folder)
  expect(await readiness(server.url)).toBe(200)
  expect(await stepsTaken(folder)).toEqual(allSteps)
  expect(await rowsWritten(folder)).toEqual(before)
  await endProcess(server, 'SIGTERM')
  await stop()
})

test('data that a newer release has been at are refused, untouched, with a way out', async () => {
  const folder = oldData()
  const { ownerUrl, stop } = await openEmbedded(folder, { durable: false })
  const db = connect(ownerUrl)
  const write = (statement: string) => transaction(db, { mode: 'write' }, (tx) => tx.execute(sql.raw(statement)))
  await write(`insert into schema_migration (name) values ('9999_from_the_future')`)
  const steps = await stepsTaken(folder)
  await expect(start(folder)).rejects.toThrow(
    /本版本不认识的升级步骤.*9999_from_the_future.*请重新启动那个版本.*Nothing was changed.*Start that version again/s,
  )
  expect(await stepsTaken(folder)).toEqual(steps)
  await write(`delete from schema_migration where name = '9999_from_the_future'`)
  await db.close()
  expect(await readiness((await start(folder)).url)).toBe(200)
  await stop()
})
