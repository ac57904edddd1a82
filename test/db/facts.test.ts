import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { factsOfStretch } from '../../db/facts/bulk.ts'
import { gatherFacts, installationsAt, recut, settingFor, wholeSetting } from '../../db/facts.ts'
import { storedDay, storedValidity } from '../../db/stated.ts'
import { assignment } from '../../db/tables/assignment.ts'
import { dossier } from '../../db/tables/dossier.ts'
import { personAuthority } from '../../db/tables/person.ts'
import { installation, pluginDocument } from '../../db/tables/plugin.ts'
import { stateDiscipline, stateHealth, statePersonnel } from '../../db/tables/state.ts'
import { succession } from '../../db/tables/succession.ts'
import { team, teamVersion, term } from '../../db/tables/team.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { day, type PluginDocument, type Setting } from '../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { addAssignment, addPerson, addPost, addUnit, county, root } from '../support/small-graph.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'write' }, work)
const read = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'read' }, work)
const instant = () =>
  read(async (tx) => {
    const [row] = await tx.execute<{ at: string }>(sql`select clock_timestamp()::text as at`)
    return row?.at ?? ''
  })

/** A career over three posts: an organ that became another kind, months as dates, a level that rose, an unknown end. */
const career = async (tx: Tx) => {
  const bureau = await addUnit(tx, { to: '2015-01-01' })
  await addUnit(tx, { id: bureau, kind: 'institution', from: '2015-01-01' })
  const section = await addUnit(tx, { kind: 'internal_unit', parent: bureau })
  const clerk = await addPost(tx, { unit: section, level: 'clerk', leading: false })
  const chief = await addPost(tx, { unit: section, level: 'section_deputy', leading: true, to: '2018' })
  await addPost(tx, { id: chief, unit: section, level: 'section_chief', leading: true, seats: ['chief'], from: '2018' })
  const person = await addPerson(tx)
  const first = await addAssignment(tx, { person, post: clerk, from: '2003-07', to: '2006-09' })
  const second = await addAssignment(tx, { person, post: chief, from: '2006-09', ordinal: 1 })
  return { person, bureau, section, clerk, chief, first, second }
}

const storeCareer = () =>
  write(async (tx) => {
    const stored = await career(tx)
    await recut(tx, [{ root, id: stored.person }])
    return stored
  })

