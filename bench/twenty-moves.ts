import { checkMoves } from '../acts/moves/check-moves.ts'
import type { MoveAsked } from '../acts/moves/plan.ts'
import type { Database } from '../db/connect.ts'
import { transaction } from '../db/transaction.ts'
import { median } from './kin-of-some.ts'
import { seconds } from './stopwatch.ts'

const each = 20
const rounds = 60
/** The first rounds are spent on compiling what later ones only run. */
const warming = 20
const on = '2026-12-01'

/** Twenty people of a county take each other’s posts in a ring. */
const ring = (county: string, start: number): readonly MoveAsked[] =>
  Array.from({ length: each }, (_, i) => {
    const [here, next] = [start + i, start + ((i + 1) % each)].map((n) => (n * 7) % 384)
    return { person: `R${here}`, personAt: county, from: `P${here}`, to: `P${next}`, postAt: county, on }
  })

/** How long a plan of twenty moves takes to be checked, every time another one. */
export const checkedPlans = async (db: Database, county: string): Promise<{ readonly p50Ms: number }> => {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const check = () =>
      transaction(db, { mode: 'read' }, (tx) =>
        checkMoves(tx, ring(county, round * 3), { language: 'zh', seesFamily: true }),
      )
    times.push(await seconds(async () => void (await check())))
  }
  return { p50Ms: 1000 * median(times.slice(warming)) }
}
