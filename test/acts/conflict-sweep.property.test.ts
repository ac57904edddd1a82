import { isNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweep } from '../../acts/conflicts/sweep.ts'
import { evaluatePeople } from '../../acts/evaluate/evaluate-people.ts'
import { DatabaseError } from '../../db/errors.ts'
import { gatherKin } from '../../db/facts/kin.ts'
import type { Ref } from '../../db/facts.ts'
import { recut } from '../../db/facts.ts'
import { conflict, conflictSpan } from '../../db/tables/conflict.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { type KinEdge, type KinGraph, kinOf, type PostsStand } from '../../policy/index.ts'
import { avoidancePolicy, putToWork, sameUnitBar } from '../support/avoidance.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { generateCounty, numbersFrom, seatSomeone, tieAnyTwo } from '../support/generated-county.ts'

const everyKin = {
  kin: { classes: ['SPOUSE', 'DIRECT_BLOOD', 'COLLATERAL_WITHIN_THREE', 'NEAR_AFFINITY', 'STEP', 'AFTER_DEATH'] },
} as const
const bar = (id: string, posts: PostsStand) =>
  sameUnitBar({ id, catalogueId: id, when: { all: [everyKin, { posts }] }, effect: 'WARN' })

/** One policy whose rules bound the places of two posts, and one of which a rule does not. */
const near = [
  sameUnitBar(),
  bar('leader', { relation: 'sameLeader' }),
  bar('superior', { relation: 'directSuperior', organClosure: 'withSubordinates' }),
  bar('regulator', { relation: 'regulates' }),
  bar('team', { relation: 'sameTeam', scope: 'any' }),
  bar('levels', { relation: 'adjacentLevel' }),
]
const anywhere = [...near, bar('seats', { relation: 'seats', scope: 'any', seats: ['chief', 'deputy'] })]

let fresh: FreshDatabase
const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'write', pace: 'job' }, work)

/** Everything said now, by row. */
const said = () =>
  write(async (tx) => ({
    conflicts: await tx.select().from(conflict).where(isNull(conflict.recordedTo)).orderBy(conflict.rowId),
    spans: await tx
      .select()
      .from(conflictSpan)
      .where(isNull(conflictSpan.recordedTo))
      .orderBy(conflictSpan.conflictRowId, conflictSpan.fromOn),
  }))

const sweepAll = async () => {
  for (const root of [410000, 420000]) await sweep(fresh.db, root)
}

beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

/** In the order of every tie ever stored, from memory. */
const wholeGraph = async (tx: Tx, people: readonly Ref[]): Promise<KinGraph> => {
  const graphs = await gatherKin(tx, people)
  const edges = new Map<string, readonly KinEdge[]>()
  for (const { id } of graphs.people.values()) edges.set(id, graphs.edges(id))
  return { relative: graphs.relative, edges: (id) => edges.get(id) ?? [] }
}

test.each([
  { seed: 1, rules: near },
  { seed: 2, rules: anywhere },
  { seed: 3, rules: near },
])('a sweep says exactly what the pairs say that are assessed one by one (seed $seed)', async ({ seed, rules }) => {
  await fresh.close()
  fresh = await freshDatabase()
  const { people, posts } = await write((tx) => generateCounty(tx, seed))
  await write((tx) => recut(tx, people))
  await putToWork(fresh.db, avoidancePolicy(rules), '100000')
  await sweepAll()
  const swept = await said()
  expect(swept.conflicts.length).toBeGreaterThan(10)
  for (const one of people) {
    const { pairs } = await write((tx) => evaluatePeople(tx, [one]))
    expect(pairs).toEqual({ began: [], ended: [] })
  }
  const n = numbersFrom(seed + 100)
  for (let round = 0; round < 30; round += 1) {
    await write(async (tx) => {
      const touched = new Set<Ref>()
      if (n.oneIn(2)) {
        const someone = n.pick(people)
        await seatSomeone(tx, n, someone, posts)
        touched.add(someone)
      } else for (const ref of await tieAnyTwo(tx, n, people)) touched.add(ref)
      if (n.oneIn(4)) {
        const someone = n.pick(people)
        const ended = sql`greatest(now(), recorded_from)`
        await tx.execute(sql`update kin_edge set recorded_to = ${ended} where recorded_to is null and
          (person_id = ${someone.id} or relative_id = ${someone.id})`)
        const rows = await tx.execute<{ root: number; id: string }>(sql`
          select distinct relative_root as root, relative_id as id from kin_edge
          where person_id = ${someone.id} and recorded_to >= now()`)
        for (const { root, id } of rows) touched.add({ root, id })
        touched.add(someone)
      }
      await evaluatePeople(tx, [...new Map([...touched].map((ref) => [ref.id, ref])).values()])
    })
  }
  const changed = await said()
  expect(changed).not.toEqual(swept)
  await sweepAll()
  expect(await said()).toEqual(changed)
})

/** Whoever is told that others were quicker asks again. */
const insisting = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await work()
  } catch (error) {
    const quicker = error instanceof DatabaseError && ['serialization', 'deadlock'].includes(error.refusal)
    if (!quicker) throw error
    return insisting(work)
  }
}

test('changes racing with sweeps leave nothing stale', async () => {
  await fresh.close()
  fresh = await freshDatabase()
  const { people, posts } = await write((tx) => generateCounty(tx, 4))
  await write((tx) => recut(tx, people))
  await putToWork(fresh.db, avoidancePolicy(near), '100000')
  const change = (seed: number) =>
    transaction(fresh.db, { mode: seed % 3 === 0 ? 'write' : 'serializable', pace: 'job' }, async (tx) => {
      const n = numbersFrom(seed)
      const someone = n.pick(people)
      await seatSomeone(tx, n, someone, posts)
      await evaluatePeople(tx, [someone, ...(await tieAnyTwo(tx, n, people))])
    })
  const changes = async (first: number) => {
    for (let i = 0; i < 10; i += 1) await insisting(() => change(first + i))
  }
  await Promise.all([sweepAll(), changes(100), changes(200), sweepAll()])
  const changed = await said()
  await sweepAll()
  expect(await said()).toEqual(changed)
})

test('the ties gathered around one person are all that kinship asks for', async () => {
  const { people } = await write((tx) => generateCounty(tx, 7))
  await write(async (tx) => {
    const whole = await wholeGraph(tx, people)
    for (const one of people) {
      const all = kinOf(whole, one.id)
      const graph = await gatherKin(tx, [one])
      expect(kinOf(graph, one.id)).toEqual(all)
      for (const { relative } of all) {
        const back = kinOf(graph, relative).filter(({ relative: to }) => to === one.id)
        expect(back).toEqual(kinOf(whole, relative).filter(({ relative: to }) => to === one.id))
      }
    }
  })
})
