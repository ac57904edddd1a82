import fc from 'fast-check'
import { expect, test } from 'vitest'
import { teamStandings } from '../../acts/compositions/team-standings.ts'
import { endAssignment } from '../../acts/end-assignment.ts'
import { checkMoves } from '../../acts/moves/check-moves.ts'
import type { ToldChange } from '../../acts/moves/outcome.ts'
import type { MoveAsked } from '../../acts/moves/plan.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { recordAssignment } from '../../acts/record-assignment.ts'
import type { Database } from '../../db/connect.ts'
import { gatherCareers, type Ref } from '../../db/facts.ts'
import { conflictsOfPeople } from '../../db/queries/conflicts.ts'
import { findingsOfPeople } from '../../db/queries/finding-days.ts'
import { codesOfPosts } from '../../db/queries/moves.ts'
import { peopleByCode } from '../../db/queries/people.ts'
import { teamsByCode } from '../../db/queries/teams.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { type DayText, day, dayText } from '../../policy/index.ts'
import { putToWork, sameUnitBar } from '../support/avoidance.ts'
import { bureauAt, loadBureaus } from '../support/bureau.ts'
import { freshDatabase } from '../support/database.ts'
import { duty, measures } from '../support/example-policy.ts'

/** Three years in a post, five in a unit, eight in the place; relatives must not sit in one unit; a third of the team is local. */
const document = measures([
  duty({ lasting: { atLeast: 'P3Y' } }, { id: 'post', catalogueId: 'EX-P' }),
  duty({ lasting: { atLeast: 'P5Y' } }, { id: 'unit', catalogueId: 'EX-U', per: ['organ'], effect: 'SHALL' }),
  duty({ lasting: { atLeast: 'P8Y' } }, { id: 'place', catalogueId: 'EX-J', per: ['jurisdiction'], effect: 'MAY' }),
  duty({ held: { leading: false } }, { id: 'clerk', catalogueId: 'EX-C', per: [], effect: 'MAY' }),
  sameUnitBar(),
  {
    ...{ id: 'local', catalogueId: 'EX-L', kind: 'composition', effect: 'MUST', of: { teamKind: ['government'] } },
    ...{ title: { zh: '本地干部', en: 'Locals' }, cite: { instrument: 'measures', article: '第六条', verified: true } },
    assert: { share: { who: { native: { place: 'team', basis: ['birth'] } }, atLeast: '1/3' } },
  },
])

const people = ['WL', 'LN', 'WY', 'ZM', 'UB', 'V1'] as const
const posts = ['PA', 'PA1', 'PA2', 'PA3', 'PB', 'PB1', 'PB2', 'PB3', 'PC1', 'PT1', 'PT4'] as const
const move = fc.record({ who: fc.constantFrom(...people), to: fc.constantFrom(...posts), leaves: fc.nat(9) })
const plans = fc.uniqueArray(move, { selector: ({ who }) => who, minLength: 1, maxLength: 3 })

const read = <T>(db: Database, work: (tx: Tx) => Promise<T>) => transaction(db, { mode: 'read', pace: 'job' }, work)

interface Held {
  readonly assignment: Ref
  readonly code: string
}

const refOf = async (tx: Tx, code: string): Promise<Ref> => {
  const [row] = await peopleByCode(tx, code, bureauAt)
  if (row === undefined) throw new Error(code)
  return { root: row.root, id: row.id }
}

/** What the person holds with no end in sight. */
const holding = async (tx: Tx, person: Ref): Promise<readonly Held[]> => {
  const career = (await gatherCareers(tx, [person])).get(person.id) ?? []
  const open = career.filter(({ to }) => to === null)
  const codes = await codesOfPosts(
    tx,
    open.map(({ post, postRoot }) => ({ root: postRoot, id: post })),
  )
  return open.map(({ id, post }) => ({
    assignment: { root: person.root, id },
    code: codes.find((row) => row.id === post)?.code ?? '',
  }))
}

