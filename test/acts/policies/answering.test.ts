import { afterAll, beforeAll, expect, test } from 'vitest'
import { certificateFor } from '../../../acts/policies/certificate.ts'
import { type Case, digestOf, type PluginDocument } from '../../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { duty } from '../../support/example-policy.ts'
import { city, Desk, provincial, unless } from '../../support/policy-desk.ts'
import { tenurePolicy } from '../../support/tenure-policy.ts'

let fresh: FreshDatabase
let desk: Desk
beforeAll(async () => {
  fresh = await freshDatabase()
  desk = await new Desk(fresh.db).open()
  await desk.atWork({ document: provincial('1.0.0', []), effectiveFrom: '2020-01-01', reason: '补登' })
})
afterAll(() => fresh.close())

/** Says a rule of the province again in such words that nobody can prove it is no weaker. */
const obscure = (): PluginDocument => {
  const policy = tenurePolicy(10)
  const when = { any: [{ lasting: { atLeast: 'P3Y' } }, { not: { lasting: { atLeast: 'P3Y' } } }] }
  const again = { id: 'again', catalogueId: 'EX-A', per: [], effect: 'SHALL' as const, action: 'adjust' as const }
  const on = '2026-01-01'
  const cases: Case[] = [
    { name: '在任', on, career: [{ post: '岗位', from: '2010-01-01' }], expect: { again: 'binds' } },
    { name: '离任', on, career: [{ post: '岗位', from: '2010-01-01', to: '2020-01-01' }], expect: { again: 'passes' } },
  ]
  const rule = duty(when, { ...again, restates: ['henan/unsuited'] })
  return { ...policy, rules: [...policy.rules, rule], cases: [...policy.cases, ...cases] }
}

test('what can be neither proved nor refuted is proposed only by someone who answers for it, rule by rule', async () => {
  const document = obscure()
  const { digest } = unless(await desk.upload(document))
  const certificate = await desk.read((tx) => certificateFor(tx, city, digest))
  expect(certificate).toMatchObject({
    conforms: true,
    items: [{ basis: 'unproved', superior: { rule: 'henan/unsuited' } }],
  })
  const proposal = { document, previewDigest: await desk.preview(document, '2027-01-01'), effectiveFrom: '2027-01-01' }
  for (const acknowledged of [undefined, [], ['henan/tenure'], ['unsuited']]) {
    const answer = await desk.refused(() => desk.propose({ ...proposal, acknowledged: acknowledged ?? null }))
    expect(answer).toMatchObject({
      code: 'POLICY_REFUSED',
      issues: [
        { value: 'UNPROVED', path: ['document', 'rules', '3', 'restates', '0'], superior: { catalogueId: 'EX-U' } },
      ],
    })
  }
  const said = { ...proposal, acknowledged: ['henan/unsuited', 'henan/tenure'] }
  const { installation } = unless(await desk.propose(said))
  expect((await desk.row(installation)).acknowledged).toEqual(['henan/unsuited'])
  unless(await desk.approve(installation, document))
  expect(await desk.reviews()).toEqual([])
})

test('a certificate of a document that is not on file is not given', async () => {
  const unknown = digestOf(tenurePolicy(3))
  await expect(desk.read((tx) => certificateFor(tx, city, unknown))).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
