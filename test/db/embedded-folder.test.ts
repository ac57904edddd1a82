import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { connect } from '../../db/connect.ts'
import { OtherMajor } from '../../db/embedded/data-version.ts'
import { openEmbedded, stopEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { transaction } from '../../db/transaction.ts'

const folders: string[] = []
const newFolder = (name = ''): string => {
  const folder = join(mkdtempSync(join(tmpdir(), 'cadre-folder-')), name)
  mkdirSync(folder, { recursive: true })
  folders.push(folder)
  return folder
}
afterEach(async () => {
  for (const folder of folders.splice(0)) {
    await stopEmbedded(folder)
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Opens the folder in a process that sees a checkout at another path and another environment; what it says. */
const opened = async (checkout: string, folder: string, env: NodeJS.ProcessEnv): Promise<{ ownerUrl: string }> => {
  const flags = ['--preserve-symlinks', '--preserve-symlinks-main', '--import', 'tsx']
  const child = spawn(process.execPath, [...flags, join(checkout, 'test/db/open-embedded.ts'), folder], {
    cwd: checkout,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => ['null'])])
  child.kill('SIGKILL')
  return JSON.parse(String(line))
}

const ask = async (url: string, statement: string) => {
  const db = connect(url, { sessions: 1 })
  return transaction(db, { mode: 'write' }, (tx) => tx.execute(sql.raw(statement))).finally(() => db.close())
}

describe('the folder of the database', () => {
  it('may have spaces and Chinese characters in its path, and so may the checkout', async () => {
    const folder = newFolder('干部 数据/组织部 2026')
    const checkout = newFolder('检出 目录')
    for (const name of ['db', 'policy', 'test', 'node_modules', 'package.json', 'tsconfig.json'])
      symlinkSync(join(process.cwd(), name), join(checkout, name))
    const { ownerUrl } = await opened(checkout, folder, process.env)
    expect(await ask(ownerUrl, `select '干部' as kept`)).toEqual([{ kept: '干部' }])
    expect(existsSync(join(folder, 'pg', 'PG_VERSION'))).toBe(true)
  })

  it('is UTF-8 where no language is set, or another one', async () => {
    const folder = newFolder()
    const { PATH = '', HOME = '' } = process.env
    const { ownerUrl } = await opened(process.cwd(), folder, { PATH, HOME, LC_ALL: 'zh_CN.GB18030' })
    const statement = `select current_setting('server_encoding') as encoding, length('张三') as letters`
    expect(await ask(ownerUrl, statement)).toEqual([{ encoding: 'UTF8', letters: 2 }])
  })

  it('is brought up to date once, although two versions of us start on an old one together', async () => {
    const { ownerUrl, appUrl, stop } = await openEmbedded(newFolder(), { durable: false })
    const applied = (await Promise.all([migrate(ownerUrl, appUrl), migrate(ownerUrl, appUrl)])).flat()
    expect(applied.length).toBeGreaterThan(0)
    const kept = await ask(ownerUrl, 'select name from schema_migration order by name')
    expect(applied.toSorted()).toEqual(kept.map(({ name }) => name))
    await stop()
  })

  it('is refused untouched, with a way out, when another major version of PostgreSQL wrote it', async () => {
    const folder = newFolder()
    await (await openEmbedded(folder, { durable: false })).stop()
    const file = join(folder, 'pg', 'PG_VERSION')
    const ours = readFileSync(file, 'utf8')
    writeFileSync(file, '17\n')
    const refused = openEmbedded(folder)
    await expect(refused).rejects.toBeInstanceOf(OtherMajor)
    await expect(refused).rejects.toThrow(/written by PostgreSQL 17.*Nothing was touched.*CADRE_DATA.*DATABASE_URL/s)
    writeFileSync(file, ours)
    const again = await openEmbedded(folder, { durable: false })
    expect(again.started).toBe(true)
    await again.stop()
  })
})
