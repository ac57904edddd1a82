import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { evaluateAuthority } from '../../acts/evaluate/evaluate-authority.ts'
import { evaluatePeople } from '../../acts/evaluate/evaluate-people.ts'
import { touchedBy } from '../../acts/evaluate/touched.ts'
import { type Installed, installPlugin } from '../../acts/install-plugin.ts'
import { enqueueEvaluation } from '../../acts/jobs/enqueue.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { workJobs } from '../../acts/jobs/worker.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { recordAssignment } from '../../acts/record-assignment.ts'
import { bossWithin, evaluationQueue } from '../../db/boss.ts'
import { recut } from '../../db/facts.ts'
import { authoritiesOwed, beginJob, giveBackJob } from '../../db/queries/evaluation-jobs.ts'
import { storedFindings } from '../../db/queries/finding-store.ts'
import { evaluation, finding } from '../../db/tables/finding.ts'
import { job } from '../../db/tables/job.ts'
import { postVersion } from '../../db/tables/post.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { dayText } from '../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { addAssignment, addPerson, addPost, addUnit, county, root } from '../support/small-graph.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'
import { withdrawing } from '../support/withdrawing.ts'

let fresh: FreshDatabase
let people: string[]
let posts: string[]

const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'write' }, work)
const unless = <T>(answer: T | KnownProblem): T => {
  if (answer instanceof KnownProblem) throw answer
  return answer
}
const install = async (years: number, effectiveFrom?: string): Promise<Installed> =>
  unless(
    await installPlugin(fresh.db, { document: tenurePolicy(years), by: 'test', effectiveFrom: effectiveFrom ?? null }),
  )
const ref = (id: string) => ({ root, id })

/** First days of what is said of each of the people. */
const said = async (of = people) =>
  write(async (tx) => (await storedFindings(tx, root, of, 'current')).map(({ finding: f }) => dayText(f.from)).sort())
const evaluations = () =>
  write((tx) => tx.select().from(evaluation).where(eq(evaluation.authority, county)).orderBy(evaluation.startedAt))
const states = async () => (await evaluations()).map(({ state }) => state)

beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

beforeEach(async () => {
  await fresh.close()
  fresh = await freshDatabase()
  await write(async (tx) => {
    const unit = await addUnit(tx)
    people = []
    posts = []
    for (const year of [2001, 2005, 2014]) {
      const [person, post] = [await addPerson(tx, '1980-01-15'), await addPost(tx, { unit })]
      await addAssignment(tx, { person, post, from: `${year}-01-01`, exclusive: true })
      people.push(person)
      posts.push(post)
    }
    await recut(tx, people.map(ref))
  })
})

test('an authority with people and no evaluation gets one, of all its people, with the first of them judged', async () => {
  const { jobs } = await install(10)
  await runJobsUntilDone(fresh.db, jobs)
  expect(await said()).toEqual(['2011-01-01', '2015-01-01', '2024-01-01'])
  expect(await states()).toEqual(['current'])
})

test('judged at once, an authority never evaluated is evaluated whole', async () => {
  unless(await installPlugin(fresh.db, { document: tenurePolicy(10), by: 'test' }))
  await write(async (tx) => {
    await tx.update(job).set({ state: 'done' })
    const { jobs } = await evaluatePeople(tx, people.map(ref))
    expect(jobs).toEqual([])
  })
  expect(await said()).toEqual(['2011-01-01', '2015-01-01', '2024-01-01'])
})

test('a new policy answers for everyone at one moment, and until then the old one for everyone', async () => {
  await runJobsUntilDone(fresh.db, (await install(10)).jobs)
  const { jobs } = await install(12)
  expect(jobs).toHaveLength(1)
  const newcomer = await write(async (tx) => {
    const person = await addPerson(tx, '1980-01-15')
    return person
  })
  const post = { root, id: await write(async (tx) => addPost(tx, { unit: await addUnit(tx) })) }
  const input = { idempotencyKey: 'n', expectedVersion: null, person: ref(newcomer), post, from: '2010-01-01' }
  unless(await recordAssignment(fresh.db, 'a', input))
  expect(await said([newcomer])).toEqual(['2020-01-01'])
  expect(await said()).toEqual(['2011-01-01', '2015-01-01', '2024-01-01'])
  await runJobsUntilDone(fresh.db, jobs)
  expect(await said()).toEqual(['2013-01-01', '2017-01-01', '2026-01-01'])
  expect(await said([newcomer])).toEqual(['2022-01-01'])
  const [old, current] = await evaluations()
  expect([old?.state, current?.state]).toEqual(['superseded', 'current'])
  expect(old?.supersededAt).toBe(current?.activatedAt)
  expect(old?.policyDigest).not.toBe(current?.policyDigest)
})

