import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { withdrawPolicy } from '../../../acts/policies/withdraw-policy.ts'
import { installationsAt } from '../../../db/facts.ts'
import { shownState } from '../../../db/installation-state.ts'
import { installationsIn, stepsOf } from '../../../db/queries/policies.ts'
import { digestOf } from '../../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { city, Desk, today, unless } from '../../support/policy-desk.ts'
import { tenurePolicy } from '../../support/tenure-policy.ts'

let fresh: FreshDatabase | undefined
let desk: Desk
beforeEach(async () => {
  await fresh?.close()
  fresh = await freshDatabase()
  desk = await new Desk(fresh.db).open()
})
afterAll(() => fresh?.close())

const first = tenurePolicy(10)
const second = tenurePolicy(8)
const key = () => ({ idempotencyKey: randomUUID() })
const standing = () => desk.read((tx) => installationsAt(tx))
const state = async (id: string, on = today()) => shownState(await desk.row(id), on)

describe('a policy is withdrawn', () => {
  const withdraw = (id: string, on: string, reason = '废止') =>
    withdrawPolicy(desk.db, 'checker', { id, on, reason, ...key() })

  test('from a day on, with a reason; the days before stay judged under it', async () => {
    const one = await desk.atWork({ document: first, effectiveFrom: '2020-01-01', reason: '补登' })
    expect(await desk.refused(() => withdraw(one, '2030-01-01', ''))).toMatchObject({ path: ['input', 'reason'] })
    unless(await withdraw(one, '2030-01-01'))
    expect(await standing()).toMatchObject([{ effectiveFrom: '2020-01-01', effectiveTo: '2030-01-01' }])
    expect([await state(one), await state(one, '2030-01-01')]).toEqual(['ACTIVE', 'WITHDRAWN'])
    expect(await desk.refused(() => withdraw(one, '2031-01-01'))).toMatchObject({ code: 'STATE_CHANGED' })
  })

  test('before its first day, the version it would have replaced stays in force', async () => {
    const one = await desk.atWork({ document: first, effectiveFrom: '2020-01-01', reason: '补登' })
    const two = await desk.atWork({ document: second, effectiveFrom: '2099-01-01' }, { sequence: 2 })
    unless(await withdraw(two, today()))
    expect(await standing()).toMatchObject([{ digest: digestOf(first), effectiveTo: null }])
    expect([await state(one, '2099-01-01'), await state(two)]).toEqual(['ACTIVE', 'WITHDRAWN'])
    const steps = await desk.read((tx) => stepsOf(tx, one))
    expect(steps.at(-1)).toMatchObject({ state: 'active', installedBy: 'checker', reason: '废止' })
  })

  test('while it is at work, nothing comes back for it, then or later', async () => {
    await desk.atWork({ document: first, effectiveFrom: '2020-01-01', reason: '补登' })
    const two = await desk.atWork({ document: second }, { sequence: 2 })
    unless(await withdraw(two, today()))
    const onlyBefore = [{ digest: digestOf(first), effectiveTo: today() }]
    expect(await standing()).toMatchObject(onlyBefore)
    const three = await desk.atWork({ document: tenurePolicy(6), effectiveFrom: '2090-01-01' }, { sequence: 3 })
    unless(await withdraw(three, today()))
    expect(await standing()).toMatchObject(onlyBefore)
    expect(await standing()).toHaveLength(1)
  })

  test('of several that lie ahead, each is replaced by those approved after it only while these stand', async () => {
    const third = tenurePolicy(6)
    await desk.atWork({ document: first, effectiveFrom: '2020-01-01', reason: '补登' })
    await desk.atWork({ document: second, effectiveFrom: '2090-01-01' }, { sequence: 2 })
    const sooner = await desk.atWork({ document: third, effectiveFrom: '2080-01-01' }, { sequence: 3 })
    const ends = async () => (await standing()).map(({ digest, effectiveTo }) => [digest, effectiveTo])
    expect(await ends()).toEqual([
      [digestOf(first), '2080-01-01'],
      [digestOf(third), null],
    ])
    unless(await withdraw(sooner, today()))
    expect(await ends()).toEqual([
      [digestOf(first), '2090-01-01'],
      [digestOf(second), null],
    ])
    const last = tenurePolicy(5)
    await desk.atWork({ document: last, effectiveFrom: '2095-01-01' }, { sequence: 4 })
    const [, middle] = (await desk.read((tx) => installationsIn(tx, city))).filter(
      ({ state }) => state === 'superseded',
    )
    unless(await withdraw(middle?.id ?? '', today()))
    expect(await ends()).toEqual([
      [digestOf(first), '2095-01-01'],
      [digestOf(last), null],
    ])
  })

  test('as a proposal before it ever counted, whatever the day', async () => {
    unless(await desk.upload(first))
    const { installation } = unless(
      await desk.propose({ document: first, effectiveFrom: '2020-01-01', reason: '补登' }),
    )
    unless(await withdraw(installation, '2030-01-01'))
    expect(await standing()).toEqual([])
    expect(await state(installation)).toBe('WITHDRAWN')
    expect(await desk.refused(() => desk.approve(installation, first))).toMatchObject({ code: 'STATE_CHANGED' })
  })
})
