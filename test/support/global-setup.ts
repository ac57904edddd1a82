import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { stopEmbedded } from '../../db/embedded.ts'
import { type Installed, olderPostgresql, olderProject, oldest } from './older-postgresql.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's own database lies; the first test that needs it starts it there. */
    databaseFolder: string
    /** The programs it is started with; `null`: the bundled ones. */
    installed: Installed | null
  }
}

const notRun =
  `未在 PostgreSQL ${oldest} 上重跑数据库与接口测试：未找到其程序（可用 PG15_BIN 指明目录）。\n` +
  `The tests of database and schema did not run on PostgreSQL ${oldest} too: it is not installed (PG15_BIN may name its folder).\n`

/** One place for the database of each project's run, and its end. Runs without database tests never start one. */
export default (project: TestProject) => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-test-'))
  const installed = olderPostgresql()
  project.provide('databaseFolder', folder)
  project.provide('installed', project.name === olderProject ? installed : null)
  return async () => {
    await stopEmbedded(folder)
    rmSync(folder, { recursive: true, force: true })
    if (installed === null && project.name !== '') process.stdout.write(notRun)
  }
}