test('a change made while an evaluation is being built is in it when it answers', async () => {
  await runJobsUntilDone(fresh.db, (await install(10)).jobs)
  const late = await write((tx) => addPerson(tx, '1980-01-15'))
  const post = { root, id: await write(async (tx) => addPost(tx, { unit: await addUnit(tx) })) }
  const input = { idempotencyKey: 'm', expectedVersion: null, person: ref(late), post, from: '2012-01-01' }
  await evaluateAuthority(fresh.db, county, async () => void unless(await recordAssignment(fresh.db, 'a', input)))
  expect(await said([late])).toEqual(['2022-01-01'])
  expect((await states()).at(-1)).toBe('current')
})

test('many changes racing with policy switches leave nothing stale', async () => {
  await runJobsUntilDone(fresh.db, (await install(10)).jobs)
  const newcomers = await write(async (tx) => {
    const unit = await addUnit(tx)
    const made: { person: string; post: string }[] = []
    for (let i = 0; i < 6; i += 1)
      made.push({ person: await addPerson(tx, '1980-01-15'), post: await addPost(tx, { unit }) })
    return made
  })
  const worker = workJobs(fresh.db, () => {})
  const switching = (async () => {
    for (const years of [11, 12, 13]) await runJobsUntilDone(fresh.db, (await install(years)).jobs)
  })()
  const recording = newcomers.map(async ({ person, post }, i) => {
    const input = {
      idempotencyKey: `r${i}`,
      expectedVersion: null,
      person: ref(person),
      post: ref(post),
      from: '2010-01-01',
    }
    let answer = await recordAssignment(fresh.db, 'a', input)
    for (let t = 0; t < 20 && answer instanceof KnownProblem && answer.code === 'BUSY'; t += 1) {
      answer = await recordAssignment(fresh.db, 'a', input)
    }
    return unless(answer)
  })
  await Promise.all([switching, ...recording])
  await worker.stop()
  expect(await said(newcomers.map(({ person }) => person))).toEqual(Array(6).fill('2023-01-01'))
  expect((await states()).filter((state) => state !== 'superseded')).toEqual(['current'])
})

test('a withdrawn policy goes on judging the days before, and none from then on', async () => {
  await runJobsUntilDone(fresh.db, (await install(10)).jobs)
  const { jobs } = unless(await withdrawing(fresh.db, 'example', '411100', '2020-01-01'))
  await runJobsUntilDone(fresh.db, jobs)
  const rows = await write((tx) => storedFindings(tx, root, people, 'current'))
  expect(rows.map(({ finding: f }) => [dayText(f.from), dayText(f.to)]).sort()).toEqual([
    ['2011-01-01', '2020-01-01'],
    ['2015-01-01', '2020-01-01'],
  ])
  const again = await withdrawing(fresh.db, 'example', '411100', '2019-01-01')
  expect(again).toMatchObject({ code: 'NOT_FOUND' })
})

test('an evaluation whose builder died is set aside, and the next one answers', async () => {
  await runJobsUntilDone(fresh.db, (await install(10)).jobs)
  const dying = evaluateAuthority(fresh.db, county, () => Promise.reject(new Error('killed')))
  await expect(dying).rejects.toThrow('killed')
  expect(await states()).toEqual(['current', 'building'])
  expect(await said()).toEqual(['2011-01-01', '2015-01-01', '2024-01-01'])
  await evaluateAuthority(fresh.db, county)
  expect(await states()).toEqual(['superseded', 'superseded', 'current'])
  expect(await said()).toEqual(['2011-01-01', '2015-01-01', '2024-01-01'])
})

test('a job whose worker died is taken up again', async () => {
  const { jobs } = await install(10)
  await write(async (tx) => {
    const [ticket] = await bossWithin(tx).fetch(evaluationQueue)
    await beginJob(tx, ticket?.id ?? '')
    await tx.update(job).set({ updatedAt: sql`now() - interval '1 minute'` })
  })
  await runJobsUntilDone(fresh.db, jobs)
  expect(await said()).toEqual(['2011-01-01', '2015-01-01', '2024-01-01'])
})

test('a job that failed is owed: until it is done the old policy judges changes too, and a new worker tries it anew', async () => {
  await runJobsUntilDone(fresh.db, (await install(10)).jobs)
  const { jobs } = await install(12)
  for (let tries = 0; tries < 4; tries += 1) {
    await write(async (tx) => {
      const [ticket] = await bossWithin(tx).fetch(evaluationQueue)
      await beginJob(tx, ticket?.id ?? '')
      await giveBackJob(tx, ticket?.id ?? '', 'a bug')
    })
  }
  await expect(runJobsUntilDone(fresh.db, jobs)).rejects.toThrow('Jobs failed')
  await write((tx) => evaluatePeople(tx, people.map(ref)))
  expect(await said()).toEqual(['2011-01-01', '2015-01-01', '2024-01-01'])
  const worker = workJobs(fresh.db, () => {})
  await expect.poll(said, { timeout: 10_000 }).toEqual(['2013-01-01', '2017-01-01', '2026-01-01'])
  await worker.stop()
  expect(await write((tx) => authoritiesOwed(tx))).toEqual([])
})

