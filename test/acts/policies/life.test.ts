import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { rollbackPolicy } from '../../../acts/policies/rollback-policy.ts'
import { installationsAt } from '../../../db/facts.ts'
import { shownState } from '../../../db/installation-state.ts'
import { installationsIn, stepsOf } from '../../../db/queries/policies.ts'
import { digestOf } from '../../../policy/index.ts'
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

const first = tenurePolicy(10)
const second = tenurePolicy(8)
const key = () => ({ idempotencyKey: randomUUID() })
const standing = () => desk.read((tx) => installationsAt(tx))
const state = async (id: string, on = today()) => shownState(await desk.row(id), on)

describe('a policy is proposed', () => {
  test('by one person, and counts for nobody until another has approved it', async () => {
    unless(await desk.upload(first))
    const { installation } = unless(await desk.propose({ document: first }))
    expect(await desk.row(installation)).toMatchObject({
      state: 'proposed',
      proposedBy: 'maker',
      approvedBy: null,
      sequence: 1,
    })
    expect(await standing()).toEqual([])
    expect(await state(installation)).toBe('PROPOSED')
    unless(await desk.approve(installation, first))
    expect(await desk.row(installation)).toMatchObject({ state: 'active', proposedBy: 'maker', approvedBy: 'checker' })
    expect((await standing()).map(({ digest }) => digest)).toEqual([digestOf(first)])
    expect(await state(installation)).toBe('ACTIVE')
  })

  test('only once its document was uploaded for that very place', async () => {
    const unknown = await desk.refused(() => desk.propose({ document: first, previewDigest: 'f'.repeat(64) }))
    expect(unknown).toMatchObject({ code: 'VALIDATION', path: ['input', 'plugin'] })
    const { jurisdiction: _, ...template } = first
    unless(await desk.upload(template))
    const elsewhere = { document: template, jurisdiction: '410100', previewDigest: 'f'.repeat(64) }
    expect(await desk.refused(() => desk.propose(elsewhere))).toMatchObject({ path: ['input', 'plugin'] })
  })

  test('only with the digest of a preview of this document, here, from this day', async () => {
    unless(await desk.upload(first))
    const previewDigest = await desk.preview(first, '2027-01-01')
    const other = await desk.refused(() =>
      desk.propose({ document: first, effectiveFrom: '2027-02-01', previewDigest }),
    )
    expect(other).toMatchObject({ code: 'VALIDATION', path: ['input', 'previewDigest'] })
    unless(await desk.propose({ document: first, effectiveFrom: '2027-01-01', previewDigest }))
  })

  test('from a day gone by only with a reason, and never from before its law', async () => {
    unless(await desk.upload(first))
    const past = {
      document: first,
      effectiveFrom: '2020-01-01',
      previewDigest: await desk.preview(first, '2020-01-01'),
    }
    expect(await desk.refused(() => desk.propose(past))).toMatchObject({
      code: 'VALIDATION',
      path: ['input', 'reason'],
    })
    expect(await desk.refused(() => desk.propose({ ...past, reason: ' ' }))).toMatchObject({
      path: ['input', 'reason'],
    })
    unless(await desk.propose({ ...past, reason: '补登' }))
    const early = { ...past, effectiveFrom: '1999-12-31', reason: '补登' }
    expect(await desk.refused(() => desk.propose(early))).toMatchObject({ path: ['input', 'effectiveFrom'] })
    const noDay = { ...past, effectiveFrom: '2026-02-30' }
    expect(await desk.refused(() => desk.propose(noDay))).toMatchObject({ path: ['input', 'effectiveFrom'] })
  })

  test('never in an older package than was proposed before; the very same document may come again', async () => {
    unless(await desk.upload(first, { sequence: 3 }))
    unless(await desk.upload(second, { sequence: 2 }))
    unless(await desk.propose({ document: first }))
    const stale = await desk.refused(async () => desk.propose({ document: second, previewDigest: 'f'.repeat(64) }))
    expect(stale).toMatchObject({ code: 'POLICY_REFUSED', issues: [{ value: 'STALE_SEQUENCE' }] })
    unless(await desk.propose({ document: first }))
    unless(await desk.upload(second, { sequence: 4 }))
    unless(await desk.propose({ document: second }))
  })

  test('never against a superior: the article and the rule are named', async () => {
    await desk.atWork({ document: provincial('1.0.0', []) })
    const document = reaching('1.0.0')
    unless(await desk.upload(document))
    const answer = await desk.refused(() => desk.propose({ document, previewDigest: 'f'.repeat(64) }))
    expect(answer).toMatchObject({
      code: 'POLICY_REFUSED',
      issues: [
        {
          value: 'NOT_EXEMPTABLE',
          path: ['document', 'rules', '2', 'appliesTo', '1'],
          superior: { rule: 'henan/tenure' },
        },
      ],
    })
  })

  test('never with a rule that another plugin of the place has under the same id; both clauses are quoted', async () => {
    await desk.atWork({ document: first })
    const twin = { ...second, id: 'twin' }
    unless(await desk.upload(twin))
    const answer = await desk.refused(() => desk.propose({ document: twin, previewDigest: 'f'.repeat(64) }))
    expect(answer).toMatchObject({ issues: [{ value: 'RULE_CONFLICT' }, {}, {}] })
    expect(answer.says.zh).toMatch(/《示例》第一条（EX-T 示例）.*《示例》第一条（EX-T 示例）/)
  })
})

