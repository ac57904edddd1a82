import { isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweep } from '../../../acts/conflicts/sweep.ts'
import { enqueueReached } from '../../../acts/jobs/enqueue.ts'
import { runJobsUntilDone } from '../../../acts/jobs/work.ts'
import { recut } from '../../../db/facts.ts'
import {
  endInstallation,
  installationsOf,
  keepDocument,
  recordInstallation,
} from '../../../db/queries/evaluation-policy.ts'
import { conflict, conflictSpan } from '../../../db/tables/conflict.ts'
import { type Tx, transaction } from '../../../db/transaction.ts'
import { type AvoidanceRule, addYears, day, dayText, digestOf, type PostsStand } from '../../../policy/index.ts'
import { avoidancePolicy, putToWork, sameUnitBar } from '../../support/avoidance.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { generateCounty } from '../../support/generated-county.ts'
import { askedFor, computed } from '../../support/previewing.ts'
import { tenurePolicy } from '../../support/tenure-policy.ts'

const city = '411100'
const everyKin = { kin: { classes: ['SPOUSE', 'DIRECT_BLOOD', 'COLLATERAL_WITHIN_THREE', 'NEAR_AFFINITY'] } } as const
const bar = (id: string, posts: PostsStand): AvoidanceRule =>
  sameUnitBar({ id, catalogueId: id, when: { all: [everyKin, { posts }] }, effect: 'WARN' })

const national = { ...avoidancePolicy([bar('anywhere', { relation: 'sameUnit' })]), id: 'nation' }
const first = avoidancePolicy([sameUnitBar(), bar('leader', { relation: 'sameLeader' })], '1.0.0')
const second = avoidancePolicy(
  [
    bar('leader', { relation: 'sameLeader' }),
    bar('superior', { relation: 'directSuperior' }),
    bar('team', { relation: 'sameTeam' }),
  ],
  '2.0.0',
)

let fresh: FreshDatabase
const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'write', pace: 'job' }, work)

beforeAll(async () => {
  fresh = await freshDatabase()
  const { people } = await write((tx) => generateCounty(tx, 11))
  await write((tx) => recut(tx, people))
  await putToWork(fresh.db, national, '100000')
  await putToWork(fresh.db, first, city)
})
afterAll(() => fresh.close())

/** Conflicts in the record that hold, surely or possibly, on some day of those. */
const held = (from: string, to: string) =>
  write(async (tx) => {
    const spans = await tx.select().from(conflictSpan).where(isNull(conflictSpan.recordedTo))
    const meeting = spans.filter((span) => span.fromOn < to && (span.toOn === null || span.toOn > from))
    const ids = new Set(meeting.map(({ conflictId }) => conflictId))
    const rows = await tx.select().from(conflict).where(isNull(conflict.recordedTo))
    return new Map(
      rows
        .filter(({ id }) => ids.has(id))
        .map((row) => [row.id, [row.rule, row.root, row.firstPersonId, row.secondRoot, row.secondPersonId].join()]),
    )
  })

/** As approving it would: the former version gives way from that day. */
const install = async (effectiveFrom: string) => {
  const digest = digestOf(second)
  const jobs = await write(async (tx) => {
    await keepDocument(tx, digest, second)
    for (const row of await installationsOf(tx, city, second.id))
      await endInstallation(tx, row, effectiveFrom, 'superseded')
    await recordInstallation(tx, {
      ...{ jurisdiction: city, pluginId: second.id, digest, sequence: 2, effectiveFrom },
      ...{ installedBy: 'test', reason: null },
    })
    return enqueueReached(tx, city)
  })
  await runJobsUntilDone(fresh.db, jobs)
}

test('conflicts that begin and end are those the sweep says after installing, and said not before', async () => {
  const effectiveFrom = '2015-01-01'
  const { preview, lines } = await computed(
    fresh.db,
    await askedFor(fresh.db, second, { jurisdiction: city, effectiveFrom, horizon: 3 }),
  )
  const to = dayText(addYears(day(preview.fromOn), 3))
  for (const root of [410000, 420000]) await sweep(fresh.db, root)
  const before = await held(preview.fromOn, to)
  await install(effectiveFrom)
  const after = await held(preview.fromOn, to)
  const expected = [
    ...[...before].filter(([id]) => !after.has(id)).map(([, said]) => `CONFLICT_ENDS ${said}`),
    ...[...after].filter(([id]) => !before.has(id)).map(([, said]) => `CONFLICT_BEGINS ${said}`),
  ]
  const found = lines.map(
    (line) => `${line.kind} ${[line.rule, line.personRoot, line.personId, line.otherRoot, line.otherId].join()}`,
  )
  expect(found.sort()).toEqual(expected.sort())
  expect(found.filter((line) => line.startsWith('CONFLICT_BEGINS')).length).toBeGreaterThan(0)
  expect(found.filter((line) => line.startsWith('CONFLICT_ENDS')).length).toBeGreaterThan(0)
  for (const { kind, beforeStatus, afterStatus } of lines) {
    expect(beforeStatus === null).toBe(kind === 'CONFLICT_BEGINS')
    expect(afterStatus === null).toBe(kind === 'CONFLICT_ENDS')
  }
})

test('a policy that speaks of one person at a time changes no conflict', async () => {
  const document = { ...tenurePolicy(5), id: 'tenure' }
  const { lines } = await computed(
    fresh.db,
    await askedFor(fresh.db, document, { jurisdiction: city, effectiveFrom: '2010-01-01', horizon: 5 }),
  )
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.every(({ otherId }) => otherId === null)).toBe(true)
})
