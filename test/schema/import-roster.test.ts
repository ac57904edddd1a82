import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { workJobs } from '../../acts/jobs/worker.ts'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { importUpload } from '../../acts/roster/import-upload.ts'
import { reportSheet } from '../../acts/roster/report-words.ts'
import type { Database } from '../../db/connect.ts'
import { openConnection } from '../../db/connection.ts'
import { beginRoster } from '../../db/queries/roster-jobs.ts'
import { deleteExpired } from '../../db/queries/staged-files.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { bureau, filed, type Lines, plus, withLine } from '../roster/office.ts'
import { tabsOf, workbookOf } from '../roster/workbook.ts'
import { counting } from '../support/counting.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { filingAt } from '../support/filing.ts'
import { graphqlOn } from '../support/graphql.ts'
import { filesInZip } from '../support/zip.ts'

const at = '411100'
const on = '2026-11-22'
const bytesOf = (roster: Lines) => Uint8Array.from(workbookOf(tabsOf(roster)))
const bad: Lines = withLine(bureau, 'people', 3, 'P2|李秀英|女性的|1980|civil|||')

let fresh: FreshDatabase
let office: ReturnType<typeof filingAt>
const bugs: unknown[] = []
beforeAll(async () => {
  fresh = await freshDatabase()
  office = filingAt(graphqlOn(fresh.db).fetch)
})
afterAll(async () => {
  await fresh.close()
  expect(bugs).toEqual([])
})

/** With a worker at the queue until the work is done. */
const atWork = async <T>(work: () => Promise<T>, db: Database = fresh.db): Promise<T> => {
  const worker = workJobs(db, (error) => bugs.push(error))
  try {
    return await work()
  } finally {
    await worker.stop()
  }
}
let keys = 0
const key = () => `key-${++keys}`
const started = async (roster: Lines, input: object = {}) => {
  const upload = await office.send(bytesOf(roster))
  return (await office.importing({ idempotencyKey: key(), upload, at, on, ...input })).job.id
}
const done = (id: string) => atWork(() => office.watching(id))
const read = async (query: ReturnType<typeof sql>) => [
  ...(await transaction(fresh.db, { mode: 'read' }, (tx) => tx.execute(query))),
]
const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'write' }, work)
const staged = () =>
  read(sql`select kind, (select count(*)::int from staged_chunk c where c.file_id = f.id) as chunks from staged_file f`)

/** Does something while a lock of somebody else's is in the way. */
const holding = async (lock: string, work: () => Promise<void>): Promise<void> => {
  const { client, end } = await openConnection(fresh.ownerUrl)
  try {
    await client.unsafe(`begin; ${lock}`)
    await work()
  } finally {
    await end()
  }
}
const reaches = (id: string, phase: string) =>
  vi.waitFor(async () => expect((await office.job(id)).phase).toBe(phase), { timeout: 20_000 })

describe('a roster imported from an upload', () => {
  const counts = { people: 3, peopleNew: 3, organisationChanged: 8, becomeDue: 0, ceaseDue: 0 }

  test('is first checked, then taken from the same upload, whose bytes go with the end of the import', async () => {
    const bytes = bytesOf(bureau)
    const upload = await office.send(bytes)
    const checked = await office.importing({ idempotencyKey: key(), upload, at, on, check: true })
    expect(checked).toMatchObject({ __typename: 'ImportRosterPayload', job: { state: 'QUEUED', authority: at } })
    const [look] = (await done(checked.job.id)).slice(-1)
    expect(look).toMatchObject({ state: 'DONE', problems: [], roster: { accepted: true, check: true, counts } })
    expect(await read(sql`select from person`)).toEqual([])
    expect(await staged()).toEqual([{ kind: 'workbook', chunks: 1 }])

    const { job } = await office.importing({ idempotencyKey: key(), upload, at, on })
    const events = await done(job.id)
    expect(events.at(-1)).toMatchObject({
      ...{ kind: 'roster', state: 'DONE', problems: [] },
      roster: {
        ...{ at, by: 'local', check: false, accepted: true, on, problemCount: 0, warningCount: 0, report: null },
        digest: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        counts,
      },
    })
    expect(await read(sql`select code from person where code is not null order by code`)).toHaveLength(3)
    expect(await staged()).toEqual([])
    expect(await read(sql`select from pgboss.job where name = 'roster'`)).toEqual([])
  })

  test('leaves what the same roster leaves that is imported from a terminal', async () => {
    const other = await freshDatabase()
    await importRoster(other.db, filed(bureau), { at, by: 'local', on })
    const careers = sql`select p.code, p.name, p.version, a.from_on, a.to_on, a.capacity, a.level from person p
      left join assignment a on a.root = p.root and a.person_id = p.id order by p.name, a.from_on`
    const [here, there] = await Promise.all(
      [fresh.db, other.db].map((db) =>
        transaction(db, { mode: 'read' }, async (tx) => [...(await tx.execute(careers))]),
      ),
    )
    expect(here).toEqual(there)
    await other.close()
  })

  test('says what it is at: bytes read, then people checked, written and judged', async () => {
    const id = await started(plus(bureau, 'people', 'P9|赵敏|F|1990|civil|||'))
    await write((tx) => beginRoster(tx, id))
    const told: (readonly [phase: string, done: number, total: number | null])[] = []
    await importUpload(fresh.db, id, async (phase, done, total) => void told.push([phase, done, total]))
    const { bytes } = (await office.job(id)).roster
    expect(told).toEqual([
      ['reading', bytes, bytes],
      ['checking', 0, 4],
      ['checking', 4, 4],
      ['writing', 0, 4],
      ['judging', 0, 1],
      ['judging', 1, 1],
    ])
  })
})

