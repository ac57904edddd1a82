import { sql } from 'drizzle-orm'
import { judgeInto } from '../acts/evaluate/judge-into.ts'
import type { Database } from '../db/connect.ts'
import { installationsAt } from '../db/facts.ts'
import { currentEvaluation } from '../db/queries/evaluation.ts'
import { transaction } from '../db/transaction.ts'
import { home } from './career.ts'
import { seconds } from './stopwatch.ts'

const sampleSize = 200

interface Checked {
  /** All that the evaluation says. */
  readonly findings: number
  /** Seconds it takes to judge one person alone, as after a change of their file. */
  readonly secondsEach: number
}

/** Judges people spread over all of them one by one, as a change of each would: nothing of what was said may change. */
export const checkSample = (db: Database): Promise<Checked> =>
  transaction(db, { mode: 'write', pace: 'job' }, async (tx) => {
    const standing = await currentEvaluation(tx, home)
    if (standing === null) throw new Error('No evaluation answers.')
    const [counted] = await tx.execute<{ findings: number }>(sql`
      select count(*)::int as findings from finding where root = ${standing.root} and evaluation_id = ${standing.id}`)
    const sample = await tx.execute<{ id: string }>(sql`
      select id from person where root = ${standing.root} and authority = ${Number(home)}
      order by hashtext(id::text) limit ${sampleSize}`)
    const installations = await installationsAt(tx)
    const spent = await seconds(async () => {
      for (const { id } of sample) {
        const { said, closed } = await judgeInto(tx, standing, installations, [id])
        if (said > 0 || closed > 0) throw new Error(`Judged alone, ${id} has other findings than judged with everyone.`)
      }
    })
    return { findings: counted?.findings ?? 0, secondsEach: spent / sample.length }
  })
