import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchFor } from '../../acts/bench.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { startReplay } from '../../acts/previews/start-replay.ts'
import { ValidationProblem } from '../../acts/problem.ts'
import { recordAssignment } from '../../acts/record-assignment.ts'
import { recordKin } from '../../acts/record-kin.ts'
import { laterFacts } from '../../acts/replays/later/later-facts.ts'
import { replayPerson } from '../../acts/replays/replay-person.ts'
import { isOwnOn } from '../../acts/shadow/own-finding.ts'
import { theShadow } from '../../acts/shadow/with-shadow.ts'
import { installationsAt } from '../../db/facts.ts'
import { findingsOfPeople } from '../../db/queries/finding-days.ts'
import { changesPage, previewById } from '../../db/queries/previews.ts'
import { person } from '../../db/tables/person.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { chainOn, type Day, day, type Finding } from '../../policy/index.ts'
import { avoidancePolicy, putToWork } from '../support/avoidance.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { exampleCity } from '../support/example-policy.ts'
import { openOffice, perform, step, stints } from '../support/office.ts'
import { momentNow } from '../support/record.ts'
import { clock, head, install, openHistory, putRow, taken } from '../support/replayed.ts'
import { addPerson, addPost, addUnit, county, root } from '../support/small-graph.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

const readIn =
  ({ db }: Pick<FreshDatabase, 'db'>) =>
  <T>(work: (tx: Tx) => Promise<T>) =>
    transaction(db, { mode: 'read', pace: 'job' }, work)

/** What is said of a day by itself, in short: rule, status, first day, deadline. */
const saidOn = (findings: readonly Finding[], on: number): string[] =>
  findings
    .flatMap(({ rule, spans }) =>
      spans
        .filter(({ from, to, shownWith }) => from <= on && on < to && shownWith === null)
        .map(({ status, since }) => `${rule} ${status} ${since}`),
    )
    .sort()

describe('one person, then and now', () => {
  let fresh: FreshDatabase
  let history: Awaited<ReturnType<typeof openHistory>>
  beforeAll(async () => {
    fresh = await freshDatabase()
    history = await openHistory(fresh.db)
  })
  afterAll(() => fresh.close())
  const replayed = async (on: string, knownAt: string | null, policyAt: string | null) => {
    const answer = await readIn(fresh)((tx) => replayPerson(tx, history.who, { on: day(on), knownAt, policyAt }))
    if (answer === null) throw new Error('Nobody of that id.')
    return answer
  }

  test('a replay of now equals now', async () => {
    const { findings, now, changes } = await replayed('2024-06-01', null, null)
    expect(findings).not.toEqual([])
    expect(findings).toEqual(now.findings)
    expect(changes).toEqual([])
  })

  test('a replay of then is judged by the policy of then', async () => {
    const { filed } = history
    const { judge } = await replayed('2024-06-01', filed, filed)
    expect(judge.installations.map(({ plugin }) => plugin.version)).toEqual(['10.0.0'])
  })

  test('nobody is replayed who is not in the graph', async () => {
    const nobody = { root, id: '00000000-0000-7000-8000-000000000000' }
    const asked = { on: day('2024-06-01'), knownAt: null, policyAt: null }
    expect(await readIn(fresh)((tx) => replayPerson(tx, nobody, asked))).toBeNull()
  })

  test('what was recorded later of many is told of each', async () => {
    const stranger = { root, id: await transaction(fresh.db, { mode: 'write' }, (tx) => addPerson(tx)) }
    const facts = await readIn(fresh)((tx) =>
      laterFacts(tx, [history.who, stranger], history.filed, { seesFamily: true }),
    )
    expect(facts.get(history.who.id)?.map(({ kind }) => kind)).toEqual(['assignment', 'state'])
    expect(facts.get(stranger.id)?.map(({ kind, step: taken }) => [kind, taken])).toEqual([['file', 'ADDED']])
  })

  test('how a post was, when it is learnt later, is told of whoever held it', async () => {
    const before = await clock(fresh.db)
    await transaction(fresh.db, { mode: 'write' }, async (tx) =>
      addPost(tx, { id: history.post.id, unit: await addUnit(tx), from: '2023-01-01', level: 'section_chief' }),
    )
    const facts = await readIn(fresh)((tx) => laterFacts(tx, [history.who], before, { seesFamily: true }))
    const told = facts.get(history.who.id) ?? []
    expect(told.map(({ kind }) => kind)).toEqual(['post', 'unit'])
    expect(told[0]?.sentence.zh).toContain('职务层次正科')
    expect(told[0]?.sentence.en).toContain('level section chief')
  })
})

