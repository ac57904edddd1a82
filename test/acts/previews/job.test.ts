import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workPreview } from '../../../acts/jobs/previews.ts'
import { JobFailed, runJobsUntilDone } from '../../../acts/jobs/work.ts'
import { currentDigest } from '../../../acts/previews/freshness.ts'
import { runPreview } from '../../../acts/previews/run-preview.ts'
import { KnownProblem } from '../../../acts/problem.ts'
import { recordState } from '../../../acts/record-state.ts'
import { bossWithin, previewQueue } from '../../../db/boss.ts'
import { beginJob } from '../../../db/queries/evaluation-jobs.ts'
import { jobById } from '../../../db/queries/jobs.ts'
import { changesPage, countsOf, previewByDigest, previewById, previewKind } from '../../../db/queries/previews.ts'
import { job } from '../../../db/tables/job.ts'
import { preview } from '../../../db/tables/preview.ts'
import { type Tx, transaction } from '../../../db/transaction.ts'
import { luohe } from '../../../plugins/luohe/plugin.ts'
import type { PluginDocument } from '../../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { everythingStored } from '../../support/everything-stored.ts'
import { askedFor, computed } from '../../support/previewing.ts'
import { city, loadWorld } from '../../support/world.ts'

let fresh: FreshDatabase
const read = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'read' }, work)
const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'write' }, work)
const asked = { jurisdiction: city, effectiveFrom: '2022-01-01', horizon: 5 }

/** Luohe’s measures with another force: whoever is due, or will be, is so otherwise. */
const softer: PluginDocument = {
  ...luohe,
  version: '9.0.0',
  rules: luohe.rules.map((rule) => (rule.kind === 'rotation' ? { ...rule, effect: 'SHALL' as const } : rule)),
}

beforeAll(async () => {
  fresh = await freshDatabase()
  await loadWorld(fresh.db)
})
afterAll(() => fresh.close())

/** Which preview they are of is no difference. */
const linesOf = ({ lines }: Awaited<ReturnType<typeof computed>>) => lines.map(({ previewId: _, ...line }) => line)

test('a policy against itself changes nothing, from whichever day', async () => {
  for (const effectiveFrom of ['2021-01-01', '2026-06-01', '2029-01-01']) {
    const { preview: row, lines } = await computed(
      fresh.db,
      await askedFor(fresh.db, luohe, { ...asked, effectiveFrom }),
    )
    expect(lines).toEqual([])
    expect(row).toMatchObject({ people: 60, kind: 'preview', askedBy: 'author' })
  }
})

test('a preview writes its own rows, its job, its key and its ticket, and nothing else', async () => {
  const before = await write(everythingStored)
  const begun = await askedFor(fresh.db, softer, asked)
  const { lines } = await computed(fresh.db, begun)
  expect(lines.length).toBeGreaterThan(10)
  const after = await write(everythingStored)
  const changed = [...after].filter(([table, held]) => before.get(table) !== held).map(([table]) => table)
  const own = ['idempotency_key', 'job', 'plugin_document', 'preview', 'preview_change']
  expect(changed.filter((table) => table.startsWith('public.'))).toEqual(own.map((table) => `public.${table}`))
})

test('in stretches by two workers it says what it says by one, and asked again it has the same digest', async () => {
  const one = await computed(fresh.db, await askedFor(fresh.db, softer, asked))
  const begun = await askedFor(fresh.db, softer, asked)
  const told: (readonly [number, number])[] = []
  const progress = async (done: number, total: number) => void told.push([done, total])
  await runPreview(fresh.db, begun.job, progress, { stretch: 5, workers: 2 })
  const crowd = await computed(fresh.db, begun)
  expect(linesOf(crowd)).toEqual(linesOf(one))
  expect(crowd.preview.digest).toBe(one.preview.digest)
  expect(told.at(0)).toEqual([0, 60])
  expect(told.at(-1)).toEqual([60, 60])
  const other = await computed(fresh.db, await askedFor(fresh.db, softer, { ...asked, horizon: 6 }))
  expect(other.preview.digest).not.toBe(one.preview.digest)
  expect((await read((tx) => previewByDigest(tx, one.preview.digest ?? '')))?.id).toBe(crowd.preview.id)
})