test('requests for the same evaluation join the one that waits', async () => {
  const ask = () => write((tx) => enqueueEvaluation(tx, [county, county]))
  const ids = await Promise.all([ask(), ask(), ask()])
  expect(new Set(ids.flat()).size).toBe(1)
  await runJobsUntilDone(fresh.db, ids.flat())
  expect(await ask()).not.toEqual(ids[0])
})

test('installing the same document again changes nothing; a refused one writes nothing', async () => {
  const first = await install(10)
  expect(await install(10)).toEqual({ ...first, jobs: [] })
  const failing = tenurePolicy(10, '10.0.1')
  const [bound, ...others] = failing.cases
  const wrong = { ...failing, cases: [{ ...bound, expect: { ...bound?.expect, tenure: 'passes' } }, ...others] }
  expect(await installPlugin(fresh.db, { document: wrong, by: 'test' })).toMatchObject({ code: 'POLICY_REFUSED' })
  const early = await installPlugin(fresh.db, { document: tenurePolicy(12), by: 'test', effectiveFrom: '1999-12-31' })
  expect(early).toMatchObject({ code: 'POLICY_REFUSED', path: ['effectiveFrom'] })
  const elsewhere = await installPlugin(fresh.db, { document: tenurePolicy(12), at: '360400', by: 'test' })
  expect(elsewhere).toMatchObject({ code: 'POLICY_REFUSED', issues: [{ value: 'WRONG_JURISDICTION' }] })
  const [{ n } = { n: -1 }] = await write((tx) =>
    tx.execute<{ n: number }>(sql`select count(*)::int as n from plugin_document`),
  )
  expect(n).toBe(1)
})

test('a new version gives way to nothing before it takes effect: the old one judges those days', async () => {
  await runJobsUntilDone(fresh.db, (await install(10)).jobs)
  await runJobsUntilDone(fresh.db, (await install(12, '2016-01-01')).jobs)
  expect(await said()).toEqual(['2011-01-01', '2015-01-01', '2017-01-01', '2026-01-01'])
})

test('a policy reaches people whose files lie elsewhere but who once served under it', async () => {
  await runJobsUntilDone(fresh.db, (await install(10)).jobs)
  const stranger = await write(async (tx) => {
    const person = await addPerson(tx, '1980-01-15', '410000')
    const post = await addPost(tx, { unit: await addUnit(tx) })
    await addAssignment(tx, { person, post, from: '2002-01-01', to: '2020-01-01' })
    await evaluatePeople(tx, [ref(person)])
    return person
  })
  expect(await said([stranger])).toEqual(['2012-01-01'])
  await runJobsUntilDone(fresh.db, (await install(12)).jobs)
  expect(await said([stranger])).toEqual(['2014-01-01'])
})

test('a change of a post touches everyone who ever held it; one of a unit, everyone below it', async () => {
  const [post = ''] = posts
  expect(await write((tx) => touchedBy(tx, { posts: [ref(post)] }))).toEqual([ref(people[0] ?? '')])
  const touched = await write(async (tx) => {
    const [version] = await tx.select().from(postVersion).where(eq(postVersion.postId, post))
    const section = await addUnit(tx, { kind: 'internal_unit', parent: version?.unitId ?? '' })
    const below = await addPerson(tx)
    await addAssignment(tx, { person: below, post: await addPost(tx, { unit: section }), from: '2020-01-01' })
    return { ids: (await touchedBy(tx, { units: [ref(version?.unitId ?? '')] })).map(({ id }) => id), below }
  })
  expect(touched.ids.toSorted()).toEqual([...people, touched.below].toSorted())
})

test('no job runs because a day has passed: none is scheduled, and an idle worker judges nobody', async () => {
  await runJobsUntilDone(fresh.db, (await install(10)).jobs)
  const count = () =>
    write(async (tx) => {
      const [{ schedules, tickets } = {}] = await tx.execute<{ schedules: number; tickets: number }>(sql`
        select (select count(*)::int from pgboss.schedule) as schedules, (select count(*)::int from pgboss.job) as tickets`)
      return { schedules, tickets, findings: await tx.$count(finding), jobs: await tx.$count(job) }
    })
  const before = await count()
  expect(before).toMatchObject({ schedules: 0, tickets: 0 })
  const worker = workJobs(fresh.db, () => {})
  await new Promise((resolve) => setTimeout(resolve, 700))
  await worker.stop()
  expect(await count()).toEqual(before)
})
