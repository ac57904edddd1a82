import { fork } from 'node:child_process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { installPlugin } from '../acts/install-plugin.ts'
import { runJobsUntilDone } from '../acts/jobs/work.ts'
import { KnownProblem } from '../acts/problem.ts'
import type { Database } from '../db/connect.ts'
import { openConnection } from '../db/connection.ts'
import { installations } from '../demo/installations.ts'
import { luohe } from '../plugins/luohe/plugin.ts'
import { national } from '../plugins/national/plugin.ts'
import { home } from './career.ts'
import { withBenchDatabase } from './database.ts'
import { type Figure, limitFigure, rateFigure } from './figure.ts'
import type { Taken } from './import-once.ts'
import { withRosterFiles } from './roster-files.ts'
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

/** In a process of its own, so that the memory it takes is that of the import and of nothing else. */
const importApart = (url: string, path: string): Promise<Taken> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('import-once.ts', import.meta.url)), [url, path])
    let taken: Taken | null = null
    child.on('message', (told: Taken) => {
      taken = told
    })
    child.on('error', reject)
    child.on('exit', () => (taken === null ? reject(new Error('The import failed.')) : resolve(taken)))
  })

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

/** MiB that an import may have resident, whatever its size. */
const mostMemory = 512

/** Assignments a second from one form of a roster to current findings, beside COPY of the rows that came of it; its memory. */
const importingFrom = (form: string, path: string): Promise<readonly Figure[]> =>
  withBenchDatabase(async ({ db, ownerUrl, appUrl }) => {
    await install(db)
    const taken = await importApart(appUrl, path)
    const copied = await plainCopy(ownerUrl)
    const name = `import of ${copied.rows} assignments from ${form}`
    const copyRate = copied.rows / copied.seconds
    return [
      rateFigure(`${name}, checked and judged`, 'rows/s', copied.rows / taken.seconds, ['plain COPY', copyRate], null),
      limitFigure(`${name}, memory`, 'MiB', taken.memory, null, mostMemory),
    ]
  })

/** What an import costs, of CSV files and of a workbook. */
export const importing = (count: number): Promise<readonly Figure[]> =>
  withRosterFiles(count, async ({ csv, xlsx }) => [
    ...(await importingFrom('CSV', csv)),
    ...(await importingFrom('.xlsx', xlsx)),
  ])