test('lines come page by page, in the order of units and people', async () => {
  const { preview: row, lines } = await computed(fresh.db, await askedFor(fresh.db, softer, asked))
  const paged = []
  for (let after: number | null = null; ; ) {
    const page = await read((tx) => changesPage(tx, row, { first: 7, after }))
    if (page.length === 0) break
    paged.push(...page)
    after = page.at(-1)?.ordinal ?? null
  }
  expect(paged).toEqual(lines)
  const names = await read((tx) =>
    tx.execute<{ unit: string; person: string }>(sql`
      select u.code as unit, p.code as person from preview_change c
      join unit u on u.root = c.unit_root and u.id = c.unit_id
      join person p on p.root = c.person_root and p.id = c.person_id
      where c.preview_id = ${row.id}::uuid order by c.ordinal`),
  )
  const order = names.map(({ unit, person }) => `${unit} ${person}`)
  expect(order).toHaveLength(lines.length)
  expect(order).toEqual(order.toSorted())
  const counts = await read((tx) => countsOf(tx, row))
  expect(counts.every(({ people, unit }) => people > 0 && unit !== null)).toBe(true)
})

let serial = 0
const someoneChanges = async () => {
  serial += 1
  const outcome = await recordState(fresh.db, 'officer', {
    ...{
      person: { code: 'R01', at: city },
      kind: 'unfinished_business',
      from: `2019-0${serial}-01`,
      to: `2019-0${serial}-20`,
    },
    ...{ expectedVersion: null, idempotencyKey: `state ${serial}` },
  })
  if (outcome instanceof KnownProblem) throw outcome
}

test('when a file is written meanwhile it is computed again, on the file as it stands then', async () => {
  const begun = await askedFor(fresh.db, softer, asked)
  let rounds = 0
  await runPreview(fresh.db, begun.job, async (done, total) => {
    if (done < total) return
    rounds += 1
    if (rounds === 1) await someoneChanges()
  })
  expect(rounds).toBe(2)
  const { preview: row } = await computed(fresh.db, begun)
  expect(await read((tx) => currentDigest(tx, row))).toBe(row.digest)
  await someoneChanges()
  expect(await read((tx) => currentDigest(tx, row))).not.toBe(row.digest)
})

test('when files are written each time, it fails and says why; nobody tries it again', async () => {
  const begun = await askedFor(fresh.db, softer, asked)
  const errors: unknown[] = []
  await workPreview(fresh.db, (error) => errors.push(error), someoneChanges)
  expect(errors).toEqual([])
  const failed = await read((tx) => jobById(tx, begun.job))
  expect(failed?.state).toBe('failed')
  expect(JSON.stringify(failed?.problems)).toContain('重新发起')
  expect(JSON.stringify(failed?.problems)).toContain('start it again')
  const row = await read((tx) => previewById(tx, begun.preview))
  expect(row).toMatchObject({ digest: null, doneAt: null })
  expect(await read((tx) => changesPage(tx, row ?? { root: 0, id: begun.preview }, { first: 9, after: null }))).toEqual(
    [],
  )
  expect(await workPreview(fresh.db, (error) => errors.push(error))).toBe(false)
  await expect(runJobsUntilDone(fresh.db, [begun.job])).rejects.toBeInstanceOf(JobFailed)
})

test('a preview whose worker died is taken up by the next one', async () => {
  const begun = await askedFor(fresh.db, softer, asked)
  // Begun by someone who holds nothing any more.
  await write(async (tx) => {
    const [ticket] = await bossWithin(tx).fetch(previewQueue)
    expect(ticket?.id).toBe(begun.job)
    await beginJob(tx, begun.job)
  })
  const { lines } = await computed(fresh.db, begun)
  expect(lines.length).toBeGreaterThan(10)
})

test('two previews of one jurisdiction wait beside each other', async () => {
  const [one, two] = [await askedFor(fresh.db, softer, asked), await askedFor(fresh.db, luohe, asked)]
  expect(one.job).not.toBe(two.job)
  await runJobsUntilDone(fresh.db, [one.job, two.job])
  const done = await read((tx) => tx.select().from(preview).where(eq(preview.jurisdiction, city)))
  expect(done.filter(({ id }) => id === one.preview || id === two.preview).every(({ digest }) => digest !== null)).toBe(
    true,
  )
})

test('what fails for a reason nobody foresaw is tried again some times, and then says so', async () => {
  const errors: unknown[] = []
  const id = await write(async (tx) => {
    const [row] = await tx.insert(job).values({ id: randomUUID(), kind: previewKind }).returning({ id: job.id })
    await bossWithin(tx).send(previewQueue, {}, { id: row?.id ?? '' })
    return row?.id ?? ''
  })
  const states: unknown[] = []
  for (let round = 0; round < 4; round += 1) {
    expect(await workPreview(fresh.db, (error) => errors.push(error))).toBe(true)
    states.push((await read((tx) => jobById(tx, id)))?.state)
  }
  expect(states).toEqual(['queued', 'queued', 'queued', 'failed'])
  expect(errors).toHaveLength(4)
  expect(JSON.stringify((await read((tx) => jobById(tx, id)))?.problems)).toContain('unexpected error')
})
