import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded, stopEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { loadWorld } from './world.ts'

/** A data folder with the small world in it, and its end. */
export interface WorldFolder {
  readonly folder: string
  readonly remove: () => Promise<void>
}

/** Nobody serves it yet. */
export const worldFolder = async (): Promise<WorldFolder> => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-world-'))
  const { ownerUrl, appUrl, connect, stop } = await openEmbedded(folder)
  await migrate(ownerUrl, appUrl)
  const db = connect()
  await loadWorld(db).finally(() => db.close())
  await stop()
  const remove = async () => {
    await stopEmbedded(folder)
    rmSync(folder, { recursive: true, force: true })
  }
  return { folder, remove }
}