/** Everything the record holds against these people on the day: which row, whom it is about, how it stands. */
const recorded = async (tx: Tx, movers: readonly Ref[], on: DayText) => {
  const teams = await teamsByCode(tx, 'T', bureauAt, { on, knownAt: null })
  const at = { on, knownAt: null }
  const standing = new Map<string, { readonly said: string; readonly status: string }>()
  for (const [i, list] of (await findingsOfPeople(tx, movers, at, null)).entries())
    for (const { id, rule, status } of list)
      if (status === 'ACTIVE' || status === 'UNDETERMINED')
        standing.set(id, { said: `${rule} ${movers[i]?.id}`, status })
  for (const { id, rule, sides, status } of (await conflictsOfPeople(tx, movers, at)).flat())
    standing.set(id, { said: [rule, ...sides.map(({ person }) => person.id).toSorted()].join(' '), status })
  const composition = await teamStandings(tx, teams, on)
  for (const { rule, holds } of composition.teams.flat())
    if (holds !== 'YES')
      standing.set(rule, { said: `${rule} ${teams[0]?.id}`, status: holds === 'NO' ? 'ACTIVE' : holds })
  return standing
}
type Recorded = Awaited<ReturnType<typeof recorded>>

const weight = (status: string | undefined) => (status === undefined ? 0 : status === 'ACTIVE' ? 2 : 1)
/** What stands in the one and not, or only possibly, in the other. */
const more = (one: Recorded, other: Recorded) =>
  [...one]
    .filter(([id, { status }]) => weight(status) > weight(other.get(id)?.status))
    .map(([, { said }]) => said)
    .toSorted()

const foretold = (changes: readonly ToldChange[]) =>
  changes
    .map(({ rule, open, family }) => [rule, ...(family ?? open).subjects.map(({ id }) => id).toSorted()].join(' '))
    .toSorted()

test('what a check foretells is what the record says once the moves are made', { timeout: 240_000 }, async () => {
  const seed = Number.parseInt(process.env.CHECK_SEED ?? '', 10) || Date.now() % 1_000_000_007
  process.stdout.write(`check property: seed ${seed}\n`)
  const { db, close } = await freshDatabase()
  await loadBureaus(db)
  await putToWork(db, document, bureauAt)
  const seen = { made: 0, begins: 0, ends: 0 }
  let today = day('2026-12-01')
  let keys = 0
  const done = async (act: Promise<unknown>) => {
    const answer = await act
    if (answer instanceof KnownProblem) throw answer
  }
  const head = () => ({ idempotencyKey: `k${++keys}`, expectedVersion: null })

  const property = fc.asyncProperty(plans, fc.integer({ min: 30, max: 400 }), async (plan, later) => {
    today += later
    const on = dayText(today)
    const movers = await read(db, (tx) => Promise.all(plan.map(({ who }) => refOf(tx, who))))
    const held = await read(db, (tx) => Promise.all(movers.map((mover) => holding(tx, mover))))
    const moves = plan.map(({ who, to, leaves }, i): MoveAsked => {
      const from = leaves === 0 ? null : (held[i]?.[0]?.code ?? null)
      return { person: who, personAt: null, from, to, postAt: null, on }
    })
    const outcome = await read(db, (tx) => checkMoves(tx, moves, { language: 'zh', seesFamily: true })).catch(
      (error: unknown) => {
        if (error instanceof KnownProblem) return null
        throw error
      },
    )
    if (outcome === null) return
    const before = await read(db, (tx) => recorded(tx, movers, on))
    for (const [i, { from }] of moves.entries())
      for (const { assignment, code } of held[i] ?? [])
        if (code === from) await done(endAssignment(db, 'a', { ...head(), assignment, to: on }))
    for (const { person, to } of moves)
      await done(recordAssignment(db, 'a', { ...head(), person: { code: person }, post: { code: to ?? '' }, from: on }))
    const after = await read(db, (tx) => recorded(tx, movers, on))
    expect(foretold(outcome.begins), 'begins').toEqual(more(after, before))
    expect(foretold(outcome.ends), 'ends').toEqual(more(before, after))
    seen.made += 1
    seen.begins += outcome.begins.length
    seen.ends += outcome.ends.length
  })
  await fc.assert(property, { seed, numRuns: Number(process.env.CHECK_RUNS ?? 30), endOnFailure: true })
  await close()
  expect(seen.made).toBeGreaterThan(8)
  expect(seen.begins).toBeGreaterThan(3)
  expect(seen.ends).toBeGreaterThan(3)
})
