import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { installPlugin } from '../acts/install-plugin.ts'
import { runJobsUntilDone } from '../acts/jobs/work.ts'
import { KnownProblem } from '../acts/problem.ts'
import { importRoster } from '../acts/roster/import-roster.ts'
import { textSource } from '../acts/roster/source.ts'
import type { Database } from '../db/connect.ts'
import { openConnection } from '../db/connection.ts'
import { installations } from '../demo/installations.ts'
import { luohe } from '../plugins/luohe/plugin.ts'
import { national } from '../plugins/national/plugin.ts'
import { home } from './career.ts'
import { withBenchDatabase } from './database.ts'
import { type Figure, rateFigure } from './figure.ts'
import { rosterOf } from './roster.ts'
import { seconds } from './stopwatch.ts'

const install = async (db: Database): Promise<void> => {
  for (const document of [national, luohe]) {
    const planned = installations.find(({ plugin }) => plugin === document.id)
    const outcome = await installPlugin(db, {
      ...{ document, at: planned?.at ?? home, effectiveFrom: planned?.effectiveFrom ?? null, by: 'bench' },
    })
    if (outcome instanceof KnownProblem) throw new Error(outcome.says.en)
    await runJobsUntilDone(db, outcome.jobs)
  }
}

/** Imports the roster as an office would: checked, stored with its history, everyone judged. */
const load = async (db: Database, count: number): Promise<void> => {
  const { accepted, problems } = await importRoster(db, textSource(rosterOf(count)), { at: home, by: 'bench' })
  if (!accepted) throw new Error(`The roster was refused: ${problems[0]?.reason.en}`)
}

interface Copied {
  readonly rows: number
  readonly seconds: number
}

/** Sends the rows the import stored, ready as lines, to an empty table with the same columns, checks and indexes. */
const plainCopy = async (ownerUrl: string): Promise<Copied> => {
  const { client, end } = await openConnection(ownerUrl)
  try {
    await client`create table plain_assignment (like assignment including all)`
    const columns = await client<{ name: string }[]>`select column_name as name from information_schema.columns
      where table_name = 'assignment' and is_generated = 'NEVER' order by ordinal_position`
    const names = columns.map(({ name }) => name).join()
    const cells = columns.map(({ name }) => `coalesce(${name}::text, '\\N')`).join(`, E'\\t', `)
    const stored = await client.unsafe<{ line: string }[]>(`select concat(${cells}, E'\\n') as line from assignment`)
    const lines = stored.map(({ line }) => line)
    const batches = Array.from({ length: Math.ceil(lines.length / 500) }, (_, i) => lines.slice(i * 500, i * 500 + 500))
    const texts = batches.map((batch) => batch.join(''))
    const spent = await seconds(async () => {
      const into = await client.unsafe(`copy plain_assignment (${names}) from stdin`).writable()
      await pipeline(Readable.from(texts), into)
    })
    return { rows: lines.length, seconds: spent }
  } finally {
    await end()
  }
}

/** Assignments a second from the text of a roster to current findings, beside COPY of the rows that came of it. */
export const importing = (count: number): Promise<readonly Figure[]> =>
  withBenchDatabase(async ({ db, ownerUrl }) => {
    await install(db)
    const spent = await seconds(() => load(db, count))
    const copied = await plainCopy(ownerUrl)
    const name = `import of ${copied.rows} assignments, checked and judged`
    return [rateFigure(name, 'rows/s', copied.rows / spent, ['plain COPY', copied.rows / copied.seconds], null)]
  })
