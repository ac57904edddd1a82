import { installPlugin } from '../acts/install-plugin.ts'
import { KnownProblem } from '../acts/problem.ts'
import { keepDocument } from '../db/queries/evaluation-policy.ts'
import { transaction } from '../db/transaction.ts'
import { luohe } from '../plugins/luohe/plugin.ts'
import { national } from '../plugins/national/plugin.ts'
import { digestOf } from '../policy/index.ts'
import { home } from './career.ts'
import { withBenchDatabase } from './database.ts'
import { type Figure, limitFigure } from './figure.ts'
import { fillLuohe } from './luohe.ts'
import { measuredApart } from './measured-apart.ts'
import type { Previewed } from './previewing-process.ts'

const preview = (url: string, plugin: string) =>
  measuredApart<Previewed>('./previewing-process.ts', [url, home, plugin, '2024-01-01'])

/** What Luohe’s measures would change for everyone of the municipality, from stored pieces to recorded changes, under the nation’s. */
export const previewing = (people: number): Promise<readonly Figure[]> =>
  withBenchDatabase(async ({ db, ownerUrl, appUrl }) => {
    await fillLuohe(ownerUrl, people)
    const outcome = await installPlugin(db, { document: national, by: 'bench' })
    if (outcome instanceof KnownProblem) throw outcome
    const digest = digestOf(luohe)
    await transaction(db, { mode: 'write' }, (tx) => keepDocument(tx, digest, luohe))
    const { seconds, peakMiB, people: judged, changes } = await preview(appUrl, digest)
    const name = `preview of a new municipal policy over ${judged} people (${changes} changes)`
    const full = people === 100_000
    return [
      limitFigure(name, 's', seconds, null, full ? 15 : null),
      limitFigure(`${name}: peak memory`, 'MiB', peakMiB, null, full ? 1024 : null),
    ]
  })
