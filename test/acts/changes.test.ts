import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Changed, ChangeInput } from '../../acts/change.ts'
import { correctAssignment } from '../../acts/correct-assignment.ts'
import { endAssignment } from '../../acts/end-assignment.ts'
import { installPlugin } from '../../acts/install-plugin.ts'
import { KnownProblem, ValidationProblem } from '../../acts/problem.ts'
import { recordAssignment } from '../../acts/record-assignment.ts'
import { recordState } from '../../acts/record-state.ts'
import { storedFindings } from '../../db/queries/finding-store.ts'
import { finding } from '../../db/tables/finding.ts'
import { person } from '../../db/tables/person.ts'
import { transaction } from '../../db/transaction.ts'
import { dayText } from '../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { addPerson, addPost, addUnit, root } from '../support/small-graph.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

let fresh: FreshDatabase
let unit: string
beforeAll(async () => {
  fresh = await freshDatabase()
  const installed = await installPlugin(fresh.db, { document: tenurePolicy(10), by: 'test' })
  expect(installed).not.toBeInstanceOf(KnownProblem)
  unit = await write((tx) => addUnit(tx))
})
afterAll(() => fresh.close())

const write = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(fresh.db, { mode: 'write' }, work)
const newPost = () => write(async (tx) => ({ root, id: await addPost(tx, { unit, level: 'section_chief' }) }))
const newPerson = () => write(async (tx) => ({ root, id: await addPerson(tx, '1975-06-15') }))
const head = (key: string, expectedVersion: number | null = null): ChangeInput => ({
  idempotencyKey: key,
  expectedVersion,
})

const done = (answer: Changed | KnownProblem): Changed => {
  if (answer instanceof KnownProblem) throw answer
  return answer
}
const refused = (answer: unknown): KnownProblem => {
  if (answer instanceof KnownProblem) return answer
  throw new Error('It was not refused.')
}

const saidOf = async (id: string) =>
  (await write((tx) => storedFindings(tx, root, [id], 'current'))).map(({ finding: f }) => [
    f.catalogueId,
    ...f.spans.map((s) => `${s.status} ${dayText(s.from)}`),
  ])

test('whoever takes a post is told at once when they will have to leave it', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  const answer = await recordAssignment(fresh.db, 'a', { ...head('k1', 1), person: who, post, from: '2015-03-01' })
  expect(done(answer)).toMatchObject({ person: who, version: 2 })
  expect(await saidOf(who.id)).toEqual([['EX-T', 'ACTIVE 2025-03-01']])
})

test('leaving the post ends the duty on that day, and what was said before stays in the record', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  const taken = done(await recordAssignment(fresh.db, 'a', { ...head('k2'), person: who, post, from: '2010-01-01' }))
  done(await endAssignment(fresh.db, 'a', { ...head('k3', 2), assignment: taken.record, to: '2024-01-01' }))
  const rows = await write((tx) =>
    tx.select().from(finding).where(eq(finding.personId, who.id)).orderBy(finding.recordedFrom),
  )
  expect(rows.map((row) => [row.toOn, row.recordedTo === null])).toEqual([
    [expect.anything(), false],
    ['2024-01-01', true],
  ])
  expect(rows[0]?.id).toBe(rows[1]?.id)
})

test('a finding that a change does not alter stays the same row', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  done(await recordAssignment(fresh.db, 'a', { ...head('k4'), person: who, post, from: '2010-01-01' }))
  const rowsOf = () =>
    write((tx) =>
      tx
        .select({ row: finding.rowId })
        .from(finding)
        .where(and(eq(finding.personId, who.id), isNull(finding.recordedTo))),
    )
  const before = await rowsOf()
  done(await recordState(fresh.db, 'a', { ...head('k5'), person: who, kind: 'potential', from: '2024-01' }))
  expect(await rowsOf()).toEqual(before)
})

test('a correction says what was true all along, under the same assignment', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  const taken = done(await recordAssignment(fresh.db, 'a', { ...head('k6'), person: who, post, from: '2013-05-01' }))
  const corrected = await correctAssignment(fresh.db, 'a', {
    ...head('k7'),
    assignment: taken.record,
    from: '2013-03-01',
  })
  expect(done(corrected).record).toEqual(taken.record)
  expect(await saidOf(who.id)).toEqual([['EX-T', 'ACTIVE 2023-03-01']])
  const gone = await correctAssignment(fresh.db, 'a', { ...head('k8'), assignment: taken.record, withdrawn: true })
  expect(done(gone).version).toBe(4)
  expect(await saidOf(who.id)).toEqual([])
})

