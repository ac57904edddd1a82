import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctAssignment } from '../../acts/correct-assignment.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { recordAssignment } from '../../acts/record-assignment.ts'
import { recordState } from '../../acts/record-state.ts'
import { person } from '../../db/tables/person.ts'
import { transaction } from '../../db/transaction.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { addPerson, addPost, addUnit, root } from '../support/small-graph.ts'

let fresh: FreshDatabase
let unit: string
let keys = 0
beforeAll(async () => {
  fresh = await freshDatabase()
  unit = await write((tx) => addUnit(tx))
})
afterAll(() => fresh.close())

const write = <T>(work: Parameters<typeof transaction<T>>[2]) => transaction(fresh.db, { mode: 'write' }, work)
const newPost = () => write(async (tx) => ({ root, id: await addPost(tx, { unit }) }))
const newPerson = () => write(async (tx) => ({ root, id: await addPerson(tx, '1960') }))
const head = () => ({ idempotencyKey: `nothing-new-${keys++}`, expectedVersion: null })
const versionOf = async (id: string) =>
  (await write((tx) => tx.select().from(person).where(eq(person.id, id))))[0]?.version
const done = <T>(answer: T | KnownProblem): T => {
  if (answer instanceof KnownProblem) throw answer
  return answer
}
const codeOf = (answer: unknown) => (answer instanceof KnownProblem ? answer.code : 'done')

test('a correction that changes nothing is refused, and the file keeps its version', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  const { record } = done(await recordAssignment(fresh.db, 'a', { ...head(), person: who, post, from: '2001-03' }))
  const same = await correctAssignment(fresh.db, 'a', { ...head(), assignment: record, from: '2001-03', to: null })
  expect([codeOf(same), await versionOf(who.id)]).toEqual(['VALIDATION', 2])
  const other = await correctAssignment(fresh.db, 'a', { ...head(), assignment: record, from: '2001-03-01' })
  expect([codeOf(other), await versionOf(who.id)]).toEqual(['done', 3])
})

test('a state that is on file already is refused, as new and as its own correction', async () => {
  const who = await newPerson()
  const state = { person: who, kind: 'potential', from: '2024-01' } as const
  const { record } = done(await recordState(fresh.db, 'a', { ...head(), ...state }))
  expect(codeOf(await recordState(fresh.db, 'a', { ...head(), ...state }))).toBe('VALIDATION')
  expect(codeOf(await recordState(fresh.db, 'a', { ...head(), ...state, replaces: record }))).toBe('VALIDATION')
  expect(await versionOf(who.id)).toBe(2)
  expect(codeOf(await recordState(fresh.db, 'a', { ...head(), ...state, from: '2025-01' }))).toBe('done')
})

test('whoever is still in a post does not take it once more since nobody knows when', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  done(await recordAssignment(fresh.db, 'a', { ...head(), person: who, post, from: '?' }))
  for (const from of ['?', '2001-03']) {
    const again = await recordAssignment(fresh.db, 'a', { ...head(), person: who, post, from })
    expect(codeOf(again)).toBe('ASSIGNMENTS_OVERLAP')
  }
  expect(await versionOf(who.id)).toBe(2)
  const before = await recordAssignment(fresh.db, 'a', { ...head(), person: who, post, from: '1990', to: '1995' })
  expect(codeOf(before)).toBe('done')
})
