import { installPlugin } from '../acts/install-plugin.ts'
import { KnownProblem } from '../acts/problem.ts'
import type { Database } from '../db/connect.ts'
import { guizhou } from '../plugins/guizhou/plugin.ts'
import { luohe } from '../plugins/luohe/plugin.ts'
import { national } from '../plugins/national/plugin.ts'
import { home } from './career.ts'
import { withBenchDatabase } from './database.ts'
import type { Evaluated } from './evaluating-process.ts'
import { type Figure, limitFigure } from './figure.ts'
import { fillLuohe } from './luohe.ts'
import { measuredApart } from './measured-apart.ts'
import { checkSample } from './sample.ts'

/** Henan has no plugin of its own yet: the provisions of Guizhou, which name no number, stand in for those of its province. */
const province = { ...guizhou, jurisdiction: '410000' }

const install = async (db: Database): Promise<void> => {
  for (const document of [national, province, luohe]) {
    const outcome = await installPlugin(db, { document, by: 'bench' })
    if (outcome instanceof KnownProblem) throw new Error(outcome.says.en)
  }
}

const evaluate = (url: string) => measuredApart<Evaluated>('./evaluating-process.ts', [url, home])

/** Everyone of one municipality judged anew, from stored pieces to findings that answer, with PostgreSQL on the same processors. */
export const evaluating = (people: number): Promise<readonly Figure[]> =>
  withBenchDatabase(async ({ db, ownerUrl, appUrl }) => {
    await fillLuohe(ownerUrl, people)
    await install(db)
    const { seconds, peakMiB } = await evaluate(appUrl)
    const { findings, secondsEach } = await checkSample(db)
    const name = `evaluation of ${people} people under nation, province and Luohe (${findings} findings)`
    const oneByOne = ['one person at a time', secondsEach * people] as const
    return [
      limitFigure(name, 's', seconds, oneByOne, people === 1_000_000 ? 30 : null),
      limitFigure(`${name}: peak memory`, 'MiB', peakMiB, null, people === 1_000_000 ? 1024 : null),
    ]
  })
