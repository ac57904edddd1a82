import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Changed, change } from '../../acts/change.ts'
import { installPlugin } from '../../acts/install-plugin.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { recordAssignment } from '../../acts/record-assignment.ts'
import { recordState } from '../../acts/record-state.ts'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import { raiseVersion } from '../../db/queries/change-record.ts'
import { lockPeople, ownPolicy } from '../../db/queries/evaluation.ts'
import { storedFindings } from '../../db/queries/finding-store.ts'
import { assignment } from '../../db/tables/assignment.ts'
import { person } from '../../db/tables/person.ts'
import { post as postTable } from '../../db/tables/post.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { dayText } from '../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { addPerson, addPost, addUnit, county, root } from '../support/small-graph.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

let fresh: FreshDatabase
let unit: string
beforeAll(async () => {
  fresh = await freshDatabase()
  expect(await installPlugin(fresh.db, { document: tenurePolicy(10), by: 'test' })).not.toBeInstanceOf(KnownProblem)
  unit = await write((tx) => addUnit(tx))
})
afterAll(() => fresh.close())

const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'write', pace: 'job' }, work)
const newPost = () => write(async (tx) => ({ root, id: await addPost(tx, { unit }) }))
const newPerson = () => write(async (tx) => ({ root, id: await addPerson(tx, '1975-06-15') }))
type Ref = Awaited<ReturnType<typeof newPerson>>

let serial = 0
const head = (expectedVersion: number | null = null) => {
  serial += 1
  return { idempotencyKey: `seat ${serial}`, expectedVersion }
}

/** What an office does that is told to try again in a moment: it tries again, and not for ever. */
const insisting = async (attempt: () => Promise<Changed | KnownProblem>): Promise<Changed | KnownProblem> => {
  let answer = await attempt()
  for (let tries = 0; tries < 20 && answer instanceof KnownProblem && answer.code === 'BUSY'; tries += 1) {
    answer = await attempt()
  }
  return answer
}
const recording = (who: Ref, post: Ref, from = '2015-03-01') => {
  const input = { ...head(), person: who, post, from }
  return insisting(() => recordAssignment(fresh.db, 'a', input))
}

const sorted = (answers: readonly (Changed | KnownProblem)[]) => ({
  done: answers.flatMap((answer) => (answer instanceof KnownProblem ? [] : [answer])),
  refused: answers.flatMap((answer) => (answer instanceof KnownProblem ? [answer] : [])),
})
const holdersOf = async (post: Ref) => {
  const held = and(eq(assignment.postId, post.id), isNull(assignment.recordedTo))
  return (await write((tx) => tx.select().from(assignment).where(held))).map(({ personId }) => personId)
}
const fileOf = async ({ id }: Ref) => (await write((tx) => tx.select().from(person).where(eq(person.id, id))))[0]

test('of two people recorded into one seat at the same moment one has it, and the other is told who', async () => {
  for (let round = 0; round < 8; round += 1) {
    const [post, a, b] = [await newPost(), await newPerson(), await newPerson()]
    const { done, refused } = sorted(await Promise.all([recording(a, post), recording(b, post, '2016-01-01')]))
    expect([done.length, refused.map(({ code }) => code)]).toEqual([1, ['POST_HELD']])
    const winner = done[0]?.person.id ?? ''
    expect(await holdersOf(post)).toEqual([winner])
    expect(refused[0]?.says.zh).toContain(winner)
    const loser = winner === a.id ? b : a
    expect((await fileOf(loser))?.version).toBe(1)
  }
})

test('one person recorded twice in one post at the same moment is in it once', async () => {
  for (let round = 0; round < 4; round += 1) {
    const [who, post] = [await newPerson(), await newPost()]
    const { done, refused } = sorted(await Promise.all([recording(who, post), recording(who, post, '2018-01-01')]))
    expect([done.length, refused.map(({ code }) => code)]).toEqual([1, ['ASSIGNMENTS_OVERLAP']])
    expect(await holdersOf(post)).toEqual([who.id])
  }
})

test('two assignments of one person recorded at the same moment are both in the career, in order of time', async () => {
  const [who, later, earlier] = [await newPerson(), await newPost(), await newPost()]
  const answers = await Promise.all([recording(who, later, '2012-01-01'), recording(who, earlier, '2010-01-01')])
  expect(
    sorted(answers)
      .done.map(({ version }) => version)
      .toSorted(),
  ).toEqual([2, 3])
  const career = await write((tx) =>
    tx
      .select()
      .from(assignment)
      .where(and(eq(assignment.personId, who.id), isNull(assignment.recordedTo)))
      .orderBy(assignment.ordinal),
  )
  expect(career.map(({ ordinal, postId }) => [ordinal, postId])).toEqual([
    [0, earlier.id],
    [1, later.id],
  ])
  const said = await write((tx) => storedFindings(tx, root, [who.id], 'current'))
  expect(said.map(({ finding }) => dayText(finding.from)).toSorted()).toEqual(['2020-01-01', '2022-01-01'])
})

test('of two changes made on the same picture of a file one is refused, whatever they say', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  const [job, state] = [
    { ...head(1), person: who, post, from: '2010-01-01' },
    { ...head(1), person: who, kind: 'potential', from: '2020' } as const,
  ]
  const { done, refused } = sorted(
    await Promise.all([
      insisting(() => recordAssignment(fresh.db, 'a', job)),
      insisting(() => recordState(fresh.db, 'b', state)),
    ]),
  )
  expect([done.length, refused.map(({ code }) => code)]).toEqual([1, ['VERSION_CHANGED']])
  expect((await fileOf(who))?.version).toBe(2)
})