describe('a roster with a bad cell', () => {
  let id: string
  beforeAll(async () => {
    id = await started(bad)
    await done(id)
  })

  test('is refused whole by a job that is done', async () => {
    expect(await office.job(id)).toMatchObject({
      state: 'DONE',
      problems: ['名册有 1 处问题，未写入任何内容。The roster has 1 problems; nothing was written.'],
      roster: { accepted: false, counts: null, problemCount: 1, report: `/rosters/${id}/report.xlsx` },
    })
    expect(await read(sql`select from person where name = '女性的'`)).toEqual([])
    expect(await staged()).toEqual([{ kind: 'report', chunks: 1 }])
  })

  const lines = `query ($id: ID!, $first: Int, $after: String) { job(id: $id) { roster { problems(first: $first, after: $after) {
    edges { node { code sheet row column value reason remedy } } pageInfo { hasNextPage endCursor } } } } }`

  test('tells sheet, row, column, value, reason and remedy, in the language of the reader', async () => {
    const problems = async (language: string) =>
      (await office.ask(lines, { id }, { 'accept-language': language })).data.job.roster.problems
    const [{ node }] = (await problems('zh')).edges
    expect(node).toMatchObject({ code: 'UNKNOWN_WORD', sheet: 'people', row: 3, column: 'sex', value: '女性的' })
    expect(node.reason + node.remedy).toMatch(/\p{Script=Han}/u)
    const [{ node: english }] = (await problems('en')).edges
    expect(english.reason).toMatch(/[a-z]{3}/)
  })

  test('comes back with its cell marked', async () => {
    const response = await graphqlOn(fresh.db).fetch(`/rosters/${id}/report.xlsx`)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.status).toBe(200)
    expect(response.headers.get('content-length')).toBe(String(bytes.length))
    expect(response.headers.get('content-disposition')).toContain('roster-report.xlsx')
    const xml = [...filesInZip(bytes).values()].join('\n')
    expect(xml).toContain(reportSheet)
    expect(xml).toContain('女性的')
  })

  test('is read page by page, in two statements a page however long the report', async () => {
    const many = Array.from({ length: 250 }, (_, i) => `B${i}|某${i}|不明|1980|civil|||`)
    const long = await started(plus(bureau, 'people', ...many))
    await done(long)
    const { db, statements } = counting(fresh.db)
    const asking = filingAt(graphqlOn(db).fetch)
    const rows: number[] = []
    let after: string | null = null
    do {
      statements.length = 0
      const page = await asking.ask(lines, { id: long, first: 100, after })
      const { problems } = page.data.job.roster
      expect(statements.filter((statement) => statement.startsWith('select'))).toHaveLength(2)
      rows.push(...problems.edges.map(({ node }: { node: { row: number } }) => node.row))
      after = problems.pageInfo.hasNextPage ? problems.pageInfo.endCursor : null
    } while (after !== null)
    expect(rows).toEqual(many.map((_, i) => i + 5))
  })

  test('has no marked workbook where there is nothing to mark, nor of a job nobody knows', async () => {
    const whole = await started(bureau)
    const answers: string[] = []
    const ask = async (job: string) => {
      const response = await graphqlOn(fresh.db).fetch(`/rosters/${job}/report.xlsx`)
      const { errors } = await response.json()
      answers.push(`${response.status} ${errors[0].extensions.code} ${errors[0].extensions.remedy}`)
    }
    await ask(whole)
    await done(whole)
    await ask(whole)
    await ask('nothing')
    expect(answers).toEqual([
      expect.stringMatching(/^404 NOT_FOUND .*尚未结束/),
      expect.stringMatching(/^404 NOT_FOUND .*没有需要标出/),
      expect.stringMatching(/^404 NOT_FOUND .*任务标识/),
    ])
  })
})

