import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctAssignment } from '../../acts/correct-assignment.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { type RecordAssignment, recordAssignment } from '../../acts/record-assignment.ts'
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
const newPerson = (name: string) =>
  write(async (tx) => {
    const id = await addPerson(tx, '1960')
    await tx.update(person).set({ name, code: null }).where(eq(person.id, id))
    return { root, id }
  })
const head = () => ({ idempotencyKey: `post-held-${keys++}`, expectedVersion: null })
const record = (held: Omit<RecordAssignment, keyof ReturnType<typeof head>>) =>
  recordAssignment(fresh.db, 'a', { ...head(), ...held })
const refused = (answer: unknown): KnownProblem => {
  if (answer instanceof KnownProblem) return answer
  throw new Error('It was not refused.')
}

test('whoever finds a post held is told who holds it on those days, as the file says it, and not who left it years ago', async () => {
  const [post, early, holder, late] = [
    await newPost(),
    await newPerson('前任'),
    await newPerson('现任'),
    await newPerson('后任'),
  ]
  await record({ person: early, post, from: '1995', to: '2001-03' })
  await record({ person: holder, post, from: '2001-03' })
  const problem = refused(await record({ person: late, post, from: '2010-01-01' }))
  expect(problem.code).toBe('POST_HELD')
  expect(problem.says.zh).toContain('现任（2001-03起）')
  expect(problem.says.en).toContain('现任 (from 2001-03 on)')
  expect(problem.says.zh).not.toContain('前任')
})

test('whoever is in the post already is told so, when service in it is recorded or corrected into it', async () => {
  const [post, other, who] = [await newPost(), await newPost(), await newPerson('本人')]
  await record({ person: who, post, from: '2001-03' })
  expect(refused(await record({ person: who, post, from: '2010-01-01' })).code).toBe('ASSIGNMENTS_OVERLAP')
  const elsewhere = await record({ person: who, post: other, from: '2010-01-01' })
  if (elsewhere instanceof KnownProblem) throw elsewhere
  const corrected = await correctAssignment(fresh.db, 'a', { ...head(), assignment: elsewhere.record, post })
  expect(refused(corrected).code).toBe('ASSIGNMENTS_OVERLAP')
})