describe('many at once is a job', () => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase()
  })
  afterAll(() => fresh.close())

  const lines = async (knownAt: string, policyAt: string) => {
    const input = { ...head(), jurisdiction: exampleCity, on: '2020-06-01', knownAt, policyAt, horizon: 5 }
    const { job, preview } = taken(await startReplay(fresh.db, 'a', input))
    await runJobsUntilDone(fresh.db, [job])
    const row = await readIn(fresh)((tx) => previewById(tx, preview))
    if (row === null) throw new Error('There is no such replay.')
    expect(row.kind).toBe('replay')
    return readIn(fresh)((tx) => changesPage(tx, row, { first: 100, after: null }))
  }

  test('whose stored lines are the differences of each person, and none between now and now', async () => {
    const { db } = fresh
    const { who, filed } = await openHistory(db)
    const now = await clock(db)
    expect(await lines(now, now)).toEqual([])
    const asked = { on: day('2020-06-01'), knownAt: filed, policyAt: filed, years: 5 }
    const one = await readIn(fresh)((tx) => replayPerson(tx, who, asked))
    const stored = await lines(filed, filed)
    expect(stored.map(({ kind, rule, personId }) => [kind, rule, personId])).toEqual(
      one?.changes.map(({ kind, rule, person: of }) => [kind, rule, of]),
    )
    expect(stored.map(({ kind }) => kind)).toEqual(['LATER', 'NEWLY_DUE'])
  })

  test('a tie declared later is a conflict that begins, once for the two', async () => {
    const { db } = fresh
    await putToWork(db, { ...avoidancePolicy(), id: 'kin-rules' })
    const people = await transaction(db, { mode: 'write' }, async (tx) => {
      const unit = await addUnit(tx)
      const made = async () => ({ root, id: await addPerson(tx) })
      const post = async () => ({ root, id: await addPost(tx, { unit }) })
      return [
        { person: await made(), post: await post() },
        { person: await made(), post: await post() },
      ] as const
    })
    for (const each of people) taken(await recordAssignment(db, 'a', { ...head(), ...each, from: '2020-01-01' }))
    const before = await clock(db)
    const [{ person: one }, { person: relative }] = people
    taken(await recordKin(db, 'a', { ...head(), person: one, relation: '哥哥', relative }))
    const stored = await lines(before, before)
    expect(stored.map(({ kind, catalogueId }) => [kind, catalogueId])).toEqual([['CONFLICT_BEGINS', 'EX-A']])
    expect([stored[0]?.personId, stored[0]?.otherId].sort()).toEqual([one.id, relative.id].sort())
    expect(stored[0]?.unitId).not.toBeNull()
  })

  test.each([
    ['yesterday', 'now'],
    ['2026-01-01T00:00:00+23:59', '2026-01-01T00:00:00-16:00'],
    ['0000-01-01T00:00Z', '2026-02-30T00:00:00Z'],
    ['2026-01-01 00:00', '2026-01-01T00:00:00'],
  ])('a day or an instant that is none is refused, all at once: %s, %s', async (knownAt, policyAt) => {
    const input = { ...head(), jurisdiction: exampleCity, on: '2020-13-01', knownAt, policyAt }
    const answer = await startReplay(fresh.db, 'a', input)
    expect(answer).toBeInstanceOf(ValidationProblem)
    expect(answer instanceof ValidationProblem && answer.issues.map(({ path }) => path.at(-1))).toEqual([
      'on',
      'knownAt',
      'policyAt',
    ])
  })
})

