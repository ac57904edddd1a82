import { afterAll, beforeAll, expect, test } from 'vitest'
import { KnownProblem } from '../../acts/problem.ts'
import { recordState } from '../../acts/record-state.ts'
import { transaction } from '../../db/transaction.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { loadWorld } from '../support/world.ts'
import { differences, versionsIn } from './compare.ts'
import { Ledger } from './ledger.ts'

let fresh: FreshDatabase
let ledger: Ledger
beforeAll(async () => {
  fresh = await freshDatabase()
  await loadWorld(fresh.db)
  ledger = new Ledger(await transaction(fresh.db, { mode: 'read' }, versionsIn))
})
afterAll(() => fresh.close())

const wrong = () => transaction(fresh.db, { mode: 'read' }, (tx) => differences(tx, ledger))

test('the soak sees a change nobody was told of, and one that was acknowledged and lost', async () => {
  expect(await wrong()).toEqual([])
  const asked = ledger.ask('R01', () => 0)
  const says = { kind: 'unfinished_business', from: '2026-01-01', note: asked.mark } as const
  const head = { idempotencyKey: asked.key, expectedVersion: null, person: { code: 'R01' } }
  expect(await recordState(fresh.db, 'local', { ...head, ...says })).not.toBeInstanceOf(KnownProblem)
  expect(await wrong()).toEqual([
    `${asked.mark}: nobody was told`,
    '1 keys are kept of 0 changes',
    expect.stringMatching(/^R01: version \d+, told \d+$/),
  ])
  ledger.acknowledge(asked, ledger.versionOf('R01') + 1)
  expect(await wrong()).toEqual([])
  const never = ledger.ask('R02', () => 0.9)
  ledger.acknowledge(never, ledger.versionOf('R02') + 1)
  expect(await wrong()).toContain(`${never.mark}: acknowledged and lost`)
})
