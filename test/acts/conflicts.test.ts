import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decideConflict } from '../../acts/conflicts/triage.ts'
import { correctAssignment } from '../../acts/correct-assignment.ts'
import { endAssignment } from '../../acts/end-assignment.ts'
import { evaluatePeople } from '../../acts/evaluate/evaluate-people.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { recordAssignment } from '../../acts/record-assignment.ts'
import type { Ref } from '../../db/facts.ts'
import type { ConflictDay } from '../../db/queries/conflict-day.ts'
import { conflictsById, conflictsIn, conflictsOfPeople, conflictsOfUnits } from '../../db/queries/conflicts.ts'
import { triageHistory, triagesOf } from '../../db/queries/triages.ts'
import { conflict } from '../../db/tables/conflict.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { avoidancePolicy, putToWork, sameUnitBar } from '../support/avoidance.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { addTie, dropTies } from '../support/kin-rows.ts'
import { addAssignment, addPerson, addPost, addUnit, county, root } from '../support/small-graph.ts'

let fresh: FreshDatabase
let unit: string
beforeAll(async () => {
  fresh = await freshDatabase()
  await putToWork(fresh.db, avoidancePolicy())
})
afterAll(() => fresh.close())
beforeEach(async () => {
  unit = await write((tx) => addUnit(tx))
})

const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'serializable' }, work)
const read = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'read' }, work)
const ref = (id: string): Ref => ({ root, id })
const done = <T>(answer: T | KnownProblem): T => {
  if (answer instanceof KnownProblem) throw answer
  return answer
}
let keys = 0
const head = () => {
  keys += 1
  return { idempotencyKey: `key ${keys}`, expectedVersion: null }
}

const newPerson = async (authority = county) => ref(await write((tx) => addPerson(tx, '1975-06-15', authority)))
const newPost = async (of = unit) => ref(await write((tx) => addPost(tx, { unit: of })))
const takes = async (person: Ref, post: Ref, from: string) =>
  done(await recordAssignment(fresh.db, 'a', { ...head(), person, post, from })).record
/** Two people in two posts of the unit, the second of them later. */
const colleagues = async (authority = county) => {
  const [one, other] = [await newPerson(), await newPerson(authority)]
  const held = await takes(one, await newPost(), '2010-01-01')
  const second = await takes(other, await newPost(), '2015-03-01')
  return { one, other, held, second }
}
const tied = (person: Ref, relation: string, relative: Ref, more: Parameters<typeof addTie>[4] = {}) =>
  write(async (tx) => {
    await addTie(tx, person, relation, relative, more)
    return evaluatePeople(tx, [person, relative])
  })

const now = { on: '2024-01-01', knownAt: null }
const of = async (person: Ref, at = now) => (await read((tx) => conflictsOfPeople(tx, [person], at)))[0] ?? []
const short = (found: readonly ConflictDay[]) =>
  found.map(({ kin, status, from, until }) => [kin.pattern, status, from, until])

