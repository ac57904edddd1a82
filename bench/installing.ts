import { installPlugin } from '../acts/install-plugin.ts'
import { runJobsUntilDone } from '../acts/jobs/work.ts'
import { KnownProblem } from '../acts/problem.ts'
import type { Database } from '../db/connect.ts'
import { luohe } from '../plugins/luohe/plugin.ts'
import { national } from '../plugins/national/plugin.ts'
import type { PluginDocument } from '../policy/index.ts'
import { withBenchDatabase } from './database.ts'
import { type Figure, limitFigure } from './figure.ts'
import { fillLuohe } from './luohe.ts'
import { seconds } from './stopwatch.ts'

const install = async (db: Database, document: PluginDocument): Promise<void> => {
  const outcome = await installPlugin(db, { document, by: 'bench' })
  if (outcome instanceof KnownProblem) throw new Error(outcome.says.en)
  await runJobsUntilDone(db, outcome.jobs)
}

/** From the moment a municipal policy is let in until everyone's findings, and the pairs', are current under it. */
export const installing = (people: number): Promise<readonly Figure[]> =>
  withBenchDatabase(async ({ db, ownerUrl }) => {
    await fillLuohe(ownerUrl, people)
    const before = await seconds(() => install(db, national))
    const spent = await seconds(() => install(db, luohe))
    const name = `installing Luohe's policy over ${people} people, until findings are current`
    return [limitFigure(name, 's', spent, ['the nation’s before it', before], people === 10_000 ? 5 : null)]
  })
