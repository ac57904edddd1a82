import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { decideReview } from '../../../acts/policies/decide-review.ts'
import { revokeKey } from '../../../acts/policies/keys.ts'
import { withdrawPolicy } from '../../../acts/policies/withdraw-policy.ts'
import { installationsAt } from '../../../db/facts.ts'
import { reviewById } from '../../../db/queries/reviews.ts'
import type { ReviewDecision } from '../../../db/tables/package.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { city, Desk, provincial, reaching, today, unless } from '../../support/policy-desk.ts'
import { tenurePolicy } from '../../support/tenure-policy.ts'

let fresh: FreshDatabase | undefined
let desk: Desk
beforeEach(async () => {
  await fresh?.close()
  fresh = await freshDatabase()
  desk = await new Desk(fresh.db).open()
})
afterAll(() => fresh?.close())

const key = () => ({ idempotencyKey: randomUUID() })
const past = { effectiveFrom: '2020-01-01', reason: '补登' }
const lenient = provincial('1.0.0', ['municipality'])
const strict = provincial('2.0.0', [])
const decide = (id: string, decision: ReviewDecision, reason = '已研究') =>
  decideReview(desk.db, 'head', { id, decision, reason, ...key() })
const atWorkInTheCity = async () =>
  (await desk.read((tx) => installationsAt(tx)))
    .filter(({ jurisdiction }) => jurisdiction === city)
    .map(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo])

/** The city exempts as the province allows; then the province allows it no more, from a day ahead. */
const forbidden = async () => {
  await desk.atWork({ document: lenient, ...past })
  const lower = await desk.atWork({ document: reaching('1.0.0'), ...past })
  const superior = await desk.atWork({ document: strict, effectiveFrom: '2030-01-01' }, { sequence: 2 })
  const [review] = await desk.reviews()
  return { lower, superior, review: review?.id ?? '' }
}

