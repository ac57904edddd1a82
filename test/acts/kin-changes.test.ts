import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decideConflict } from '../../acts/conflicts/triage.ts'
import { correctKin } from '../../acts/correct-kin.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { recordAssignment } from '../../acts/record-assignment.ts'
import { type RecordKin, recordKin } from '../../acts/record-kin.ts'
import type { Ref } from '../../db/facts.ts'
import { conflictsOfPeople } from '../../db/queries/conflicts.ts'
import { triagesOf } from '../../db/queries/triages.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { avoidancePolicy, putToWork } from '../support/avoidance.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { addPerson, addPost, addUnit, root } from '../support/small-graph.ts'

let fresh: FreshDatabase
let one: Ref
let other: Ref
beforeAll(async () => {
  fresh = await freshDatabase()
  await putToWork(fresh.db, avoidancePolicy())
})
afterAll(() => fresh.close())
beforeEach(async () => {
  const unit = await write((tx) => addUnit(tx))
  const takesPost = async () => {
    const person = await newPerson()
    const post = { root, id: await write((tx) => addPost(tx, { unit })) }
    done(await recordAssignment(fresh.db, 'test', { ...head(), person, post, from: '2010-01-01' }))
    return person
  }
  ;[one, other] = [await takesPost(), await takesPost()]
})

const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'serializable' }, work)
const newPerson = async (birth = '1975-06') => ({ root, id: await write((tx) => addPerson(tx, birth)) })
const done = <T>(answer: T | KnownProblem): T => {
  if (answer instanceof KnownProblem) throw answer
  return answer
}
let keys = 0
const head = () => {
  keys += 1
  return { idempotencyKey: `tie ${keys}`, expectedVersion: null }
}
const record = async (person: Ref, relation: string, relative: Ref, more: Partial<RecordKin> = {}) =>
  done(await recordKin(fresh.db, 'test', { ...head(), person, relation, relative, ...more })).record
const correct = async (tie: Ref, more: object) =>
  done(await correctKin(fresh.db, 'test', { ...head(), tie, ...more })).record

/** Conflicts of the two on a day, in short. */
const between = async (on = '2024-01-01') => {
  const read = (tx: Tx) => conflictsOfPeople(tx, [one], { on, knownAt: null })
  const [found = []] = await transaction(fresh.db, { mode: 'read' }, read)
  return found.map(({ kin, status, from, until }) => [kin.pattern, status, from, until])
}

describe('what follows from a tie is said when the change returns', () => {
  test('a marriage bars from the wedding on, its correction from the right day, and a divorce ends it', async () => {
    const tie = await record(one, 'spouse', other, { from: '2018-05-20' })
    expect(await between()).toEqual([['K1', 'ACTIVE', '2018-05-20', null]])
    const corrected = await correct(tie, { from: '2019-05-20' })
    expect(await between()).toEqual([['K1', 'ACTIVE', '2019-05-20', null]])
    await correct(corrected, { to: '2022-01-01', endedBy: 'divorce' })
    expect([await between('2021-01-01'), await between('2023-01-01')]).toEqual([
      [['K1', 'ACTIVE', '2019-05-20', '2022-01-01']],
      [],
    ])
  })

  test('two whom a father makes brothers are barred though neither is in the change', async () => {
    const father = await newPerson('1950')
    await record(one, '父亲', father)
    const son = await record(father, '儿子', other)
    expect((await between()).map(([pattern, status]) => [pattern, status])).toEqual([['K3', 'ACTIVE']])
    await correct(son, { withdrawn: true })
    expect(await between()).toEqual([])
  })

  test('a decision stands when only the source of the tie is corrected, or its end, and not when its first day is', async () => {
    const said = async () => {
      const read = async (tx: Tx) => {
        const [found = []] = await conflictsOfPeople(tx, [one], { on: '2019-01-01', knownAt: null })
        return { found, reopened: (await triagesOf(tx, found, null)).map((triage) => triage?.reopened) }
      }
      return transaction(fresh.db, { mode: 'read' }, read)
    }
    const tie = await record(one, 'spouse', other, { from: '2018-05-20' })
    const { found } = await said()
    const conflict = { root, id: found[0]?.id ?? '' }
    done(await decideConflict(fresh.db, 'test', { ...head(), conflict, decision: 'MOVE', reason: '已核查' }))
    const sourced = await correct(tie, { source: '结婚登记证' })
    expect((await said()).reopened).toEqual([false])
    const ended = await correct(sourced, { to: '2022-01-01', endedBy: 'divorce' })
    expect((await said()).reopened).toEqual([false])
    await correct(ended, { from: '2018-06-20' })
    expect((await said()).reopened).toEqual([true])
  })

  test('hearsay leaves it undetermined until it is verified', async () => {
    const tie = await record(one, '表弟', other, { verified: false })
    expect((await between()).map(([, status]) => status)).toEqual(['UNDETERMINED'])
    await correct(tie, { verified: true })
    expect((await between()).map(([, status]) => status)).toEqual(['ACTIVE'])
  })
})
