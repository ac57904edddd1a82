/** The sweep of some roots in a process of its own: says as JSON how long it took, how long of it finding pairs, and how much memory. */
import { sql } from 'drizzle-orm'
import { sweep } from '../acts/conflicts/sweep.ts'
import { connect } from '../db/connect.ts'
import { transaction } from '../db/transaction.ts'
import { peakMemory } from './memory.ts'
import { seconds } from './stopwatch.ts'

export interface Swept {
  readonly seconds: number
  /** Part of it until the pairs to be judged are known. */
  readonly findingSeconds: number
  readonly peakMiB: number
  readonly pairs: number
  readonly conflicts: number
}

const [url = '', roots = ''] = process.argv.slice(2)
const db = connect(url)
let findingSeconds = 0
let pairs = 0
const spent = await seconds(async () => {
  for (const root of roots.split(',').map(Number)) {
    const start = process.hrtime.bigint()
    let found = false
    await sweep(db, root, async (_done, total) => {
      if (found) return
      found = true
      pairs += total
      findingSeconds += Number(process.hrtime.bigint() - start) / 1e9
    })
  }
})
const counted = await transaction(db, { mode: 'read' }, (tx) =>
  tx.execute<{ conflicts: number }>(sql`select count(*)::int as conflicts from conflict where recorded_to is null`),
)
await db.close()
const swept: Swept = {
  seconds: spent,
  findingSeconds,
  peakMiB: peakMemory(),
  pairs,
  conflicts: counted[0]?.conflicts ?? 0,
}
process.stdout.write(JSON.stringify(swept))
