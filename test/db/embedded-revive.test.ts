import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { openEmbedded, stopEmbedded } from '../../db/embedded.ts'
import { transaction } from '../../db/transaction.ts'
import { killCluster, postmasterOf } from '../support/kill-postgres.ts'

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-revive-'))
  folders.push(folder)
  return folder
}
afterEach(async () => {
  for (const folder of folders.splice(0)) {
    await stopEmbedded(folder)
    rmSync(folder, { recursive: true, force: true })
  }
})

test('is started once although everyone who had it open wants it back at once', async () => {
  const folder = newFolder()
  const all = [await openEmbedded(folder, { durable: false }), await openEmbedded(folder, { durable: false })]
  const former = postmasterOf(folder)
  killCluster(folder)
  await Promise.all(all.map(({ revive }) => revive()))
  const pid = postmasterOf(folder)
  expect(pid).not.toBe(former)
  await Promise.all(all.map(({ revive }) => revive()))
  expect(postmasterOf(folder)).toBe(pid)
  expect(new Set(all.map(({ appUrl }) => appUrl)).size).toBe(1)
  await Promise.all(all.map(({ stop }) => stop()))
  expect(postmasterOf(folder)).toBeNull()
})

test('moves to another port when its own was taken meanwhile, and whoever is connected moves with it', async () => {
  const folder = newFolder()
  const embedded = await openEmbedded(folder, { durable: false })
  const db = embedded.connect({ sessions: 1 })
  const one = () => transaction(db, { mode: 'read' }, (tx) => tx.execute(sql`select 1 as one`))
  expect(await one()).toEqual([{ one: 1 }])
  const former = new URL(embedded.appUrl).port
  killCluster(folder)
  await expect.poll(() => postmasterOf(folder)).toBeNull()
  const taker = createServer().listen(Number(former), '127.0.0.1')
  await once(taker, 'listening')
  await embedded.revive()
  expect(new URL(embedded.appUrl).port).not.toBe(former)
  expect(await one()).toEqual([{ one: 1 }])
  taker.close()
  await db.close()
  await embedded.stop()
})
