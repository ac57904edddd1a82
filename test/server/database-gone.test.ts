import { afterAll, beforeAll, expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { withStartLock } from '../../db/embedded/start-lock.ts'
import { openEmbedded } from '../../db/embedded.ts'
import { ownRecord } from '../../db/queries/evaluation.ts'
import { transaction } from '../../db/transaction.ts'
import { killChild, killCluster, killPostmaster, postmasterOf } from '../support/kill-postgres.ts'
import { askOver, fileState, versionOf } from '../support/over-http.ts'
import { endProcess, readiness, type ServerProcess, startProcess, untilReady } from '../support/server-process.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'
import { city } from '../support/world.ts'
import { type WorldFolder, worldFolder } from '../support/world-folder.ts'

let world: WorldFolder
let server: ServerProcess
beforeAll(async () => {
  world = await worldFolder()
  server = await startProcess(world.folder)
})
afterAll(async () => {
  await endProcess(server, 'SIGKILL')
  await world.remove()
})

const promisedMs = 10_000
const isUp = () => server.child.exitCode === null && server.child.signalCode === null
const nameOf = '{ person(code: "R02") { name } }'

test('while its database is away the server stays, says so in a typed answer, and comes back when it can', async () => {
  const version = await versionOf(server.url, 'R02')
  const file = (key: string, seen: number) => fileState(server.url, 'R02', seen, key)
  const before = await file('before', version)
  expect(before.said).toEqual({ person: { code: 'R02', version: version + 1 } })

  // Whoever holds this lock keeps everyone from starting the database.
  await withStartLock(world.folder, async () => {
    killCluster(world.folder)
    await expect.poll(() => readiness(server.url)).toBe(503)
    const down = await (await fetch(`${server.url}/ready`)).json()
    expect(down).toMatchObject({ ready: false, database: 'down' })
    const read = await askOver(server.url, nameOf)
    expect(read.status).toBe(503)
    expect(read.headers.get('retry-after')).toBe('1')
    expect(read.errors).toMatchObject([
      {
        message: expect.stringMatching(/^数据库暂时中断/),
        extensions: { code: 'DATABASE_AWAY', remedy: expect.stringContaining('幂等键') },
      },
    ])
    const write = await file('meanwhile', version + 1)
    expect(write.said).toMatchObject({ code: 'DATABASE_AWAY' })
    expect(isUp()).toBe(true)
  })

  expect(await untilReady(server.url, promisedMs)).toBeLessThan(promisedMs)
  expect((await file('before', version)).said).toEqual(before.said)
  expect((await file('meanwhile', version + 1)).said).toEqual({ person: { code: 'R02', version: version + 2 } })
})

test.each([
  ['the postmaster is killed', killPostmaster],
  ['it is killed with all its children', killCluster],
  ['one of its own processes is killed', (folder: string) => killChild(folder, () => 0)],
  ['one of its sessions is killed', (folder: string) => killChild(folder, () => 0.999)],
])('the server is ready again within ten seconds, by itself, after %s', async (how, kill) => {
  const version = await versionOf(server.url, 'R05')
  const former = postmasterOf(world.folder)
  kill(world.folder)
  const begun = performance.now()
  const filed = () => fileState(server.url, 'R05', version, how).then(({ said }) => said)
  await expect.poll(filed, { timeout: promisedMs }).toEqual({ person: { code: 'R05', version: version + 1 } })
  expect(await untilReady(server.url, promisedMs)).toBeLessThan(promisedMs - (performance.now() - begun))
  expect(postmasterOf(world.folder) === former).toBe(how.startsWith('one of'))
  expect(isUp()).toBe(true)
})

test('a job that was under way when the database was killed is taken up again and done', async () => {
  const embedded = await openEmbedded(world.folder)
  const db = embedded.connect()
  let job = ''
  const state = async () => (await askOver(server.url, `{ job(id: "${job}") { state } }`)).data?.job?.state
  const holding = transaction(db, { mode: 'write', pace: 'job' }, async (tx) => {
    // Nobody can build a new evaluation of the city while this transaction lasts.
    await ownRecord(tx, city)
    const installed = await installPlugin(db, { document: tenurePolicy(8), by: 'test' })
    if (installed instanceof KnownProblem) throw installed
    job = installed.jobs[0] ?? ''
    await expect.poll(state, { timeout: 10_000 }).toBe('RUNNING')
    killCluster(world.folder)
    await expect.poll(() => readiness(server.url), { interval: 5 }).toBe(503)
  })
  // Whoever is about to commit just then cannot be told more.
  await expect(holding).rejects.toMatchObject({ refusal: expect.stringMatching(/^(lost|unknown_outcome)$/) })
  await db.close()
  await expect.poll(state, { timeout: 30_000 }).toBe('DONE')
  await embedded.stop()
})
