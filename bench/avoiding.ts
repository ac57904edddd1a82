import { installPlugin } from '../acts/install-plugin.ts'
import { KnownProblem } from '../acts/problem.ts'
import { rootOf } from '../db/divisions.ts'
import { transaction } from '../db/transaction.ts'
import { national } from '../plugins/national/plugin.ts'
import { withBenchDatabase } from './database.ts'
import { fillFamilies } from './families.ts'
import { type Figure, limitFigure, rateFigure, timeFigure } from './figure.ts'
import { kinInOneOrgan } from './kin-by-hand.ts'
import { kinOfSome } from './kin-of-some.ts'
import { measuredApart } from './measured-apart.ts'
import { seconds } from './stopwatch.ts'
import type { Swept } from './sweeping-process.ts'
import { checkedPlans } from './twenty-moves.ts'

const sweepAll = (url: string, roots: readonly number[]) =>
  measuredApart<Swept>('./sweeping-process.ts', [url, roots.join()])

/** The query over everyone takes minutes; from one in so many it takes as many times less. */
const oneIn = 50

/** Kin of one person, the sweep of everyone, and a plan of twenty moves, over staff of whole counties and their families. */
export const avoiding = (staff: number): Promise<readonly Figure[]> =>
  withBenchDatabase(async ({ db, ownerUrl, appUrl }) => {
    const outcome = await installPlugin(db, { document: national, at: '100000', effectiveFrom: null, by: 'bench' })
    if (outcome instanceof KnownProblem) throw new Error(outcome.says.en)
    const counties = await fillFamilies(ownerUrl, staff)
    const one = await kinOfSome(db)
    const plan = await checkedPlans(db, counties[Math.floor(counties.length / 2)] ?? '')
    const roots = [...new Set(counties.map(rootOf))]
    const swept = await sweepAll(appUrl, roots)
    let pairs = 0
    const byHand = await seconds(() =>
      transaction(db, { mode: 'write', pace: 'job' }, async (tx) => {
        const [counted] = await tx.execute<{ pairs: number }>(kinInOneOrgan(oneIn))
        pairs = counted?.pairs ?? 0
      }),
    )
    const full = staff === 1_000_000
    const name = `sweep of ${staff} staff (${swept.pairs} pairs, ${swept.conflicts} conflicts)`
    return [
      timeFigure('kin of one person, from the tables', 'ms', one.oursMs, ['recursive CTE', one.handMs], 2),
      limitFigure(name, 's', swept.seconds, null, full ? 15 : null),
      limitFigure(`${name}: peak memory`, 'MiB', swept.peakMiB, null, full ? 1024 : null),
      rateFigure(
        'finding who may conflict',
        'people/s',
        staff / swept.findingSeconds,
        [`recursive CTE, from one in ${oneIn} of them (${pairs} pairs)`, staff / oneIn / byHand],
        5,
      ),
      limitFigure('checkMoves of 20 moves in a county, p50', 'ms', plan.p50Ms, null, 50),
    ]
  })
