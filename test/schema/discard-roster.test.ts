import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workJobs } from '../../acts/jobs/worker.ts'
import { deleteExpired } from '../../db/queries/staged-files.ts'
import { bureau, type Lines, plus, withLine } from '../roster/office.ts'
import { at, bytesOf, on, openFilingOffice } from '../support/filing-office.ts'

const bad: Lines = withLine(bureau, 'people', 3, 'P2|李秀英|女性的|1980|civil|||')

let office: Awaited<ReturnType<typeof openFilingOffice>>
beforeAll(async () => {
  office = await openFilingOffice()
})
afterAll(() => office.close())

describe('an import that is discarded', () => {
  const discarding = (job: string, idempotencyKey = office.key()) => office.discarding({ idempotencyKey, job })
  const marker = plus(bureau, 'people', 'PX|无人知|F|1990|civil|||')
  const isKnown = async () => (await office.read(sql`select from person where name = '无人知'`)).length > 0

  test('while it waits is never begun, and its bytes are gone', async () => {
    const before = await office.staged()
    const id = await office.started(marker)
    const idempotencyKey = office.key()
    const gone = await discarding(id, idempotencyKey)
    expect(gone).toMatchObject({ __typename: 'DiscardRosterPayload', job: { state: 'DISCARDED' } })
    expect(await discarding(id, idempotencyKey)).toEqual(gone)
    expect(await office.staged()).toEqual(before)
    expect((await office.done(id)).map(({ state }) => state)).toEqual(['DISCARDED'])
    expect([await isKnown(), (await discarding(id)).code]).toEqual([false, 'JOB_OVER'])
  })

  test('while it is checked stops there: nothing is written', async () => {
    const before = await office.staged()
    const id = await office.started(marker)
    await office.atWork(() =>
      office.holding(`select pg_advisory_xact_lock(7303, 410000)`, async () => {
        await office.reaches(id, 'CHECKING')
        expect((await discarding(id)).job.state).toBe('DISCARDED')
      }),
    )
    expect([await isKnown(), await office.staged()]).toEqual([false, before])
    expect((await office.job(id)).state).toBe('DISCARDED')
  })

  test('once it is being written is refused, and goes on', async () => {
    const id = await office.started(marker)
    await office.atWork(async () => {
      await office.holding('lock table assignment in share mode', async () => {
        await office.reaches(id, 'WRITING')
        expect(await discarding(id)).toMatchObject({ __typename: 'ConflictProblem', code: 'IMPORT_WRITTEN' })
      })
      await office.watching(id)
    })
    expect([await isKnown(), (await office.job(id)).state]).toEqual([true, 'DONE'])
    expect((await discarding(id)).code).toBe('JOB_OVER')
  })

  test('or was never one says so', async () => {
    for (const job of ['nothing', '00000000-0000-7000-8000-000000000000'])
      expect((await discarding(job)).code).toBe('NOT_FOUND')
  })
})

test('a worker that leaves lays an import aside that is not written yet; the next one does it', async () => {
  const id = await office.started(bureau)
  const met: unknown[] = []
  const worker = workJobs(office.db, (error) => met.push(error))
  await office.holding('select pg_advisory_xact_lock(7303, 410000)', async () => {
    await office.reaches(id, 'CHECKING')
    void worker.stop()
  })
  await worker.stop()
  expect(met).toEqual([])
  expect(await office.job(id)).toMatchObject({ state: 'QUEUED', phase: null, done: 0, total: null })
  expect((await office.done(id)).at(-1)).toMatchObject({ state: 'DONE', roster: { accepted: true } })
})

test('an import that meets an unexpected error again and again has failed, and says that nothing was written', async () => {
  const id = await office.started(bureau)
  await office.write((tx) =>
    tx.execute(
      sql`delete from staged_chunk where file_id = (select upload_id from roster_import where job_id = ${id})`,
    ),
  )
  const met: unknown[] = []
  const worker = workJobs(office.db, (error) => met.push(error))
  const events = await office.watching(id)
  await worker.stop()
  expect(events.at(-1)).toMatchObject({ state: 'FAILED', roster: { accepted: null } })
  expect(events.at(-1).problems).toEqual([expect.stringMatching(/未写入任何内容。.*nothing was written/)])
  expect(met.map(String)).toEqual(Array(4).fill(expect.stringContaining('StagedFileGone')))
})

test('a file nobody imports expires, a report too; one that waits to be imported does not', async () => {
  await office.done(await office.started(bad))
  expect(await office.read(sql`select from roster_problem`)).not.toEqual([])
  const forgotten = await office.send(bytesOf(bureau))
  const waiting = await office.started(bureau)
  await office.write(async (tx) => {
    await tx.execute(sql`update staged_file set expires_at = now() - interval '1 s'`)
    await tx.execute(sql`update roster_import set report_until = now() - interval '1 s' where report_until is not null`)
    await deleteExpired(tx)
  })
  expect(await office.read(sql`select from roster_problem`)).toEqual([])
  expect(await office.staged()).toEqual([{ kind: 'workbook', chunks: 1 }])
  expect((await office.importing({ idempotencyKey: office.key(), upload: forgotten, at, on })).code).toBe('NOT_FOUND')
  expect((await office.done(waiting)).at(-1)).toMatchObject({ state: 'DONE', roster: { accepted: true } })
})