describe('a proposal is approved', () => {
  test('never by the one who proposed it, however the name is spelt', async () => {
    unless(await desk.upload(first))
    const { installation } = unless(await desk.propose({ document: first, by: 'Zhang San' }))
    for (const by of ['Zhang San', ' zhang san ', 'ZHANG SAN', 'Ｚｈａｎｇ San', 'Zhang\u200bSan\u2060', 'zhangsan']) {
      expect(await desk.refused(() => desk.approve(installation, first, { by }))).toMatchObject({ code: 'SAME_PERSON' })
    }
  })

  test('by its own digest only, and once', async () => {
    unless(await desk.upload(first))
    const { installation } = unless(await desk.propose({ document: first }))
    expect(await desk.refused(() => desk.approve(installation, second))).toMatchObject({
      code: 'STATE_CHANGED',
      path: ['input', 'digest'],
    })
    unless(await desk.approve(installation, first))
    const again = await desk.refused(() => desk.approve(installation, first))
    expect(again).toMatchObject({ code: 'STATE_CHANGED', path: ['input', 'id'] })
    const nobody = await desk.refused(() => desk.approve(randomUUID(), first))
    expect(nobody).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('by exactly one of several who try at once', async () => {
    unless(await desk.upload(first))
    const { installation } = unless(await desk.propose({ document: first }))
    const answers = await Promise.all(['a', 'b', 'c'].map((by) => desk.approve(installation, first, { by })))
    const codes = answers.map((answer) => ('code' in answer ? answer.code : 'approved')).sort()
    expect(codes).toEqual(['STATE_CHANGED', 'STATE_CHANGED', 'approved'])
    const steps = await desk.read((tx) => stepsOf(tx, installation))
    expect(steps.map((step) => step.state)).toEqual(['proposed', 'active'])
  })

  test('with the same answer when the same request comes twice, and not for another request under its key', async () => {
    unless(await desk.upload(first))
    const propose = { document: first, previewDigest: await desk.preview(first, today()), ...key() }
    const { installation } = unless(await desk.propose(propose))
    expect(await desk.propose(propose)).toEqual({ installation })
    expect(await desk.propose({ ...propose, mode: 'shadow' })).toMatchObject({ code: 'IDEMPOTENCY_REUSED' })
    const approve = key()
    const answer = unless(await desk.approve(installation, first, approve))
    expect(await desk.approve(installation, first, approve)).toEqual(answer)
    expect(await desk.read((tx) => installationsIn(tx, city))).toHaveLength(1)
  })

  test('never once what stands above forbids it', async () => {
    await desk.atWork({ document: provincial('1.0.0', ['municipality']) })
    const document = reaching('1.0.0')
    unless(await desk.upload(document))
    const { installation } = unless(await desk.propose({ document }))
    await desk.atWork({ document: provincial('2.0.0', []) }, { sequence: 2 })
    const answer = await desk.refused(() => desk.approve(installation, document))
    expect(answer).toMatchObject({ code: 'POLICY_REFUSED', issues: [{ superior: { rule: 'henan/tenure' } }] })
  })

  test('never after a later proposal of the same plugin was', async () => {
    unless(await desk.upload(first))
    unless(await desk.upload(second, { sequence: 2 }))
    const [one, two] = [await desk.propose({ document: first }), await desk.propose({ document: second })].map(unless)
    unless(await desk.approve(two?.installation ?? '', second))
    const answer = await desk.refused(() => desk.approve(one?.installation ?? '', first))
    expect(answer).toMatchObject({ issues: [{ value: 'STALE_SEQUENCE' }] })
  })
})

describe('several versions stand beside each other by their days', () => {
  test('a later one takes over from its first day, which may lie ahead; until then the former is at work', async () => {
    const one = await desk.atWork({ document: first, effectiveFrom: '2020-01-01', reason: '补登' })
    const two = await desk.atWork({ document: second, effectiveFrom: '2099-01-01' }, { sequence: 2 })
    expect((await standing()).map(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo])).toEqual([
      ['2020-01-01', '2099-01-01'],
      ['2099-01-01', null],
    ])
    expect([await state(one), await state(two)]).toEqual(['ACTIVE', 'SCHEDULED'])
    expect([await state(one, '2099-01-01'), await state(two, '2099-01-01')]).toEqual(['SUPERSEDED', 'ACTIVE'])
  })

  test('a shadow is at work for nobody, stands beside the version in force, and asks for no evaluation', async () => {
    const one = await desk.atWork({ document: first })
    unless(await desk.upload(second, { sequence: 2 }))
    const { installation } = unless(await desk.propose({ document: second, mode: 'shadow' }))
    const { jobs } = unless(await desk.approve(installation, second))
    expect(jobs).toEqual([])
    expect((await standing()).map(({ digest }) => digest)).toEqual([digestOf(first)])
    expect([await state(one), await state(installation)]).toEqual(['ACTIVE', 'ACTIVE'])
  })
})

describe('an older document comes back', () => {
  test('under a new sequence, proposed by one and approved by another', async () => {
    const one = await desk.atWork({ document: first, effectiveFrom: '2020-01-01', reason: '补登' })
    await desk.atWork({ document: second, effectiveFrom: '2021-01-01', reason: '补登' }, { sequence: 2 })
    const previewDigest = await desk.preview(first, '2027-01-01')
    const input = { id: one, effectiveFrom: '2027-01-01', previewDigest, reason: '新规未成熟' }
    const { installation } = unless(await rollbackPolicy(desk.db, 'maker', { ...input, ...key() }))
    expect(await desk.row(installation)).toMatchObject({ sequence: 3, rollsBack: one, state: 'proposed' })
    expect(await desk.approve(installation, first, { by: 'maker' })).toMatchObject({ code: 'SAME_PERSON' })
    unless(await desk.approve(installation, first))
    expect((await standing()).map(({ digest, effectiveTo }) => [digest, effectiveTo])).toEqual([
      [digestOf(first), '2021-01-01'],
      [digestOf(second), '2027-01-01'],
      [digestOf(first), null],
    ])
  })

  test('only if it was once approved, and with a reason', async () => {
    unless(await desk.upload(first))
    const { installation: id } = unless(await desk.propose({ document: first }))
    const input = { id, effectiveFrom: today(), previewDigest: 'f'.repeat(64), reason: '试' }
    const roll = (more: object = {}) => rollbackPolicy(desk.db, 'maker', { ...input, ...key(), ...more })
    expect(await desk.refused(() => roll())).toMatchObject({ code: 'STATE_CHANGED' })
    expect(await desk.refused(() => roll({ reason: '' }))).toMatchObject({ path: ['input', 'reason'] })
  })
})