describe('versions stand beside each other by their days', () => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase()
  })
  afterAll(() => fresh.close())

  test('a question about 2020 is answered with the policy of 2020', async () => {
    const { db } = fresh
    await install(db, 10)
    await install(db, 6, '2021-01-01')
    const who = await transaction(db, { mode: 'write' }, async (tx) => ({
      person: { root, id: await addPerson(tx) },
      post: { root, id: await addPost(tx, { unit: await addUnit(tx) }) },
    }))
    taken(await recordAssignment(db, 'a', { ...head(), ...who, from: '2012-03-01' }))
    const read = readIn(fresh)
    const answer = await read((tx) =>
      replayPerson(tx, who.person, { on: day('2020-06-01'), knownAt: null, policyAt: null }),
    )
    const [findings = [], judge] = [answer?.findings, answer?.judge]
    expect(saidOn(findings, day('2020-06-01'))).toEqual([])
    expect(saidOn(findings, day('2021-01-01'))).toEqual([`example/tenure ACTIVE ${day('2021-01-01')}`])
    const versionOn = (on: string) =>
      judge === undefined ? [] : chainOn(judge, county, day(on)).map(({ plugin }) => plugin.version)
    expect([versionOn('2020-06-01'), versionOn('2021-01-01')]).toEqual([['10.0.0'], ['6.0.0']])
    const stored = await read((tx) => findingsOfPeople(tx, [who.person], { on: '2020-12-31', knownAt: null }, null))
    expect(stored).toEqual([[]])
  })
})

describe('a policy in shadow', () => {
  let fresh: FreshDatabase
  beforeAll(async () => {
    fresh = await freshDatabase()
  })
  afterAll(() => fresh.close())

  test('speaks for itself only, in place of the version it would follow, and never to the record', async () => {
    const { db } = fresh
    const { who } = await openHistory(db)
    const id = await putRow(db, tenurePolicy(3, '3.0.0'), { mode: 'shadow', effectiveFrom: '2023-01-01' })
    const read = readIn(fresh)
    expect((await read((tx) => installationsAt(tx))).map(({ plugin }) => plugin.version)).toEqual(['6.0.0'])
    const shadowSaysOn = (on: Day) =>
      read(async (tx) => {
        const shadow = await theShadow(tx, id)
        const { judge, people } = await benchFor(tx, [who], { knownAt: null, policy: { policyAt: null, shadow: id } })
        return saidOn(
          people.flatMap((person) => judge.findings(person)).filter((each) => isOwnOn(each, shadow, on)),
          on,
        )
      })
    const before = day('2022-12-31')
    const { judge, people } = await read((tx) => benchFor(tx, [who]))
    expect(
      saidOn(
        people.flatMap((person) => judge.findings(person)),
        before,
      ),
    ).not.toEqual([])
    expect(await shadowSaysOn(before)).toEqual([])
    expect(await shadowSaysOn(day('2024-06-01'))).toEqual([
      `example/tenure ACTIVE ${day('2022-03-31')}`,
      `example/unsuited ACTIVE ${day('2024-05-01')}`,
    ])
    await expect(read((tx) => theShadow(tx, who.id))).rejects.toThrow('试行')
  })
})

test('on whatever history, a replay of a moment says what was said at that moment', { timeout: 120_000 }, async () => {
  const seed = Number.parseInt(process.env.REPLAY_SEED ?? '', 10) || Date.now() % 1_000_000_007
  process.stdout.write(`replay property: seed ${seed}\n`)
  const days = ['2012-06-15', '2020-01-01', '2026-11-22']
  const compared = { findings: 0, changes: 0 }
  const property = fc.asyncProperty(
    fc.tuple(stints, stints, stints, stints, stints),
    fc.array(step, { minLength: 6, maxLength: 6 }),
    async (first, steps) => {
      const fresh = await freshDatabase()
      try {
        const { db } = fresh
        const read = readIn(fresh)
        await openOffice(db, first)
        const moments = [await read(momentNow)]
        for (const s of steps) {
          await perform(db, s)
          moments.push(await read(momentNow))
        }
        const people = await read((tx) => tx.select({ root: person.root, id: person.id }).from(person))
        for (const t of moments) {
          for (const on of days) {
            const recorded = await read((tx) => findingsOfPeople(tx, people, { on, knownAt: t }, null))
            for (const [i, someone] of people.entries()) {
              const asked = { on: day(on), knownAt: t, policyAt: t }
              const answer = await read((tx) => replayPerson(tx, someone, asked))
              const was = (recorded[i] ?? []).map(({ rule, status, since }) => `${rule} ${status} ${day(since)}`)
              expect(saidOn(answer?.findings ?? [], day(on)), `on ${on} as known at ${t}`).toEqual(was.sort())
              compared.findings += was.length
              compared.changes += answer?.changes.length ?? 0
            }
          }
        }
      } finally {
        await fresh.close()
      }
    },
  )
  await fc.assert(property, { seed, numRuns: Number(process.env.REPLAY_RUNS ?? 2), endOnFailure: true })
  expect(compared.findings).toBeGreaterThan(20)
  expect(compared.changes).toBeGreaterThan(0)
})
