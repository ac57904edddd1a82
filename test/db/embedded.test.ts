import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { connect } from '../../db/connect.ts'
import { findBinaries } from '../../db/embedded/binaries.ts'
import { readPostmaster } from '../../db/embedded/postmaster.ts'
import { openEmbedded, stopEmbedded } from '../../db/embedded.ts'
import { transaction } from '../../db/transaction.ts'

const script = fileURLToPath(new URL('./open-embedded.ts', import.meta.url))
const folders: string[] = []
const processes: ChildProcess[] = []

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-embedded-'))
  folders.push(folder)
  return folder
}

afterEach(async () => {
  for (const child of processes.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) {
    await stopEmbedded(folder)
    rmSync(folder, { recursive: true, force: true })
  }
})

interface Said {
  readonly appUrl: string
  readonly ownerUrl: string
  readonly started: boolean
}

/** Opens the folder in another process and waits for what it says. */
const elsewhere = async (folder: string, as: { uid?: number; gid?: number } = {}, namespaces = 'yes') => {
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, namespaces], {
    ...as,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  processes.push(child)
  let errors = ''
  child.stderr.on('data', (text) => {
    errors += text
  })
  const [line] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => [''])])
  if (line === '') throw new Error(errors)
  const said: Said = JSON.parse(String(line))
  return { child, said }
}

const pidOf = (folder: string) => readPostmaster(join(folder, 'pg'))?.pid

const ask = async (url: string, statement: string) => {
  const db = connect(url, { sessions: 1 })
  try {
    return await transaction(db, { mode: 'write' }, (tx) => tx.execute(sql.raw(statement)))
  } finally {
    await db.close()
  }
}

