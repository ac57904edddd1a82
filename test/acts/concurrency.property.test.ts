import { inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { workJobs } from '../../acts/jobs/worker.ts'
import { DatabaseError } from '../../db/errors.ts'
import { job } from '../../db/tables/job.ts'
import { transaction } from '../../db/transaction.ts'
import { freshDatabase } from '../support/database.ts'
import { openOffice, perform, type Step, step, stints } from '../support/office.ts'
import { judgedAt, momentNow, recordNow } from '../support/record.ts'

test('offices that act at the same moment leave a record that says what a judge says', {
  timeout: 240_000,
}, async () => {
  const seed = Number.parseInt(process.env.RECORD_SEED ?? '', 10) || Date.now() % 1_000_000_007
  process.stdout.write(`concurrency property: seed ${seed}\n`)
  const property = fc.asyncProperty(
    fc.tuple(stints, stints, stints, stints, stints),
    fc.array(fc.array(step, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
    async (first, rounds) => {
      const { db, close } = await freshDatabase()
      const worker = workJobs(db, () => {})
      try {
        await openOffice(db, first)
        const read = <T>(work: Parameters<typeof transaction<T>>[2]) =>
          transaction(db, { mode: 'read', pace: 'job' }, work)
        // A database that is too busy refuses whole, like anyone else.
        const attempt = (s: Step) =>
          perform(db, s).catch((error: unknown) => {
            if (error instanceof DatabaseError && ['busy', 'serialization', 'deadlock'].includes(error.refusal))
              return false
            throw error
          })
        for (const round of rounds) {
          await Promise.all(round.map(attempt))
          const open = await read((tx) =>
            tx
              .select({ id: job.id })
              .from(job)
              .where(inArray(job.state, ['queued', 'running'])),
          )
          await runJobsUntilDone(
            db,
            open.map(({ id }) => id),
          )
          const said = await read(recordNow)
          const at = await read(momentNow)
          expect(said).toEqual(await read((tx) => judgedAt(tx, null)))
          expect(said).toEqual(await read((tx) => judgedAt(tx, at)))
        }
      } finally {
        await worker.stop()
        await close()
      }
    },
  )
  await fc.assert(property, { seed, numRuns: Number(process.env.RECORD_RUNS ?? 5), endOnFailure: true })
})