describe('what a judge may know', () => {
  it('is the same now as it was known at this instant', async () => {
    const { person } = await storeCareer()
    await write(async (tx) => {
      const common = { root, personId: person, version: 1 }
      const row = () => ({ ...common, rowId: randomUUID(), id: randomUUID() })
      await tx.insert(statePersonnel).values({ ...row(), kind: 'potential', ...storedValidity('2020', null) })
      await tx
        .insert(stateDiscipline)
        .values({ ...row(), kind: 'sanction', value: '记过', ...storedValidity('2019-03', '?') })
      await tx.insert(stateHealth).values({ ...row(), kind: 'health_unfit', ...storedValidity('?', '2001-05-06') })
      const on = storedDay('2021-04')
      await tx
        .insert(dossier)
        .values({ root, id: randomUUID(), personId: person, kind: 'talk', onOn: on.on, onPrecision: 'month' })
      const managed = { root, id: randomUUID(), personId: person, jurisdiction: '411100' }
      await tx.insert(personAuthority).values({ ...managed, ...storedValidity('2010', null) })
    })
    const knownAt = await instant()
    const refs = [{ root, id: person }]
    const [now, then] = await read((tx) => Promise.all([gatherFacts(tx, refs), gatherFacts(tx, refs, knownAt)]))
    expect(then).toEqual(now)
    const wherever = { root, authority: county, from: '00000000-0000-0000-0000-000000000000', before: null }
    const inBulk = await read(async (tx) => [...(await factsOfStretch(tx, wherever))])
    const everyone = inBulk.map(({ id }) => ({ root, id }))
    expect(everyone).toContainEqual({ root, id: person })
    expect(inBulk).toEqual(await read((tx) => gatherFacts(tx, everyone)))
    expect(now[0]?.states.map(({ kind }) => kind)).toEqual(['health_unfit', 'sanction', 'potential'])
    expect(now[0]?.growthPlaces).toEqual(['411121', '411100'])
    expect(now[0]?.birth).toEqual({ lo: day('1975-06-01'), hi: day('1975-06-30') })
  })

  it('is cut where the post or its units change, and joined where a month ends one service and begins the next', async () => {
    const { person, clerk, chief, section, bureau } = await storeCareer()
    const [facts] = await read((tx) => gatherFacts(tx, [{ root, id: person }]))
    const pieces = facts?.pieces ?? []
    expect(pieces.map(({ post, level, organ, internalUnit }) => [post, level, organ, internalUnit])).toEqual([
      [clerk, 'clerk', bureau, section],
      [chief, 'section_deputy', bureau, section],
      [chief, 'section_deputy', bureau, section],
      [chief, 'section_chief', bureau, section],
    ])
    expect(pieces[0]?.to).toEqual(pieces[1]?.from)
    expect(pieces[0]?.to).toMatchObject({ lo: day('2006-09-01'), hi: day('2006-09-30') })
    expect(pieces[3]?.to).toEqual({ lo: Infinity, hi: Infinity })
    expect(pieces[3]?.authority).toBe(county)
  })

  it('is at an earlier instant what we believed before the correction', async () => {
    const { person, first } = await storeCareer()
    const before = await instant()
    await write(async (tx) => {
      const [row] = await tx
        .update(assignment)
        .set({ recordedTo: sql`now()` })
        .where(eq(assignment.id, first))
        .returning()
      if (row === undefined) throw new Error('no row')
      const { sure, recordedFrom, recordedTo, ...kept } = row
      const corrected = { ...kept, rowId: randomUUID(), version: 2, ...storedValidity('2004-02-09', '2006-09') }
      await tx.insert(assignment).values(corrected)
      await recut(tx, [{ root, id: person }])
    })
    const refs = [{ root, id: person }]
    const [now, then] = await read((tx) => Promise.all([gatherFacts(tx, refs), gatherFacts(tx, refs, before)]))
    expect(now[0]?.pieces[0]?.from).toEqual({ lo: day('2004-02-09'), hi: day('2004-02-09') })
    expect(then[0]?.pieces[0]?.from).toEqual({ lo: day('2003-07-01'), hi: day('2003-07-31') })
    expect(now[0]?.pieces).toHaveLength(then[0]?.pieces.length ?? 0)
  })

  it('asks the database as often for fifty people as for one', async () => {
    const people = [await storeCareer(), await storeCareer(), await storeCareer()].map(({ person }) => ({
      root,
      id: person,
    }))
    const statements = async (refs: typeof people, knownAt: string | null) => {
      const seen: string[] = []
      await read(async (tx) => {
        const counting = new Proxy(tx, {
          get: (target, property) => {
            if (property === 'select') seen.push('select')
            const value: unknown = Reflect.get(target, property)
            return typeof value === 'function' ? value.bind(target) : value
          },
        })
        await gatherFacts(counting, refs, knownAt)
      })
      return seen.length
    }
    const knownAt = await instant()
    expect(await statements(people, null)).toBe(await statements(people.slice(0, 1), null))
    expect(await statements(people, knownAt)).toBe(await statements(people.slice(0, 1), knownAt))
    expect(await statements(people, null)).toBeGreaterThan(0)
  })

  it('leaves out who is not in the graph, and keeps the order asked for', async () => {
    const [a, b] = [(await storeCareer()).person, (await storeCareer()).person]
    const facts = await read((tx) =>
      gatherFacts(
        tx,
        [b, randomUUID(), a].map((id) => ({ root, id })),
      ),
    )
    expect(facts.map(({ id }) => id)).toEqual([b, a])
  })
})