test('unfinished business defers the duty while it lasts', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  done(await recordAssignment(fresh.db, 'a', { ...head('k9'), person: who, post, from: '2010-01-01' }))
  const state = { person: who, kind: 'unfinished_business', from: '2024-01-01' } as const
  const recorded = done(await recordState(fresh.db, 'a', { ...head('k10'), ...state }))
  expect(await saidOf(who.id)).toEqual([['EX-T', 'ACTIVE 2020-01-01', 'DEFERRED 2024-01-01']])
  const ended = { ...head('k11'), ...state, to: '2025-01-01', replaces: recorded.record }
  expect(done(await recordState(fresh.db, 'a', ended)).record).toEqual(recorded.record)
  expect(await saidOf(who.id)).toEqual([['EX-T', 'ACTIVE 2020-01-01', 'DEFERRED 2024-01-01', 'ACTIVE 2025-01-01']])
})

test('the same request with the same key is done once and answered alike; another one with that key is refused', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  const request = { ...head('once', 1), person: who, post, from: '2015-03' }
  const first = await recordAssignment(fresh.db, 'a', request)
  expect(await recordAssignment(fresh.db, 'a', request)).toEqual(done(first))
  const other = refused(await recordAssignment(fresh.db, 'a', { ...request, from: '2016-03' }))
  expect(other.code).toBe('IDEMPOTENCY_REUSED')
  expect(
    done(await recordState(fresh.db, 'b', { ...head('once'), person: who, kind: 'potential', from: '2020' })).version,
  ).toBe(3)
})

test('a request without a key of its own is refused', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  for (const key of ['', ' ', 'k'.repeat(201)]) {
    const answer = await recordAssignment(fresh.db, 'a', { ...head(key), person: who, post, from: '2015-03' })
    expect(refused(answer).path).toEqual(['input', 'idempotencyKey'])
  }
})

test('ten copies of one request at once record one assignment', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  const request = { ...head('ten', 1), person: who, post, from: '2015-03-01' }
  const answers = await Promise.all(Array.from({ length: 10 }, () => recordAssignment(fresh.db, 'a', request)))
  const made = answers.filter((answer) => !(answer instanceof KnownProblem))
  expect(made.length).toBeGreaterThan(0)
  for (const answer of made) expect(answer).toEqual(made[0])
  for (const answer of answers) if (answer instanceof KnownProblem) expect(answer.code).toBe('BUSY')
  const [file] = await write((tx) => tx.select().from(person).where(eq(person.id, who.id)))
  expect(file?.version).toBe(2)
})

test('two people racing for one post: one has it, the other is told who', async () => {
  const [post, ...people] = [
    await newPost(),
    await newPerson(),
    await newPerson(),
    await newPerson(),
    await newPerson(),
  ]
  const answers = await Promise.all(
    people.map((who, i) =>
      recordAssignment(fresh.db, 'a', { ...head(`race${i}`), person: who, post, from: '2020-01-01' }),
    ),
  )
  const problems = answers.filter((answer) => answer instanceof KnownProblem)
  expect(problems).toHaveLength(3)
  for (const problem of problems) {
    expect(['POST_HELD', 'BUSY']).toContain(problem.code)
    if (problem.code === 'POST_HELD') expect(problem.says.zh).toContain('张伟')
  }
})

test('a post of one seat can be handed over within a month, and acted for meanwhile', async () => {
  const [post, first, second, acting] = [await newPost(), await newPerson(), await newPerson(), await newPerson()]
  const taken = done(await recordAssignment(fresh.db, 'a', { ...head('h1'), person: first, post, from: '2010-01-01' }))
  const early = refused(await recordAssignment(fresh.db, 'a', { ...head('h2'), person: second, post, from: '2020-03' }))
  expect(early.code).toBe('POST_HELD')
  done(await endAssignment(fresh.db, 'a', { ...head('h3'), assignment: taken.record, to: '2020-03' }))
  done(await recordAssignment(fresh.db, 'a', { ...head('h4'), person: second, post, from: '2020-03' }))
  done(
    await recordAssignment(fresh.db, 'a', {
      ...head('h5'),
      person: acting,
      post,
      from: '2021-01-01',
      capacity: 'acting',
    }),
  )
})

test('nobody holds one post twice at once', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  done(await recordAssignment(fresh.db, 'a', { ...head('t1'), person: who, post, from: '2010-01-01' }))
  const twice = await recordAssignment(fresh.db, 'a', {
    ...head('t2'),
    person: who,
    post,
    from: '2015-01-01',
    capacity: 'acting',
  })
  expect(refused(twice).code).toBe('ASSIGNMENTS_OVERLAP')
})

