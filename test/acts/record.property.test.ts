import fc from 'fast-check'
import { expect, test } from 'vitest'
import { transaction } from '../../db/transaction.ts'
import { freshDatabase } from '../support/database.ts'
import { openOffice, perform, step, stints } from '../support/office.ts'
import { judgedAt, momentNow, recordAt, recordNow } from '../support/record.ts'

test('after whatever offices do, the record says what a judge says, now and at every earlier moment', {
  timeout: 240_000,
}, async () => {
  const seed = Number.parseInt(process.env.RECORD_SEED ?? '', 10) || Date.now() % 1_000_000_007
  process.stdout.write(`record property: seed ${seed}\n`)
  const taken = { yes: 0, no: 0, findings: 0 }
  const property = fc.asyncProperty(
    fc.tuple(stints, stints, stints, stints, stints),
    fc.array(step, { minLength: 10, maxLength: 10 }),
    async (first, steps) => {
      const { db, close } = await freshDatabase()
      try {
        await openOffice(db, first)
        const read = <T>(work: Parameters<typeof transaction<T>>[2]) =>
          transaction(db, { mode: 'read', pace: 'job' }, work)
        const moments: { at: string; said: readonly string[] }[] = []
        for (const s of steps) {
          taken[(await perform(db, s)) ? 'yes' : 'no'] += 1
          const [said, at] = [await read(recordNow), await read(momentNow)]
          expect(said, `after ${s.kind}`).toEqual(await read((tx) => judgedAt(tx, null)))
          moments.push({ at, said })
          taken.findings += said.length
        }
        for (const { at, said } of moments) {
          expect(await read((tx) => recordAt(tx, at)), `read as known at ${at}`).toEqual(said)
          expect(await read((tx) => judgedAt(tx, at)), `judged as known at ${at}`).toEqual(said)
        }
      } finally {
        await close()
      }
    },
  )
  await fc.assert(property, { seed, numRuns: Number(process.env.RECORD_RUNS ?? 8), endOnFailure: true })
  expect(taken.yes).toBeGreaterThan(taken.no)
  expect(taken.findings).toBeGreaterThan(80)
})
