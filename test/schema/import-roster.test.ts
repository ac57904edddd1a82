import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { reportSheet } from '../../acts/roster/report/report-words.ts'
import { importUpload } from '../../acts/roster/upload/import-upload.ts'
import { beginRoster } from '../../db/queries/roster-jobs.ts'
import { transaction } from '../../db/transaction.ts'
import { bureau, filed, type Lines, plus, withLine } from '../roster/office.ts'
import { counting } from '../support/counting.ts'
import { freshDatabase } from '../support/database.ts'
import { filingAt } from '../support/filing.ts'
import { at, bytesOf, on, openFilingOffice } from '../support/filing-office.ts'
import { graphqlOn } from '../support/graphql.ts'
import { filesInZip } from '../support/zip.ts'

const bad: Lines = withLine(bureau, 'people', 3, 'P2|李秀英|女性的|1980|civil|||')

let office: Awaited<ReturnType<typeof openFilingOffice>>
beforeAll(async () => {
  office = await openFilingOffice()
})
afterAll(() => office.close())

describe('a roster imported from an upload', () => {
  const counts = { people: 3, peopleNew: 3, organisationChanged: 8, becomeDue: 0, ceaseDue: 0 }

  test('is first checked, then taken from the same upload, whose bytes go with the end of the import', async () => {
    const bytes = bytesOf(bureau)
    const upload = await office.send(bytes)
    const checked = await office.importing({ idempotencyKey: office.key(), upload, at, on, check: true })
    expect(checked).toMatchObject({ __typename: 'ImportRosterPayload', job: { state: 'QUEUED', authority: at } })
    const [look] = (await office.done(checked.job.id)).slice(-1)
    expect(look).toMatchObject({ state: 'DONE', problems: [], roster: { accepted: true, check: true, counts } })
    expect(await office.read(sql`select from person`)).toEqual([])
    expect(await office.staged()).toEqual([{ kind: 'workbook', chunks: 1 }])

    const { job } = await office.importing({ idempotencyKey: office.key(), upload, at, on })
    const events = await office.done(job.id)
    expect(events.at(-1)).toMatchObject({
      ...{ kind: 'roster', state: 'DONE', problems: [] },
      roster: {
        ...{ at, by: 'local', check: false, accepted: true, on, problemCount: 0, warningCount: 0, report: null },
        digest: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        counts,
      },
    })
    expect(await office.read(sql`select code from person where code is not null order by code`)).toHaveLength(3)
    expect(await office.staged()).toEqual([])
    expect(await office.read(sql`select from pgboss.job where name = 'roster'`)).toEqual([])
  })

  test('leaves what the same roster leaves that is imported from a terminal', async () => {
    const other = await freshDatabase()
    await importRoster(other.db, filed(bureau), { at, by: 'local', on })
    const careers = sql`select p.code, p.name, p.version, a.from_on, a.to_on, a.capacity, a.level from person p
      left join assignment a on a.root = p.root and a.person_id = p.id order by p.name, a.from_on`
    const [here, there] = await Promise.all(
      [office.db, other.db].map((db) =>
        transaction(db, { mode: 'read' }, async (tx) => [...(await tx.execute(careers))]),
      ),
    )
    expect(here).toEqual(there)
    await other.close()
  })

  test('says what it is at: bytes read, then people checked, written and judged', async () => {
    const id = await office.started(plus(bureau, 'people', 'P9|赵敏|F|1990|civil|||'))
    await office.write((tx) => beginRoster(tx, id))
    const told: (readonly [phase: string, done: number, total: number | null])[] = []
    await importUpload(office.db, id, async (phase, done, total) => void told.push([phase, done, total]))
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
    id = await office.started(bad)
    await office.done(id)
  })

  test('is refused whole by a job that is done', async () => {
    expect(await office.job(id)).toMatchObject({
      state: 'DONE',
      problems: ['名册有 1 处问题，未写入任何内容。The roster has 1 problems; nothing was written.'],
      roster: { accepted: false, counts: null, problemCount: 1, report: `/rosters/${id}/report.xlsx` },
    })
    expect(await office.read(sql`select from person where name = '女性的'`)).toEqual([])
    expect(await office.staged()).toEqual([{ kind: 'report', chunks: 1 }])
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
    const response = await graphqlOn(office.db).fetch(`/rosters/${id}/report.xlsx`)
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
    const long = await office.started(plus(bureau, 'people', ...many))
    await office.done(long)
    const { db, statements } = counting(office.db)
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
    const whole = await office.started(bureau)
    const answers: string[] = []
    const ask = async (job: string) => {
      const response = await graphqlOn(office.db).fetch(`/rosters/${job}/report.xlsx`)
      const { errors } = await response.json()
      answers.push(`${response.status} ${errors[0].extensions.code} ${errors[0].extensions.remedy}`)
    }
    await ask(whole)
    await office.done(whole)
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
    const input = { idempotencyKey: office.key(), upload, at, on }
    const answers = await Promise.all(Array.from({ length: 8 }, () => office.importing(input)))
    const ids = new Set(answers.map(({ job }) => job.id))
    expect(ids.size).toBe(1)
    const [id = ''] = ids
    await office.done(id)
    expect((await office.importing(input)).job).toMatchObject({ id, state: 'DONE' })
    const other = await office.importing({ ...input, check: true })
    expect(other).toMatchObject({ __typename: 'IdempotencyReusedProblem', code: 'IDEMPOTENCY_REUSED' })
  })

  test('is refused while another job imports the upload, and once its bytes are gone', async () => {
    const upload = await office.send(bytesOf(bureau))
    const { job } = await office.importing({ idempotencyKey: office.key(), upload, at, on })
    const again = () => office.importing({ idempotencyKey: office.key(), upload, at, on })
    expect(await again()).toMatchObject({ __typename: 'ConflictProblem', code: 'UPLOAD_IN_USE' })
    await office.done(job.id)
    expect(await again()).toMatchObject({ __typename: 'NotFoundProblem', remedy: expect.stringContaining('重新上传') })
  })

  test('is refused to anyone but who sent the file', async () => {
    const upload = await office.send(bytesOf(bureau), { 'x-cadre-actor': 'zhang' })
    const input = { idempotencyKey: office.key(), upload, at, on, check: true }
    expect((await office.importing(input, { 'x-cadre-actor': 'li' })).code).toBe('NOT_FOUND')
    const { job } = await office.importing(input, { 'x-cadre-actor': 'zhang' })
    expect(job).toMatchObject({ state: 'QUEUED', roster: { by: 'zhang' } })
    await office.discarding({ idempotencyKey: office.key(), job: job.id })
  })

  test('for an office that is none, or of an upload that is none, says which', async () => {
    const upload = await office.send(bytesOf(bureau))
    const refused = async (input: object) => {
      const { code, path } = await office.importing({ idempotencyKey: office.key(), upload, at, on, ...input })
      return [code, path.at(-1)]
    }
    expect(await refused({ at: '999999' })).toEqual(['VALIDATION', 'at'])
    expect(await refused({ upload: 'nothing' })).toEqual(['NOT_FOUND', 'upload'])
    expect(await refused({ upload: upload.replace(/.{12}$/, '000000000000') })).toEqual(['NOT_FOUND', 'upload'])
    expect(await refused({ idempotencyKey: ' ' })).toEqual(['VALIDATION', 'idempotencyKey'])
  })
})
