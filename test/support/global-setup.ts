import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { stopEmbedded } from '../../db/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's own database lies; the first test that needs it starts it there. */
    databaseFolder: string
  }
}

/** One place for the database of this run, and its end. Runs without database tests never start one. */
export default (project: TestProject) => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-test-'))
  project.provide('databaseFolder', folder)
  return async () => {
    await stopEmbedded(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}
