import { afterEach, beforeEach, expect, test } from 'vitest'
import { evaluatePeople } from '../../acts/evaluate/evaluate-people.ts'
import { besidesThose } from '../../acts/evaluate/touched.ts'
import { enqueueOwed, enqueueReached, enqueueSweeps } from '../../acts/jobs/enqueue.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { bossWithin, conflictQueue } from '../../db/boss.ts'
import type { Ref } from '../../db/facts.ts'
import { sweepKind } from '../../db/queries/conflict-jobs.ts'
import { conflictsOfPeople } from '../../db/queries/conflicts.ts'
import { giveBackJob, jobsAmong } from '../../db/queries/evaluation-jobs.ts'
import { keepDocument, recordInstallation } from '../../db/queries/evaluation-policy.ts'
import { job } from '../../db/tables/job.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { digestOf } from '../../policy/index.ts'
import { avoidancePolicy, putToWork, sameUnitBar } from '../support/avoidance.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { addTie } from '../support/kin-rows.ts'
import { addAssignment, addPerson, addPost, addUnit, root } from '../support/small-graph.ts'
import { withdrawing } from '../support/withdrawing.ts'

let fresh: FreshDatabase
let couple: readonly [Ref, Ref]
let unit: string
beforeEach(async () => {
  fresh = await freshDatabase()
  couple = await write(async (tx) => {
    unit = await addUnit(tx)
    return [await newcomer(tx), await newcomer(tx)]
  })
})
afterEach(() => fresh.close())

const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'write' }, work)
const newcomer = async (tx: Tx): Promise<Ref> => {
  const person = await addPerson(tx)
  await addAssignment(tx, { person, post: await addPost(tx, { unit }), from: '2010-01-01' })
  return { root, id: person }
}
const marry = (tx: Tx) => addTie(tx, couple[0], 'spouse', couple[1], { from: '2012-05-20' })
const now = { on: '2024-01-01', knownAt: null }
const said = async (at = now) => (await write((tx) => conflictsOfPeople(tx, [couple[0]], at)))[0] ?? []
const rulesSaid = async () => (await said()).map(({ rule }) => rule)

/** Installed, and what must follow from it asked for; nobody has done it yet. */
const install = (rule: string) =>
  write(async (tx) => {
    const document = { ...avoidancePolicy([sameUnitBar({ id: rule })]), id: rule }
    const digest = digestOf(document)
    await keepDocument(tx, digest, document)
    await recordInstallation(tx, {
      ...{ jurisdiction: '411100', pluginId: document.id, digest, sequence: 1, effectiveFrom: '2000-01-01' },
      ...{ installedBy: 'test', reason: null },
    })
    return enqueueReached(tx, '411100')
  })

test('while a root waits to be swept changes follow the policy of the last sweep, and afterwards everyone the new one', async () => {
  await write((tx) => evaluatePeople(tx, couple))
  await runJobsUntilDone(fresh.db, await install('old'))
  const jobs = await install('new')
  await write(async (tx) => {
    await marry(tx)
    await evaluatePeople(tx, couple)
  })
  expect(await rulesSaid()).toEqual(['old/old'])
  await runJobsUntilDone(fresh.db, jobs)
  expect((await rulesSaid()).toSorted()).toEqual(['new/new', 'old/old'])
})

test('a withdrawn policy goes on barring the days before, and none from then on', async () => {
  await write(async (tx) => {
    await marry(tx)
    await evaluatePeople(tx, couple)
  })
  await putToWork(fresh.db, avoidancePolicy())
  expect(await rulesSaid()).toEqual(['example/same-unit'])
  const answer = await withdrawing(fresh.db, 'example', '411100', '2023-01-01')
  if (answer instanceof Error) throw answer
  await runJobsUntilDone(fresh.db, answer.jobs)
  expect(await said()).toEqual([])
  expect((await said({ ...now, on: '2022-12-31' })).map(({ until }) => until)).toEqual(['2023-01-01'])
})

test('however many ask for a root, it is swept once; where no rule speaks of two, not at all', async () => {
  const ask = () => write((tx) => enqueueSweeps(tx, [{ root }, { root }]))
  expect(await ask()).toEqual([])
  await write((tx) => evaluatePeople(tx, couple))
  const asked = await install('one')
  const jobs = await write((tx) => tx.select().from(job))
  const sweeps = jobs.filter(({ kind, id }) => kind === sweepKind && asked.includes(id)).map(({ id }) => id)
  expect(sweeps).toHaveLength(1)
  expect(await ask()).toEqual(sweeps)
})

test('a sweep that failed is owed, and asked for again', async () => {
  await write(async (tx) => {
    await marry(tx)
    await evaluatePeople(tx, couple)
  })
  await install('one')
  const sweeps = await write((tx) => enqueueSweeps(tx, [{ root }]))
  const [failing = ''] = sweeps
  for (let tries = 0; tries < 4; tries += 1) {
    await write(async (tx) => {
      await bossWithin(tx).fetch(conflictQueue)
      await giveBackJob(tx, failing, 'test', conflictQueue)
    })
  }
  expect((await write((tx) => jobsAmong(tx, sweeps))).map(({ state }) => state)).toEqual(['failed'])
  await runJobsUntilDone(fresh.db, await write(enqueueOwed))
  expect(await rulesSaid()).toEqual(['one/one'])
})

test('more people than can wait are left to a sweep', async () => {
  await putToWork(fresh.db, avoidancePolicy())
  const jobs = await write(async (tx) => {
    const crowd: Ref[] = []
    for (let i = 0; i < 500; i += 1) crowd.push({ root, id: await addPerson(tx) })
    await marry(tx)
    return (await evaluatePeople(tx, [...crowd, ...couple])).jobs
  })
  expect(await said()).toEqual([])
  await runJobsUntilDone(fresh.db, jobs)
  expect(await rulesSaid()).toEqual(['example/same-unit'])
})

test('a change of a post concerns the pairs of everyone it may lead: in its unit and below', async () => {
  const found = await write(async (tx) => {
    const below = await addUnit(tx, { parent: unit, kind: 'internal_unit' })
    const clerk = await addPerson(tx)
    await addAssignment(tx, { person: clerk, post: await addPost(tx, { unit: below }), from: '2015-01-01' })
    const head = await addPost(tx, { unit, seats: ['chief'] })
    await addAssignment(tx, {
      person: await addPerson(tx),
      post: await addPost(tx, { unit: await addUnit(tx) }),
      from: '2015-01-01',
    })
    return { clerk, people: await besidesThose(tx, { posts: [{ root, id: head }] }) }
  })
  expect(found.people.map(({ id }) => id).toSorted()).toEqual([found.clerk, couple[0].id, couple[1].id].toSorted())
})
