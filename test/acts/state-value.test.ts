import { afterAll, beforeAll, expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { type RecordState, recordState } from '../../acts/record-state.ts'
import { appraisalWords, sanctionWords } from '../../acts/roster/reading/words.ts'
import { statesOf } from '../../db/queries/person-states.ts'
import { transaction } from '../../db/transaction.ts'
import type { StateKind } from '../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { addPerson, root } from '../support/small-graph.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

let fresh: FreshDatabase
let keys = 0
beforeAll(async () => {
  fresh = await freshDatabase()
  const installed = await installPlugin(fresh.db, { document: tenurePolicy(10), by: 'test' })
  if (installed instanceof KnownProblem) throw installed
})
afterAll(() => fresh.close())

const write = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(fresh.db, { mode: 'write' }, work)
const newPerson = () => write(async (tx) => ({ root, id: await addPerson(tx) }))
const record = (state: Pick<RecordState, 'person' | 'kind' | 'from' | 'value'>) =>
  recordState(fresh.db, 'a', { idempotencyKey: `state-${keys++}`, expectedVersion: null, ...state })
const refused = (answer: unknown): KnownProblem => {
  if (answer instanceof KnownProblem) return answer
  throw new Error('It was not refused.')
}

test.each([
  ['sanction', '批评', '`撤销党内职务`'],
  ['approval', 'EX-TT', '`EX-T`'],
  ['approval', '', 'deferral'],
] as const)('a state of kind %s may not say `%s`', async (kind: StateKind, value, remedy) => {
  const person = await newPerson()
  const problem = refused(await record({ person, kind, from: '2024', value }))
  expect([problem.code, problem.path]).toEqual(['VALIDATION', ['input', 'value']])
  expect(problem.remedy.zh).toContain(remedy)
  expect(await write((tx) => statesOf(tx, [person], null))).toEqual([[]])
})

test.each([
  ['sanction', '记大过', '记大过'],
  ['sanction', '严重警告', '党内严重警告'],
  ['approval', 'deferral', 'deferral'],
  ['approval', 'EX-T', 'EX-T'],
  ['approval', 'tenure', 'tenure'],
] as const)('a %s of `%s` is on file as `%s`', async (kind: StateKind, value, stored) => {
  const person = await newPerson()
  expect(await record({ person, kind, from: '2024', value })).not.toBeInstanceOf(KnownProblem)
  const [states] = await write((tx) => statesOf(tx, [person], null))
  expect(states?.map((state) => state.value)).toEqual([stored])
})

test('a list of the words that may be used names each of them once', () => {
  for (const { spellings } of [appraisalWords, sanctionWords]) expect(new Set(spellings).size).toBe(spellings.length)
})