describe('a request to import', () => {
  test('sent eight times at once under one key is one job, then and later', async () => {
    const upload = await office.send(bytesOf(bureau))
    const input = { idempotencyKey: key(), upload, at, on }
    const answers = await Promise.all(Array.from({ length: 8 }, () => office.importing(input)))
    const ids = new Set(answers.map(({ job }) => job.id))
    expect(ids.size).toBe(1)
    const [id = ''] = ids
    await done(id)
    expect((await office.importing(input)).job).toMatchObject({ id, state: 'DONE' })
    const other = await office.importing({ ...input, check: true })
    expect(other).toMatchObject({ __typename: 'IdempotencyReusedProblem', code: 'IDEMPOTENCY_REUSED' })
  })

  test('is refused while another job imports the upload, and once its bytes are gone', async () => {
    const upload = await office.send(bytesOf(bureau))
    const { job } = await office.importing({ idempotencyKey: key(), upload, at, on })
    const again = () => office.importing({ idempotencyKey: key(), upload, at, on })
    expect(await again()).toMatchObject({ __typename: 'ConflictProblem', code: 'UPLOAD_IN_USE' })
    await done(job.id)
    expect(await again()).toMatchObject({ __typename: 'NotFoundProblem', remedy: expect.stringContaining('重新上传') })
  })

  test('is refused to anyone but who sent the file', async () => {
    const upload = await office.send(bytesOf(bureau), { 'x-cadre-actor': 'zhang' })
    const input = { idempotencyKey: key(), upload, at, on, check: true }
    expect((await office.importing(input, { 'x-cadre-actor': 'li' })).code).toBe('NOT_FOUND')
    const { job } = await office.importing(input, { 'x-cadre-actor': 'zhang' })
    expect(job).toMatchObject({ state: 'QUEUED', roster: { by: 'zhang' } })
    await office.discarding({ idempotencyKey: key(), job: job.id })
  })

  test('for an office that is none, or of an upload that is none, says which', async () => {
    const upload = await office.send(bytesOf(bureau))
    const refused = async (input: object) => {
      const { code, path } = await office.importing({ idempotencyKey: key(), upload, at, on, ...input })
      return [code, path.at(-1)]
    }
    expect(await refused({ at: '999999' })).toEqual(['VALIDATION', 'at'])
    expect(await refused({ upload: 'nothing' })).toEqual(['NOT_FOUND', 'upload'])
    expect(await refused({ upload: upload.replace(/.{12}$/, '000000000000') })).toEqual(['NOT_FOUND', 'upload'])
    expect(await refused({ idempotencyKey: ' ' })).toEqual(['VALIDATION', 'idempotencyKey'])
  })
})

describe('an import that is discarded', () => {
  const discarding = (job: string, idempotencyKey = key()) => office.discarding({ idempotencyKey, job })
  const marker = plus(bureau, 'people', 'PX|无人知|F|1990|civil|||')
  const isKnown = async () => (await read(sql`select from person where name = '无人知'`)).length > 0

  test('while it waits is never begun, and its bytes are gone', async () => {
    const before = await staged()
    const id = await started(marker)
    const idempotencyKey = key()
    const gone = await discarding(id, idempotencyKey)
    expect(gone).toMatchObject({ __typename: 'DiscardRosterPayload', job: { state: 'DISCARDED' } })
    expect(await discarding(id, idempotencyKey)).toEqual(gone)
    expect(await staged()).toEqual(before)
    expect((await done(id)).map(({ state }) => state)).toEqual(['DISCARDED'])
    expect([await isKnown(), (await discarding(id)).code]).toEqual([false, 'JOB_OVER'])
  })

  test('while it is checked stops there: nothing is written', async () => {
    const before = await staged()
    const id = await started(marker)
    await atWork(() =>
      holding(`select pg_advisory_xact_lock(7303, 410000)`, async () => {
        await reaches(id, 'CHECKING')
        expect((await discarding(id)).job.state).toBe('DISCARDED')
      }),
    )
    expect([await isKnown(), await staged()]).toEqual([false, before])
    expect((await office.job(id)).state).toBe('DISCARDED')
  })

  test('once it is being written is refused, and goes on', async () => {
    const id = await started(marker)
    await atWork(async () => {
      await holding('lock table assignment in share mode', async () => {
        await reaches(id, 'WRITING')
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

test('a file nobody imports expires, a report too; one that waits to be imported does not', async () => {
  const forgotten = await office.send(bytesOf(bureau))
  const waiting = await started(bureau)
  await write(async (tx) => {
    await tx.execute(sql`update staged_file set expires_at = now() - interval '1 s'`)
    await deleteExpired(tx)
  })
  expect(await staged()).toEqual([{ kind: 'workbook', chunks: 1 }])
  expect((await office.importing({ idempotencyKey: key(), upload: forgotten, at, on })).code).toBe('NOT_FOUND')
  expect((await done(waiting)).at(-1)).toMatchObject({ state: 'DONE', roster: { accepted: true } })
})
