import { sql } from 'drizzle-orm'
import type { Database } from '../db/connect.ts'
import { gatherKin } from '../db/facts/kin.ts'
import type { Ref } from '../db/facts.ts'
import { transaction } from '../db/transaction.ts'
import { kinOf } from '../policy/index.ts'
import { kinOfOne } from './kin-by-hand.ts'
import { seconds } from './stopwatch.ts'

const sampleSize = 300

/** Milliseconds for the kin of one person, from the tables to classes and days, by us and by one recursive query, in turn. */
export const kinOfSome = (db: Database): Promise<{ readonly oursMs: number; readonly handMs: number }> =>
  transaction(db, { mode: 'write', pace: 'job' }, async (tx) => {
    const sample = await tx.execute<{ root: number; id: string }>(sql`
      select root, id from person where staff order by hashtext(id::text) limit ${sampleSize}`)
    const [ours, hand]: [number[], number[]] = [[], []]
    for (const { root, id } of sample) {
      const found = { ours: new Set<string>(), hand: new Set<string>() }
      ours.push(
        await seconds(async () => {
          for (const kin of kinOf(await gatherKin(tx, [{ root, id } satisfies Ref]), id))
            if (kin.class !== null) found.ours.add(kin.relative)
        }),
      )
      hand.push(
        await seconds(async () => {
          for (const row of await tx.execute<{ id: string }>(kinOfOne(root, id))) found.hand.add(row.id)
        }),
      )
      if (found.ours.size !== found.hand.size) throw new Error(`The kin of ${id} differ from the query’s.`)
    }
    return { oursMs: 1000 * median(ours), handMs: 1000 * median(hand) }
  })

export const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