describe('a conflict begins and ends with what it rests on', () => {
  test('a marriage recorded makes one from the wedding on, if both sit in the unit already', async () => {
    const { one, other } = await colleagues()
    expect(await of(one)).toEqual([])
    const { pairs } = await tied(one, 'spouse', other, { from: '2018-05-20' })
    expect([pairs.began.length, pairs.ended.length]).toEqual([1, 0])
    expect(short(await of(one))).toEqual([['K1', 'ACTIVE', '2018-05-20', null]])
    expect(await of(other)).toEqual(await of(one))
  })

  test('whoever takes a post beside a brother is told at once, through parents who are no staff', async () => {
    const [one, other, father] = [await newPerson(), await newPerson(), await newPerson()]
    await tied(one, 'parent', father)
    await tied(other, 'parent', father)
    await takes(one, await newPost(), '2010-01-01')
    await takes(other, await newPost(), '2015-03-01')
    const [found] = await of(other)
    expect(short(found === undefined ? [] : [found])).toEqual([['K3', 'ACTIVE', '2015-03-01', null]])
    expect(found?.kin.path.map(({ tie, to }) => [tie, to])).toEqual([
      ['PARENT', father.id],
      ['CHILD', found?.sides[1].person.id],
    ])
  })

  test('a divorce ends it on that day, and what was said before stays in the record', async () => {
    const { one, other } = await colleagues()
    await tied(one, 'spouse', other, { from: '2018-05-20' })
    const [before] = await of(one)
    await write(async (tx) => {
      await dropTies(tx, one, other)
      await addTie(tx, one, 'spouse', other, { from: '2018-05-20', to: '2023-02-01', endedBy: 'divorce' })
      await evaluatePeople(tx, [one, other])
    })
    expect(await of(one)).toEqual([])
    expect(short(await of(one, { ...now, on: '2022-01-01' }))).toEqual([['K1', 'ACTIVE', '2018-05-20', '2023-02-01']])
    const rows = await read((tx) => tx.select().from(conflict))
    expect(rows.filter(({ id }) => id === before?.id)).toHaveLength(2)
  })

  test('a move to another unit ends it on that day', async () => {
    const { one, other, second } = await colleagues()
    await tied(one, 'spouse', other, { from: '2012-05-20' })
    done(await endAssignment(fresh.db, 'a', { ...head(), assignment: second, to: '2023-07-01' }))
    await takes(other, await newPost(await write((tx) => addUnit(tx))), '2023-07-01')
    expect(await of(one)).toEqual([])
    expect(short(await of(one, { ...now, on: '2023-06-30' }))).toEqual([['K1', 'ACTIVE', '2015-03-01', '2023-07-01']])
  })

  test('a tie nobody has verified leaves it undetermined', async () => {
    const { one, other } = await colleagues()
    await tied(one, 'spouse', other, { from: '2012-05-20', verified: false })
    expect(short(await of(one))).toEqual([['K1', 'UNDETERMINED', '2015-03-01', null]])
  })

  test('two who become kin through a third are found though nothing was written of either', async () => {
    const { one, other } = await colleagues()
    const [father, sister] = [await newPerson(), await newPerson()]
    await tied(one, 'parent', father)
    await tied(sister, 'spouse', other, { from: '2016-01-01' })
    expect(await of(one)).toEqual([])
    await tied(sister, 'parent', father)
    expect(short(await of(one))).toEqual([['K4B', 'ACTIVE', '2016-01-01', null]])
    await write(async (tx) => {
      await dropTies(tx, sister, father)
      await evaluatePeople(tx, [sister, father])
    })
    expect(await of(one)).toEqual([])
  })

  test('what a change does not alter stays the same row', async () => {
    const { one, other } = await colleagues()
    await tied(one, 'spouse', other, { from: '2018-05-20' })
    const before = await of(one)
    const { pairs } = await write((tx) => evaluatePeople(tx, [one, other]))
    expect(pairs).toEqual({ began: [], ended: [] })
    expect(await of(one)).toEqual(before)
  })
})

describe('reading', () => {
  test('a pair of two authorities is on the list of each, and of whoever stands above', async () => {
    const { one, other } = await colleagues('411122')
    await tied(one, 'spouse', other, { from: '2018-05-20' })
    const [found] = await of(one)
    const listed = async (
      authority: string,
      scope: 'OWN' | 'SUBTREE',
      after: Parameters<typeof conflictsIn>[3]['after'] = null,
    ) => (await read((tx) => conflictsIn(tx, { authority, scope }, now, { limit: 50, after }))).map(({ id }) => id)
    expect(await listed('411122', 'OWN')).toEqual([found?.id])
    expect(await listed(county, 'OWN')).toContain(found?.id)
    expect(await listed('411100', 'OWN')).toEqual([])
    expect(await listed('410000', 'SUBTREE')).toContain(found?.id)
    const after = { rank: found?.effectRank ?? 0, since: found?.since ?? '', id: found?.id ?? '' }
    expect(await listed('411122', 'OWN', after)).toEqual([])
  })

  test('it is found by unit and by id, and not by a team nobody is in', async () => {
    const { one, other } = await colleagues()
    await tied(one, 'spouse', other, { from: '2018-05-20' })
    const [found] = await of(one)
    expect(await read((tx) => conflictsOfUnits(tx, [ref(unit)], now))).toEqual([[found]])
    expect(await read((tx) => conflictsById(tx, [ref(found?.id ?? '')], now))).toEqual([found])
    expect(await of(one, { ...now, on: '2018-05-19' })).toEqual([])
  })

  test('of a moment it is said what was said then', async () => {
    const { one, other } = await colleagues()
    const [before] = await read((tx) => tx.execute<{ at: string }>('select clock_timestamp()::text as at'))
    await tied(one, 'spouse', other, { from: '2018-05-20' })
    expect(await of(one, { ...now, knownAt: before?.at ?? null } as never)).toEqual([])
    expect(await of(one)).toHaveLength(1)
  })
})