describe('what a judge knows beside the person', () => {
  it('are successions all the way back and the terms of the teams', async () => {
    const stored = await storeCareer()
    const [older, oldest, committee] = [randomUUID(), randomUUID(), randomUUID()]
    await write(async (tx) => {
      const link = (laterId: string, earlierId: string) => ({
        root,
        id: randomUUID(),
        kind: 'post' as const,
        laterId,
        earlierId,
      })
      await tx.insert(succession).values([link(stored.chief, older), link(older, oldest)])
      await tx.insert(team).values({ root, id: committee, jurisdiction: county, code: committee })
      await tx
        .insert(teamVersion)
        .values({ root, id: randomUUID(), teamId: committee, name: '县委', kind: 'party_committee' })
      const row = { root, id: randomUUID(), teamId: committee, number: 12, fromOn: '2016-06-01', toOn: '2021-06-01' }
      await tx.insert(term).values([row, { ...row, id: randomUUID(), number: 13, fromOn: '2021-06-01', toOn: null }])
    })
    let whole: Setting | undefined
    const setting = await read(async (tx) => {
      const facts = await gatherFacts(tx, [{ root, id: stored.person }])
      const seated = facts.map((f) => ({ ...f, pieces: f.pieces.map((piece) => ({ ...piece, team: committee })) }))
      whole = await wholeSetting(tx)
      return settingFor(tx, seated)
    })
    for (const [kind, id] of [
      ['post', stored.chief],
      ['post', older],
      ['unit', stored.chief],
    ] as const)
      expect(whole?.predecessors(kind, id)).toEqual(setting.predecessors(kind, id))
    expect(whole?.terms(committee)).toEqual(setting.terms(committee))
    expect(setting.predecessors('post', stored.chief)).toEqual([older])
    expect(setting.predecessors('post', older)).toEqual([oldest])
    expect(setting.predecessors('unit', stored.chief)).toEqual([])
    expect(setting.terms(committee)).toEqual([
      { number: 12, from: day('2016-06-01'), to: day('2021-06-01') },
      { number: 13, from: day('2021-06-01'), to: Infinity },
    ])
    expect(setting.divisions.chain(county)).toEqual(['100000', '410000', '411100', '411121'])
  })

  it('are the documents at work, those withdrawn for the days before', async () => {
    const digest = 'a'.repeat(64)
    const document: PluginDocument = {
      format: 1,
      id: 'luohe',
      version: '1.0.0',
      name: { zh: '漯河', en: 'Luohe' },
      level: 'municipality',
      jurisdiction: '411100',
      reviewedOn: '2026-01-01',
      instruments: [],
      parameters: {},
      definitions: {},
      rules: [],
      clauses: [],
      cases: [],
    }
    const row = () => ({
      rowId: randomUUID(),
      id: randomUUID(),
      jurisdiction: '411100',
      pluginId: 'luohe',
      digest,
      installedBy: 'local',
    })
    const before = await instant()
    await write(async (tx) => {
      await tx
        .insert(pluginDocument)
        .values({ digest, pluginId: 'luohe', version: '1.0.0', level: 'municipality', document })
      await tx.insert(installation).values([
        { ...row(), sequence: 1, state: 'withdrawn', effectiveFrom: '2019-01-01', effectiveTo: '2020-01-01' },
        { ...row(), sequence: 2, state: 'withdrawn', effectiveFrom: '2020-01-01', effectiveTo: '2020-01-01' },
        { ...row(), sequence: 3, state: 'active', effectiveFrom: '2021-01-01' },
      ])
    })
    expect(await read((tx) => installationsAt(tx))).toEqual([
      { plugin: document, digest, jurisdiction: '411100', effectiveFrom: '2019-01-01', effectiveTo: '2020-01-01' },
      { plugin: document, digest, jurisdiction: '411100', effectiveFrom: '2021-01-01', effectiveTo: null },
    ])
    expect(await read((tx) => installationsAt(tx, before))).toEqual([])
  })
})
