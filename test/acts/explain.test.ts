import { afterAll, beforeAll, expect, test } from 'vitest'
import { explainPerson } from '../../acts/explain.ts'
import { installPlugin } from '../../acts/install-plugin.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { recordAssignment } from '../../acts/record-assignment.ts'
import { storedFindings } from '../../db/queries/finding-store.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { day } from '../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { momentNow } from '../support/record.ts'
import { addPerson, addPost, addUnit, root } from '../support/small-graph.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

let fresh: FreshDatabase
let who: { root: number; id: string }
let before: string

const read = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'read' }, work)
const explained = async (on: string, knownAt: string | null = null) => {
  const answer = await read((tx) => explainPerson(tx, who, { on: day(on), knownAt, language: 'zh' }))
  if (answer === null) throw new Error('Nobody of that id.')
  return answer
}

beforeAll(async () => {
  fresh = await freshDatabase()
  const installed = await installPlugin(fresh.db, { document: tenurePolicy(10), by: 'test' })
  if (installed instanceof KnownProblem) throw installed
  const post = await transaction(fresh.db, { mode: 'write' }, async (tx) => {
    who = { root, id: await addPerson(tx, '1980-01-15') }
    return { root, id: await addPost(tx, { unit: await addUnit(tx) }) }
  })
  before = await read(momentNow)
  const input = { idempotencyKey: 'k', expectedVersion: null, person: who, post, from: '2012-03-01' }
  const recorded = await recordAssignment(fresh.db, 'a', input)
  if (recorded instanceof KnownProblem) throw recorded
})
afterAll(() => fresh.close())

test('a duty is explained by the rule, the post by its name, and the sum; it is the finding on record', async () => {
  const { findings, stays } = await explained('2026-11-22')
  expect(findings).toHaveLength(1)
  const [found] = findings
  expect(found?.explanation.text).toContain('财政局科长')
  expect(found?.explanation.text).toContain('满10年之日为2022-03-01')
  const [stored] = await read((tx) => storedFindings(tx, root, [who.id], 'current'))
  expect(found?.finding.id).toBe(stored?.finding.id)
  expect(stays).toHaveLength(1)
})

test('what is not due yet is told with the day it would be', async () => {
  const { findings, notYet } = await explained('2020-01-01')
  expect(findings).toEqual([])
  expect(notYet.find(({ catalogueId }) => catalogueId === 'EX-T')?.firstDay).toBe(day('2022-03-01'))
})

test('as known before the assignment was recorded, nothing is due and nothing ever would be', async () => {
  const { findings, notYet } = await explained('2026-11-22', before)
  expect(findings).toEqual([])
  expect(notYet.find(({ catalogueId }) => catalogueId === 'EX-T')?.firstDay ?? null).toBeNull()
})

test('while a new policy is on its way, reasons are those of the policy that answers', async () => {
  const switched = await installPlugin(fresh.db, { document: tenurePolicy(15), by: 'test' })
  if (switched instanceof KnownProblem) throw switched
  expect((await explained('2024-01-01')).findings).toHaveLength(1)
  await runJobsUntilDone(fresh.db, switched.jobs)
  expect((await explained('2024-01-01')).findings).toEqual([])
})