/** Keeps these people's files from everyone else while something is done. */
const withLocked = async <T>(people: readonly Ref[], work: () => Promise<T>): Promise<T> =>
  write(async (tx) => {
    await lockPeople(tx, people)
    return work()
  })

test('a change that cannot have the file is told so soon, and goes through under the same key once it is free', async () => {
  const [who, post] = [await newPerson(), await newPost()]
  const input = { ...head(1), person: who, post, from: '2010-01-01' }
  const [answer, waited] = await withLocked([who], async () => {
    const start = performance.now()
    return [await recordAssignment(fresh.db, 'a', input), performance.now() - start] as const
  })
  expect(answer).toMatchObject({ code: 'BUSY' })
  expect(waited).toBeLessThan(5_000)
  expect(await recordAssignment(fresh.db, 'a', input)).toMatchObject({ person: who, version: 2 })
})

test('a change that others outrun every time gives up after five runs, and keeps nothing', async () => {
  const who = await newPerson()
  let runs = 0
  const outrun = async (tx: Tx) => {
    runs += 1
    await tx.select().from(person).where(eq(person.id, who.id))
    await write((other) => raiseVersion(other, who))
    return { person: who, record: who }
  }
  const input = head()
  expect(await change(fresh.db, { act: 'outrun', actor: 'a' }, input, outrun)).toMatchObject({ code: 'BUSY' })
  expect(runs).toBe(5)
  expect((await fileOf(who))?.version).toBe(6)
  const calmly = { ...input, person: who, kind: 'potential', from: '2020' } as const
  expect(await recordState(fresh.db, 'a', calmly)).toMatchObject({ version: 7 })
})

const roster = (sheets: Readonly<Record<string, string>>) =>
  importRoster(fresh.db, textSource(sheets), { at: county, by: 'test', on: '2026-11-22' })

test('a roster and a single change at the same moment do not both fill one seat', async () => {
  for (let round = 0; round < 4; round += 1) {
    const [post, b] = [await newPost(), await newPerson()]
    const [report, answer] = await Promise.all([
      roster({
        people: `code,name,sex,birth,category\nR${round},李秀英,F,1980-01,civil\n`,
        assignments: `person,post,from\nR${round},${post.id},2014-01-01\n`,
      }),
      recording(b, post),
    ])
    expect(await holdersOf(post)).toHaveLength(1)
    if (report.accepted) expect(answer).toMatchObject({ code: 'POST_HELD' })
    else {
      expect(answer).not.toBeInstanceOf(KnownProblem)
      expect(report.problems.map(({ code }) => code)).toEqual(['POST_OVER_QUOTA'])
    }
  }
})

/** A post as a roster would leave it, with so many seats. */
const withSeats = (code: string, quota: number) =>
  roster({ posts: `code,unit,title,quota\n${code},${unit},科长,${quota}\n` })
const postOfTwoSeats = async (code: string) => {
  expect((await withSeats(code, 2)).problems).toEqual([])
  const [stored] = await write((tx) => tx.select().from(postTable).where(eq(postTable.code, code)))
  return { root, id: stored?.id ?? '' }
}
/** Long enough for the other side to have come as far as it can. */
const meanwhile = () => pause(400)

test('nobody slips into a seat while a roster is taking it away', async () => {
  const [post, a, b] = [await postOfTwoSeats('Q1'), await newPerson(), await newPerson()]
  expect(await recording(a, post)).not.toBeInstanceOf(KnownProblem)
  // The roster has written the post and waits for the file of its holder.
  const { lowered, late } = await withLocked([a], async () => {
    const lowered = withSeats('Q1', 1)
    await meanwhile()
    const late = await recordAssignment(fresh.db, 'a', { ...head(), person: b, post, from: '2016-01-01' })
    return { lowered, late }
  }).then(async ({ lowered, late }) => ({ lowered: await lowered, late }))
  expect(lowered.problems).toEqual([])
  expect(late).toMatchObject({ code: 'BUSY' })
  expect(await recording(b, post, '2016-01-01')).toMatchObject({ code: 'POST_HELD' })
  expect(await holdersOf(post)).toEqual([a.id])
})

test('a roster does not take away a seat that someone is just being recorded into', async () => {
  const [post, a, b] = [await postOfTwoSeats('Q2'), await newPerson(), await newPerson()]
  expect(await recording(a, post)).not.toBeInstanceOf(KnownProblem)
  // The change has found its seat and waits to judge.
  const both = await write(async (tx) => {
    await ownPolicy(tx)
    const late = recordAssignment(fresh.db, 'a', { ...head(), person: b, post, from: '2016-01-01' })
    await meanwhile()
    const lowered = withSeats('Q2', 1)
    await pause(200)
    return { late, lowered }
  })
  expect(await both.late).not.toBeInstanceOf(KnownProblem)
  expect((await both.lowered).problems.map(({ code, column }) => [code, column])).toEqual([
    ['POST_OVER_QUOTA', 'quota'],
  ])
  expect((await holdersOf(post)).toSorted()).toEqual([a.id, b.id].toSorted())
})
