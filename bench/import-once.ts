/**
 * Imports one roster in a process of its own, whose memory is that of the import: `import-once.ts <database> <roster>`.
 * Tells its parent how long it took and how much memory it ever had.
 */

import { importRoster } from '../acts/roster/import-roster.ts'
import { pathSource } from '../acts/roster/reading/path-source.ts'
import { connect } from '../db/connect.ts'
import { home } from './career.ts'
import { peakMemory } from './memory.ts'
import { seconds } from './stopwatch.ts'

/** What the import of one roster took. */
export interface Taken {
  readonly seconds: number
  /** MiB. */
  readonly memory: number
}

/** Imports the roster as an office would: checked, stored with its history, everyone judged. */
const load = async (url: string, path: string): Promise<void> => {
  const source = await pathSource(path)
  if (source === null) throw new Error(`There is no roster at ${path}.`)
  const db = connect(url)
  const { accepted, problems } = await importRoster(db, source, { at: home, by: 'bench' })
  await db.close()
  if (!accepted) throw new Error(`The roster was refused: ${problems[0]?.reason.en}`)
}

const [, , url = '', path = ''] = process.argv
const spent = await seconds(() => load(url, path))
process.send?.({ seconds: spent, memory: peakMemory() } satisfies Taken)
