import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Database } from '../db/connect.ts'
import { openEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'

/** A migrated, empty database of the measure's own, as durable as the one people use, gone afterwards. */
export interface BenchDatabase {
  /** As the application's role. */
  readonly db: Database
  /** As the role that owns the tables. */
  readonly ownerUrl: string
  readonly appUrl: string
}

export const withBenchDatabase = async <T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'cadre-bench-'))
  const { ownerUrl, appUrl, stop } = await openEmbedded(folder)
  try {
    await migrate(ownerUrl, appUrl)
    const db = connect(appUrl)
    return await work({ db, ownerUrl, appUrl }).finally(() => db.close())
  } finally {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}
