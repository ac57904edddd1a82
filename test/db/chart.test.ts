import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gatherChart } from '../../db/facts/chart.ts'
import { gatherFacts, recut } from '../../db/facts.ts'
import { team, teamVersion } from '../../db/tables/team.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { day, divisionsByCode, holdsOn, relationDays } from '../../policy/index.ts'
import { counting } from '../support/counting.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { addAssignment, addPerson, addPost, addUnit, county, root } from '../support/small-graph.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'write' }, work)
const read = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'read' }, work)

/** A bureau with a director of its team, an office with a head and two clerks, and an enterprise the bureau is in charge of. */
const bureau = async (tx: Tx) => {
  const organ = await addUnit(tx)
  const office = await addUnit(tx, { kind: 'internal_unit', parent: organ })
  const firm = await addUnit(tx, { kind: 'enterprise', regulatedBy: organ })
  const seated = randomUUID()
  await tx.insert(team).values({ root, id: seated, jurisdiction: county, code: seated })
  await tx
    .insert(teamVersion)
    .values({ root, id: randomUUID(), teamId: seated, name: '班子', kind: 'organ', unitId: organ })
  const director = await addPost(tx, { unit: organ, leading: true, seats: ['chief'], team: seated })
  const head = await addPost(tx, { unit: office, seats: ['chief'], reportsTo: director, to: '2015-03' })
  await addPost(tx, { id: head, unit: office, seats: ['chief'], from: '2015-03' })
  const clerk = await addPost(tx, { unit: office })
  const typist = await addPost(tx, { unit: office, quota: 3, to: '2018-01-01' })
  await addPost(tx, { id: typist, unit: office, from: '2018-01-01' })
  const owner = await addPost(tx, { unit: firm, seats: ['chief'] })
  return { organ, office, firm, seated, director, head, clerk, typist, owner }
}

const ref = (id: string) => ({ root, id })

describe('the organisation around some posts', () => {
  it('reaches their units, the chiefs of those, the superiors of these, and their teams', async () => {
    const graph = await write(bureau)
    const chart = await read((tx) => gatherChart(tx, [ref(graph.clerk)]))
    expect(chart.chiefs(graph.office)).toEqual([graph.head])
    expect(chart.chiefs(graph.organ)).toEqual([graph.director])
    expect(chart.post(graph.head)).toHaveLength(2)
    expect(chart.post(graph.director)[0]).toMatchObject({ unit: graph.organ, team: graph.seated })
    expect(chart.team(graph.seated)).toHaveLength(1)
    expect(chart.post(graph.typist)).toEqual([])
  })

  it('names the organ in charge of an enterprise by what the engine calls it', async () => {
    const graph = await write(bureau)
    const chart = await read((tx) => gatherChart(tx, [ref(graph.owner)]))
    expect(chart.unit(graph.firm)[0]?.regulatedBy).toBe(graph.organ)
  })

  it('says how many seats a post has, version by version', async () => {
    const graph = await write(bureau)
    const chart = await read((tx) => gatherChart(tx, [ref(graph.typist)]))
    expect(chart.post(graph.typist).map(({ quota }) => quota)).toEqual([3, 1])
  })

  it('asks no more for many posts than for one', async () => {
    const [one, other] = [await write(bureau), await write(bureau)]
    const statements = async (posts: readonly string[]) => {
      const counted = counting(fresh.db)
      await transaction(counted.db, { mode: 'read' }, (tx) => gatherChart(tx, posts.map(ref)))
      return counted.statements.length
    }
    const alone = await statements([one.clerk])
    expect(await statements([one.clerk, one.typist, one.owner, other.clerk, other.typist, other.owner])).toBe(alone)
  })

  it('lets the engine say who has the same leader', async () => {
    const graph = await write(bureau)
    const people = await write(async (tx) => {
      const of = async (post: string, from: string) => {
        const person = await addPerson(tx)
        await addAssignment(tx, { person, post, from })
        await recut(tx, [ref(person)])
        return person
      }
      return [await of(graph.clerk, '2010-01-01'), await of(graph.typist, '2012-01-01')]
    })
    const [chart, facts] = await read(async (tx) => [
      await gatherChart(tx, [ref(graph.clerk), ref(graph.typist)]),
      await gatherFacts(tx, people.map(ref)),
    ])
    const [first, second] = facts.map(({ pieces }) => pieces[0])
    if (first === undefined || second === undefined) throw new Error('no service')
    const truth = relationDays({ relation: 'sameLeader' }, first, second, chart, divisionsByCode)
    expect(holdsOn(truth, day('2011-12-31'))).toBe('NO')
    expect(holdsOn(truth, day('2015-03-10'))).toBe('YES')
  })
})