describe('when the superior changes', () => {
  test('what became unlawful below is listed with the superior’s article, and goes on until somebody decides', async () => {
    const { lower, superior } = await forbidden()
    expect(await desk.reviews()).toMatchObject([
      {
        installationId: lower,
        jurisdiction: city,
        cause: 'superior',
        causedBy: superior,
        fromOn: '2030-01-01',
        problems: [{ superior: { rule: 'henan/tenure', catalogueId: 'EX-T', instrument: '示例', article: '第一条' } }],
      },
    ])
    expect(await atWorkInTheCity()).toEqual([['2020-01-01', null]])
  })

  test('so does what comes back into force, because the version that would have replaced it is withdrawn', async () => {
    await desk.atWork({ document: lenient, ...past })
    const lower = await desk.atWork({ document: reaching('1.0.0'), ...past })
    const next = await desk.atWork({ document: tenurePolicy(9), effectiveFrom: '2029-01-01' }, { sequence: 2 })
    await desk.atWork({ document: strict, effectiveFrom: '2030-01-01' }, { sequence: 2 })
    expect(await desk.reviews()).toEqual([])
    unless(await withdrawPolicy(desk.db, 'head', { id: next, on: today(), reason: '缓行', ...key() }))
    expect(await desk.reviews()).toMatchObject([
      { installationId: lower, fromOn: '2030-01-01', problems: [{ superior: { rule: 'henan/tenure' } }] },
    ])
    expect(await atWorkInTheCity()).toEqual([['2020-01-01', null]])
  })

  test('a proposal below is listed as well', async () => {
    await desk.atWork({ document: lenient, ...past })
    unless(await desk.upload(reaching('1.0.0')))
    const { installation } = unless(await desk.propose({ document: reaching('1.0.0') }))
    await desk.atWork({ document: strict }, { sequence: 2 })
    expect(await desk.reviews()).toMatchObject([{ installationId: installation, fromOn: today() }])
  })

  test('kept by decision, with a reason, it goes on; nobody decides a second time', async () => {
    const { review } = await forbidden()
    expect(await desk.refused(() => decide(review, 'keep', ' '))).toMatchObject({ path: ['input', 'reason'] })
    expect(unless(await decide(review, 'keep'))).toEqual({ review, jobs: [] })
    expect(await desk.reviews()).toEqual([])
    expect(await atWorkInTheCity()).toEqual([['2020-01-01', null]])
    expect(await desk.refused(() => decide(review, 'suspend'))).toMatchObject({ code: 'STATE_CHANGED' })
    expect(await desk.refused(() => decide(randomUUID(), 'keep'))).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('kept once, it is not asked about again because of a change that does not concern it', async () => {
    const { review } = await forbidden()
    unless(await decide(review, 'keep'))
    await desk.atWork({ document: provincial('3.0.0', [], 9), effectiveFrom: '2031-01-01' }, { sequence: 3 })
    expect(await desk.reviews()).toEqual([])
  })

  test('suspended by decision it counts until the day in question and no longer', async () => {
    const { review, lower } = await forbidden()
    unless(await decide(review, 'suspend'))
    expect(await atWorkInTheCity()).toEqual([['2020-01-01', '2030-01-01']])
    expect(await desk.row(lower)).toMatchObject({ state: 'suspended', installedBy: 'head', reason: '已研究' })
  })

  test('a suspended proposal never counts', async () => {
    await desk.atWork({ document: lenient, ...past })
    unless(await desk.upload(reaching('1.0.0')))
    unless(await desk.propose({ document: reaching('1.0.0'), ...past }))
    await desk.atWork({ document: strict, effectiveFrom: '2030-01-01' }, { sequence: 2 })
    const [review] = await desk.reviews()
    unless(await decide(review?.id ?? '', 'suspend'))
    expect(await atWorkInTheCity()).toEqual([])
  })

  test('what a later change allows again needs no decision: the review is closed, and says why', async () => {
    const { review } = await forbidden()
    const allowing = await desk.atWork(
      { document: provincial('3.0.0', ['municipality']), effectiveFrom: '2029-01-01' },
      { sequence: 3 },
    )
    expect(await desk.reviews()).toEqual([])
    const closed = await desk.read((tx) => reviewById(tx, review))
    expect(closed).toMatchObject({ decision: 'keep', decidedBy: 'checker' })
    expect(closed?.reason).toContain(allowing)
  })

  test('so does what was withdrawn before the day in question', async () => {
    const { review, lower } = await forbidden()
    const input = { id: lower, on: '2029-06-01', reason: '废止', ...key() }
    unless(await withdrawPolicy(desk.db, 'officer', input))
    expect(await desk.read((tx) => reviewById(tx, review))).toMatchObject({ decision: 'keep', decidedBy: 'officer' })
    expect(await desk.reviews()).toEqual([])
  })

  test('when the province withdraws its own rule, nothing below becomes unlawful by that', async () => {
    const superior = await desk.atWork({ document: lenient, ...past })
    await desk.atWork({ document: reaching('1.0.0'), ...past })
    unless(await withdrawPolicy(desk.db, 'officer', { id: superior, on: '2030-01-01', reason: '废止', ...key() }))
    expect(await desk.reviews()).toEqual([])
  })
})

describe('when a key is revoked', () => {
  const revoke = (id = desk.key.id) => revokeKey(desk.db, 'keeper', { key: id, reason: '私钥遗失', ...key() })

  test('what was signed by it alone is listed, and goes on until somebody decides', async () => {
    const lower = await desk.atWork({ document: lenient, ...past })
    const { reviews } = unless(await revoke())
    expect(await desk.reviews()).toMatchObject([
      { id: reviews[0], installationId: lower, cause: 'key', causedBy: desk.key.id, fromOn: today() },
    ])
    expect(await desk.refused(() => revoke())).toMatchObject({ code: 'STATE_CHANGED' })
    expect(await desk.refused(() => revoke('0'.repeat(32)))).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('no proposal that it alone has signed is made or approved any more', async () => {
    unless(await desk.upload(lenient))
    const { installation } = unless(await desk.propose({ document: lenient }))
    unless(await revoke())
    const refusal = { code: 'POLICY_REFUSED', issues: [{ value: 'REVOKED_KEY' }] }
    expect(await desk.refused(() => desk.approve(installation, lenient))).toMatchObject(refusal)
    expect(await desk.refused(() => desk.propose({ document: lenient, previewDigest: 'f'.repeat(64) }))).toMatchObject(
      refusal,
    )
  })
})