test('a change made on an old picture of the file is refused, and nothing of it is kept', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  done(await recordAssignment(fresh.db, 'a', { ...head('v1', 1), person: who, post, from: '2010-01-01' }))
  const late = refused(
    await recordState(fresh.db, 'a', { ...head('v2', 1), person: who, kind: 'potential', from: '2020' }),
  )
  expect(late).toMatchObject({ code: 'VERSION_CHANGED', path: ['input', 'expectedVersion'] })
  const retried = await recordState(fresh.db, 'a', { ...head('v2', 2), person: who, kind: 'potential', from: '2020' })
  expect(done(retried).version).toBe(3)
})

test('every bad value of an input is told at once', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  const bad = { ...head('b1'), person: who, post, from: '2014-02-30', to: 'infinity', decidedOn: '0001-01-01' }
  const problem = refused(await recordAssignment(fresh.db, 'a', bad))
  if (!(problem instanceof ValidationProblem)) throw problem
  expect(problem.issues.map(({ path, value }) => [path.at(-1), value])).toEqual([
    ['from', '2014-02-30'],
    ['to', 'infinity'],
    ['decidedOn', '0001-01-01'],
  ])
})

test.each([
  ['reversed days', { from: '2015-01-01', to: '2014-12-31' }],
  ['no day at all', { from: '2015-01-01', to: '2015-01-01' }],
  ['service before birth', { from: '1970-01-01' }],
])('%s cannot be recorded', async (_, days) => {
  const [who, post] = [await newPerson(), await newPost()]
  const problem = refused(await recordAssignment(fresh.db, 'a', { ...head(`d${_}`), person: who, post, ...days }))
  expect(problem.code).toBe('VALIDATION')
})

test('nobody serves in a post before it exists', async () => {
  const who = await newPerson()
  const post = await write(async (tx) => ({ root, id: await addPost(tx, { unit, from: '2019' }) }))
  const problem = refused(
    await recordAssignment(fresh.db, 'a', { ...head('e1'), person: who, post, from: '2010-01-01', to: '2018-12-31' }),
  )
  expect(problem.says.en).toContain('does not exist')
})

test('an unknown code is not found; one used by two offices must be told apart by `at`', async () => {
  const post = await newPost()
  const missing = await recordAssignment(fresh.db, 'a', {
    ...head('n1'),
    person: { code: 'nobody' },
    post,
    from: '2010',
  })
  expect(refused(missing)).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'person'] })
  const [here, there] = [
    await newPerson(),
    await write(async (tx) => ({ root, id: await addPerson(tx, '1980', '411122') })),
  ]
  await write(async (tx) => {
    await tx.update(person).set({ code: 'P-7' }).where(eq(person.id, here.id))
    await tx.update(person).set({ code: 'P-7' }).where(eq(person.id, there.id))
  })
  const unclear = await recordAssignment(fresh.db, 'a', { ...head('n2'), person: { code: 'P-7' }, post, from: '2010' })
  expect(refused(unclear)).toMatchObject({ code: 'AMBIGUOUS_CODE', candidates: ['411121', '411122'] })
  const clear = await recordAssignment(fresh.db, 'a', {
    ...head('n3'),
    person: { code: 'P-7', at: '411122' },
    post,
    from: '2010',
  })
  expect(done(clear).person).toEqual(there)
})

test('an appraisal without a grade, or with a grade nobody gives, says nothing', async () => {
  const who = await newPerson()
  const state = { person: who, kind: 'appraisal', from: '2024' } as const
  expect(refused(await recordState(fresh.db, 'a', { ...head('s1'), ...state })).path).toEqual(['input', 'value'])
  expect(refused(await recordState(fresh.db, 'a', { ...head('s2'), ...state, value: '很好' })).path).toEqual([
    'input',
    'value',
  ])
  done(await recordState(fresh.db, 'a', { ...head('s3'), ...state, value: '称职' }))
})

test('what the file does not say is undetermined, and an assignment between two others finds its place', async () => {
  const [who, a, b, c] = [await newPerson(), await newPost(), await newPost(), await newPost()]
  done(await recordAssignment(fresh.db, 'a', { ...head('m1'), person: who, post: a, from: '2000', to: '2005' }))
  done(await recordAssignment(fresh.db, 'a', { ...head('m2'), person: who, post: c, from: '2012-06' }))
  done(await recordAssignment(fresh.db, 'a', { ...head('m3'), person: who, post: b, from: '2005', to: '2012-06' }))
  expect(await saidOf(who.id)).toEqual([['EX-T', 'UNDETERMINED 2022-06-01', 'ACTIVE 2022-06-30']])
})
