import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { type RunningServer, startServer } from '../../server/start.ts'

const folder = mkdtempSync(join(tmpdir(), 'cadre-second-'))
const start = (port: string) => startServer(readConfig({ CADRE_DATA: folder, PORT: port }), pino({ level: 'silent' }))

let server: RunningServer
beforeAll(async () => {
  server = await start('0')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isReady = async ({ url }: RunningServer) => (await fetch(`${url}/ready`)).status === 200

test('a second server on the same data folder is refused with a sentence, and the first goes on', async () => {
  await expect(start('0')).rejects.toThrow(/Another server is running on the data folder .*CADRE_DATA/s)
  expect(await isReady(server)).toBe(true)
})

test('a server that has stopped leaves the folder to the next one', async () => {
  await server.stop()
  const next = await start('0')
  expect(await isReady(next)).toBe(true)
  await expect(
    startServer(readConfig({ CADRE_DATA: folder, PORT: new URL(next.url).port }), pino({ level: 'silent' })),
  ).rejects.toThrow()
  await next.stop()
})