describe('a decision on a conflict', () => {
  const decided = async () => {
    const pair = await colleagues()
    await tied(pair.one, 'spouse', pair.other, { from: '2012-05-20' })
    const [found] = await of(pair.one)
    if (found === undefined) throw new Error('No conflict was said.')
    const decide = (decision: 'NO_ISSUE' | 'MOVE', more = {}) =>
      decideConflict(fresh.db, '李主任', {
        ...{ ...head(), ...more, conflict: ref(found.id), decision, reason: '已核查', dueBy: '2024-06-30' },
      })
    const standing = async () => {
      const said = await of(pair.one)
      return (await read((tx) => triagesOf(tx, said, null)))[0] ?? null
    }
    return { ...pair, found, decide, standing }
  }

  test('stands beside it with who decided and why, and does not lift the bar', async () => {
    const { one, decide, standing } = await decided()
    expect(done(await decide('NO_ISSUE'))).toMatchObject({ version: 1 })
    expect(await standing()).toMatchObject({
      ...{ decision: 'NO_ISSUE', decidedBy: '李主任', reason: '已核查', dueBy: '2024-06-30', reopened: false },
    })
    expect(await of(one)).toHaveLength(1)
  })

  test('opens again when a correction changes the facts it was made on, and is kept', async () => {
    const { second, decide, standing, found } = await decided()
    done(await decide('NO_ISSUE'))
    done(await correctAssignment(fresh.db, 'a', { ...head(), assignment: second, from: '2016-03-01' }))
    expect(await standing()).toMatchObject({ decision: 'NO_ISSUE', reopened: true })
    done(await decide('MOVE', { expectedVersion: 1 }))
    expect(await standing()).toMatchObject({ decision: 'MOVE', version: 2, reopened: false })
    const [history] = await read((tx) => triageHistory(tx, [ref(found.id)], null))
    expect(history?.map(({ decision, recordedTo }) => [decision, recordedTo === null])).toEqual([
      ['MOVE', true],
      ['NO_ISSUE', false],
    ])
  })

  test('does not open again because the move it asked for was made', async () => {
    const { one, second, decide } = await decided()
    done(await decide('MOVE'))
    done(await endAssignment(fresh.db, 'a', { ...head(), assignment: second, to: '2024-05-01' }))
    const said = await of(one)
    expect((await read((tx) => triagesOf(tx, said, null)))[0]).toMatchObject({ decision: 'MOVE', reopened: false })
  })

  test('is refused when someone decided meanwhile, without a reason, or on what is not said', async () => {
    const { decide, found } = await decided()
    done(await decide('NO_ISSUE'))
    expect(await decide('MOVE', { expectedVersion: 0 })).toMatchObject({ code: 'VERSION_CHANGED' })
    const input = { ...head(), conflict: ref(found.id), decision: 'MOVE', reason: ' ' } as const
    expect(await decideConflict(fresh.db, 'a', input)).toMatchObject({ code: 'VALIDATION' })
    const unknown = { ...head(), conflict: ref(unit), decision: 'MOVE', reason: '已核查' } as const
    expect(await decideConflict(fresh.db, 'a', unknown)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('sent twice with one key is made once', async () => {
    const { found } = await decided()
    const input = { ...head(), conflict: ref(found.id), decision: 'PLEDGE', reason: '已承诺' } as const
    const first = done(await decideConflict(fresh.db, 'a', input))
    expect(await decideConflict(fresh.db, 'a', input)).toEqual(first)
  })
})

describe('at the same moment', () => {
  test('two relatives who take two posts of one unit are both found', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await newPerson(), await newPerson()]
      await tied(one, 'spouse', other, { from: '2001-01-01' })
      const posts = [await newPost(), await newPost()] as const
      await Promise.all([takes(one, posts[0], '2020-01-01'), takes(other, posts[1], '2021-01-01')])
      expect(short(await of(one))).toEqual([['K1', 'ACTIVE', '2021-01-01', null]])
    }
  })
})

describe('a policy', () => {
  test('installed later says of everyone what it would have said all along', async () => {
    const late = await freshDatabase()
    const [one, other] = await transaction(late.db, { mode: 'write' }, async (tx) => {
      const there = await addUnit(tx)
      const people = [ref(await addPerson(tx)), ref(await addPerson(tx, '1975-06', '411122'))] as const
      for (const [i, person] of people.entries()) {
        const post = await addPost(tx, { unit: there })
        await addAssignment(tx, { person: person.id, post, from: `201${i}-01-01` })
      }
      await addTie(tx, people[0], 'spouse', people[1], { from: '2005-01-01' })
      await evaluatePeople(tx, people)
      return people
    })
    await putToWork(late.db, avoidancePolicy([sameUnitBar({ effect: 'WARN' })]))
    const found = await transaction(late.db, { mode: 'read' }, (tx) => conflictsOfPeople(tx, [one, other], now))
    expect(found.map(short)).toEqual([[['K1', 'ACTIVE', '2011-01-01', null]], [['K1', 'ACTIVE', '2011-01-01', null]]])
    await late.close()
  })
})