describe('the database of our own', () => {
  it('is UTF-8, speaks of days without a zone, and lets in nobody without the password', async () => {
    const folder = newFolder()
    const { appUrl, started, stop } = await openEmbedded(folder, { durable: false })
    expect(started).toBe(true)
    const settings = await ask(
      appUrl,
      `select current_setting('server_encoding') e, current_setting('TimeZone') z, current_setting('listen_addresses') l,
       (select datcollate from pg_database where datname = current_database()) c`,
    )
    expect(settings).toEqual([{ e: 'UTF8', z: 'UTC', l: '127.0.0.1', c: 'C' }])
    const stranger = new URL(appUrl)
    stranger.password = 'guess'
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow('password authentication failed')
    await stop()
    expect(pidOf(folder)).toBeUndefined()
  })

  it('keeps its secrets to its owner', async () => {
    const folder = newFolder()
    const { stop } = await openEmbedded(folder, { durable: false })
    expect(statSync(join(folder, 'cluster.json')).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'pg')).mode & 0o077).toBe(0)
    expect(existsSync(join(folder, 'pg.secret'))).toBe(false)
    await stop()
  })

  it('writes nothing of what it holds into its log', async () => {
    const folder = newFolder()
    const { ownerUrl, stop } = await openEmbedded(folder, { durable: false })
    await ask(
      ownerUrl,
      `create table file (name text primary key, born date not null); insert into file values ('张三丰', '1970-01-01')`,
    )
    await expect(ask(ownerUrl, `insert into file values ('张三丰', '1970-01-01')`)).rejects.toThrow()
    await expect(ask(ownerUrl, `insert into file values ('李四光', null)`)).rejects.toThrow()
    const log = readFileSync(join(folder, 'pg.log'), 'utf8')
    expect(log).toContain('duplicate key value violates unique constraint')
    expect(log).not.toMatch(/张三丰|李四光|1970/)
    await stop()
  })

  it('is joined by a second process, which does not stop it', async () => {
    const folder = newFolder()
    const first = await openEmbedded(folder, { durable: false })
    const { child, said } = await elsewhere(folder)
    expect(said).toEqual({ appUrl: first.appUrl, ownerUrl: first.ownerUrl, started: false })
    child.kill('SIGTERM')
    await once(child, 'exit')
    expect(await ask(first.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await first.stop()
  })

  it('goes on for whoever has joined it when its starter leaves, and is stopped by the last one out', async () => {
    const folder = newFolder()
    const starter = await elsewhere(folder)
    const joined = await openEmbedded(folder, { durable: false })
    expect([starter.said.started, joined.started]).toEqual([true, false])
    starter.child.kill('SIGTERM')
    await once(starter.child, 'exit')
    expect(await ask(joined.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await joined.stop()
    expect(pidOf(folder)).toBeUndefined()
  })

  it('does not wait for a joined process that was killed', async () => {
    const folder = newFolder()
    const first = await openEmbedded(folder, { durable: false })
    const { child } = await elsewhere(folder)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await first.stop()
    expect(pidOf(folder)).toBeUndefined()
  })

  it('does not take a process before it that had its number for itself', async () => {
    const folder = newFolder()
    const first = await openEmbedded(folder, { durable: false })
    const file = join(folder, 'cluster.json')
    const cluster = JSON.parse(readFileSync(file, 'utf8'))
    const formerLife = { pid: process.pid, id: 'before the machine was started again' }
    writeFileSync(file, JSON.stringify({ ...cluster, openings: [...cluster.openings, formerLife] }))
    await first.stop()
    expect(pidOf(folder)).toBeUndefined()
  })

  it('counts each opening of one process, and each leaving once', async () => {
    const folder = newFolder()
    const [first, second] = [await openEmbedded(folder, { durable: false }), await openEmbedded(folder)]
    await first.stop()
    await first.stop()
    expect(await ask(second.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    expect(pidOf(folder)).toBeUndefined()
  })

  it('is one although several processes start at once', async () => {
    const folder = newFolder()
    const all = await Promise.all([elsewhere(folder), elsewhere(folder), elsewhere(folder)])
    expect(all.map(({ said }) => said.started).filter(Boolean)).toHaveLength(1)
    expect(new Set(all.map(({ said }) => said.appUrl)).size).toBe(1)
  })

  it('outlives a killed starter, and is taken over with everything in it', async () => {
    const folder = newFolder()
    const { child, said } = await elsewhere(folder)
    await ask(said.ownerUrl, 'create table kept (n int); insert into kept values (7)')
    const pid = pidOf(folder)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(pidOf(folder)).toBe(pid)
    const adopted = await openEmbedded(folder)
    expect(adopted.started).toBe(true)
    expect(pidOf(folder)).toBe(pid)
    expect(await ask(adopted.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }])
    await adopted.stop()
    expect(pidOf(folder)).toBeUndefined()
  })

  it('keeps what was committed when it is killed itself', async () => {
    const folder = newFolder()
    const first = await openEmbedded(folder)
    await ask(first.ownerUrl, 'create table kept (n int); insert into kept values (8)')
    const pid = pidOf(folder)
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
    await expect.poll(() => pidOf(folder), { timeout: 10_000 }).toBeUndefined()
    const again = await openEmbedded(folder)
    expect(again.started).toBe(true)
    expect(await ask(again.ownerUrl, 'select n from kept')).toEqual([{ n: 8 }])
    await again.stop()
  })

  it.each([
    ['whose process has died', '999999999'],
    ['of a process before us that had our number', String(process.pid)],
    ['that nobody came to sign', ''],
  ])('begins anew after a beginning that was interrupted and left a lock %s', async (_, signature) => {
    const folder = newFolder()
    mkdirSync(join(folder, 'pg.new'))
    writeFileSync(join(folder, 'pg.new', 'PG_VERSION'), '18')
    writeFileSync(join(folder, 'starting.lock'), signature)
    utimesSync(join(folder, 'starting.lock'), new Date(0), new Date(0))
    const { appUrl, stop } = await openEmbedded(folder, { durable: false })
    expect(await ask(appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
  })

  it.runIf(existsSync('/proc/self/stat'))(
    'stays out of our process group, so that Ctrl-C reaches us first',
    async () => {
      const folder = newFolder()
      const { stop } = await openEmbedded(folder, { durable: false })
      const pid = pidOf(folder)
      const [, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      expect(group).toBe(String(pid))
      await stop()
    },
  )
})

const nobody = 65534
const readableByAll = (path: string): boolean =>
  path === '/' || ((statSync(path).mode & constants.S_IXOTH) !== 0 && readableByAll(dirname(path)))
const namespaces = spawnSync('unshare', ['--user', '--map-user=1', 'true']).status === 0
const canBeSomeoneElse = process.getuid?.() === 0 && readableByAll(dirname(script)) && readableByAll(tmpdir())

describe.runIf(canBeSomeoneElse)('the database of our own, whoever runs it', () => {
  it('starts for an ordinary user', async () => {
    const folder = newFolder()
    chownSync(folder, nobody, nobody)
    const { said, child } = await elsewhere(folder, { uid: nobody, gid: nobody })
    expect(said.started).toBe(true)
    expect(await ask(said.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    child.kill('SIGTERM')
    await once(child, 'exit')
    expect(pidOf(folder)).toBeUndefined()
  })

  it.runIf(namespaces)('starts for root where only root may enter: a checkout and data in its home', async () => {
    const home = newFolder()
    expect(statSync(home).mode & 0o077).toBe(0)
    const { postgres } = await findBinaries()
    spawnSync('cp', ['-a', dirname(dirname(postgres)), join(home, 'native')])
    const program = (name: string) => join(home, 'native', 'bin', name)
    const binaries = { initdb: program('initdb'), postgres: program('postgres') }
    mkdirSync(join(home, 'data'), { mode: 0o700 })
    const { appUrl, stop } = await openEmbedded(join(home, 'data'), { durable: false, binaries })
    expect(await ask(appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
  })

  it('starts for root where namespaces are forbidden', async () => {
    const folder = newFolder()
    const { said } = await elsewhere(folder, {}, 'no')
    expect(said.started).toBe(true)
    expect(statSync(join(folder, 'pg')).uid).not.toBe(0)
    expect(() => accessSync(join(folder, 'pg'), constants.R_OK)).not.toThrow()
    expect(await ask(said.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})
