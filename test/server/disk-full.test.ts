import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KnownProblem } from '../../acts/problem.ts'
import { recordState } from '../../acts/record-state.ts'
import { connect, type Database } from '../../db/connect.ts'
import { openConnection } from '../../db/connection.ts'
import { readClusterFile } from '../../db/embedded/cluster-file.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { killCluster } from '../support/kill-postgres.ts'
import { askOver, fileState, versionOf } from '../support/over-http.ts'
import { judgedAt, recordNow } from '../support/record.ts'
import { endProcess, type ServerProcess, startProcess, untilReady } from '../support/server-process.ts'
import { mayMount, type SmallDisk, smallDisk } from '../support/small-disk.ts'
import { type WorldFolder, worldFolder } from '../support/world-folder.ts'

const forbidden = mayMount() ? '' : ' (not run: this machine lets us mount no small disk)'

describe.skipIf(forbidden !== '')(`a full disk${forbidden}`, () => {
  let world: WorldFolder
  let disk: SmallDisk
  let server: ServerProcess
  const start = async () => {
    server = await startProcess(world.folder, { within: disk.within })
  }
  const kill = async () => {
    killCluster(disk.folder)
    await endProcess(server, 'SIGKILL')
  }
  beforeAll(async () => {
    world = await worldFolder()
    disk = await smallDisk(world.folder, 300)
    await start()
  })
  afterAll(async () => {
    await kill()
    await disk.end()
    await world.remove()
  })

  const ready = async () => {
    const response = await fetch(`${server.url}/ready`)
    return { status: response.status, ...(await response.json()) }
  }
  const reads = async () => (await askOver(server.url, '{ person(code: "R02") { name } }')).data
  const someone = { person: { name: '张02' } }
  const hasBallast = () => existsSync(join(disk.folder, 'ballast'))
  const address = (role: 'app' | 'superuser') => {
    const { passwords, port } = readClusterFile(disk.folder) ?? { passwords: { app: '', superuser: '' }, port: 0 }
    return `postgres://${role === 'app' ? 'cadre_app' : 'postgres'}:${passwords[role]}@127.0.0.1:${port}/cadre`
  }
  /** As the application, past the server and its look at the disk. */
  const beside = <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const db = connect(address('app'))
    return work(db).finally(() => db.close())
  }
  const kept = () => beside((db) => transaction(db, { mode: 'read' }, notesIn))

  test('refuses changes with one clear code while reading goes on, and takes them again once there is room', async () => {
    const version = await versionOf(server.url, 'R02')
    expect(await ready()).toMatchObject({ status: 200, storage: 'enough' })
    disk.fill(20)
    const { said } = await fileState(server.url, 'R02', version, 'while full')
    const message = expect.stringMatching(/^数据库所在磁盘空间不足，本次改动未保存/)
    expect(said).toMatchObject({ code: 'STORAGE_FULL', message })
    expect(said.remedy).toMatch(/腾出至少 100 MB.*自动恢复.*幂等键/)
    expect(await ready()).toMatchObject({ status: 503, ready: false, database: 'up', storage: 'full' })
    expect(await reads()).toEqual(someone)
    expect(await versionOf(server.url, 'R02')).toBe(version)
    expect(hasBallast()).toBe(false)

    disk.clear()
    expect(await ready()).toMatchObject({ status: 200, ready: true, storage: 'enough' })
    expect(hasBallast()).toBe(true)
    const after = await fileState(server.url, 'R02', version, 'while full')
    expect(after.said).toEqual({ person: { code: 'R02', version: version + 1 } })
  })

  /** Puts the end of the write-ahead log at this place of a new segment. */
  const moveLog = async (mebibytes: number) => {
    const admin = await openConnection(address('superuser'))
    await admin.client`select pg_switch_wal()`
    await admin.client`select pg_logical_emit_message(false, 'fill', repeat('x', ${mebibytes * 2 ** 20}::int))`
    await admin.end()
  }

  /** Large changes, until one is refused: what was acknowledged, and the refusal. */
  const changeUntilRefused = (how: string) =>
    beside(async (db) => {
      const told: string[] = []
      for (let n = 0; n < 1_000; n += 1) {
        const note = `${how} ${n}|${randomBytes(30_000).toString('base64')}`
        const head = { idempotencyKey: `${how} ${n}`, expectedVersion: null, person: { code: 'R07' } }
        const answer = await recordState(db, 'a', { ...head, kind: 'unfinished_business', from: '2026-01-01', note })
        if (answer instanceof KnownProblem) return { told, code: answer.code, refused: `${how} ${n}` }
        told.push(`${how} ${n}`)
      }
      throw new Error('The disk was never full.')
    })

  test.each([
    ['table that cannot grow', 2, /ERROR: {2}could not extend file/],
    ['log that cannot go on, and ends it', 13, /PANIC: {2}could not write to file "pg_wal/],
  ])(
    'met by the database itself at a %s costs nothing acknowledged and leaves half of nothing',
    async (how, leave, words) => {
      const before = await kept()
      await moveLog(10)
      disk.fill(20)
      expect(await ready()).toMatchObject({ storage: 'full' })
      disk.fill(leave)
      const { told, code, refused } = await changeUntilRefused(how)
      expect(readFileSync(join(disk.folder, 'pg.log'), 'utf8')).toMatch(words)
      expect(['STORAGE_FULL', 'DATABASE_AWAY']).toContain(code)
      expect(told.length).toBeGreaterThan(5)

      disk.clear()
      await untilReady(server.url, 20_000)
      // Whoever was told that the outcome is not known may find it saved; nobody else.
      const maybe = code === 'DATABASE_AWAY' ? [refused] : []
      const added = (await kept()).filter((note) => !before.includes(note) && !maybe.includes(note))
      expect(added.toSorted()).toEqual(told.toSorted())
      const [recorded, judged] = await beside((db) =>
        transaction(db, { mode: 'read', pace: 'job' }, (tx) => Promise.all([recordNow(tx), judgedAt(tx, null)])),
      )
      expect(recorded).toEqual(judged)
    },
  )

  test('met at the start throws the ballast overboard: the server reads, and refuses changes', async () => {
    const before = await kept()
    expect(hasBallast()).toBe(true)
    await kill()
    disk.fill(0)
    await start()
    expect(hasBallast()).toBe(false)
    expect(await ready()).toMatchObject({ status: 503, database: 'up', storage: 'full' })
    expect(await reads()).toEqual(someone)
    const version = await versionOf(server.url, 'R09')
    expect((await fileState(server.url, 'R09', version, 'restarted')).said).toMatchObject({ code: 'STORAGE_FULL' })
    expect(await kept()).toEqual(before)
  })

  test('without a ballast refuses the start with a way out, and starts with everything in it once there is room', async () => {
    const before = await kept()
    await kill()
    disk.fill(0)
    await expect(start()).rejects.toThrow(
      /磁盘已满，数据库无法启动；已保存的数据未动.*96 MiB.*CADRE_DATA.*is full.*CADRE_DATA/s,
    )
    disk.clear()
    await start()
    expect(await ready()).toMatchObject({ status: 200, storage: 'enough' })
    expect(await kept()).toEqual(before)
  })
})

/** First words of every note on file. */
const notesIn = async (tx: Tx): Promise<readonly string[]> => {
  const rows = await tx.execute<{ note: string }>(sql`
    select split_part(note, '|', 1) as note from state_personnel where note is not null and recorded_to is null order by 1`)
  return rows.map(({ note }) => note)
}
