import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PreviewOutdated } from '../../../acts/policies/outdated.ts'
import { rollbackPolicy } from '../../../acts/policies/rollback-policy.ts'
import { withdrawPolicy } from '../../../acts/policies/withdraw-policy.ts'
import { KnownProblem } from '../../../acts/problem.ts'
import { installationsAt } from '../../../db/facts.ts'
import { installationsIn, stepsOf } from '../../../db/queries/policies.ts'
import { digestOf } from '../../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { city, Desk, today, unless } from '../../support/policy-desk.ts'
import { tenurePolicy } from '../../support/tenure-policy.ts'

let fresh: FreshDatabase
let desk: Desk
beforeAll(async () => {
  fresh = await freshDatabase()
  desk = await new Desk(fresh.db).open()
  for (const [i, document] of documents.entries()) unless(await desk.upload(document, { sequence: i + 1 }))
})
afterAll(() => fresh.close())

const newest = tenurePolicy(8)
const documents = [tenurePolicy(10), tenurePolicy(9), newest]
const people = ['Li', ' li', 'Wang', 'Zhao']
const [who, which, nth] = [fc.constantFrom(...people), fc.constantFrom(0, 1, 2, 2, 2, 2), fc.nat(8)]
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h').map((text) => `key ${text}`)
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('propose' as const), by: who, which, key, shadow: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('approve' as const),
      by: who,
      nth,
      key,
      other: fc.option(which, { freq: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), by: who, nth, key }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rollback' as const), by: who, nth, key }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What was answered, and the digest that an approver named. */
const take = async (said: Step): Promise<{ answer: unknown; named?: string }> => {
  const rows = await desk.read((tx) => installationsIn(tx, city))
  const open = rows.filter(({ state }) => state === 'proposed')
  const among = 'nth' in said && said.do === 'approve' && open.length > 0 ? open : rows
  const row = 'nth' in said ? among[said.nth % Math.max(among.length, 1)] : undefined
  const id = row?.id ?? '019dddd0-0000-7000-8000-000000000000'
  const own = documents.find((each) => digestOf(each) === row?.digest) ?? newest
  const { by, key: idempotencyKey } = said
  if (said.do === 'propose') {
    const document = documents[said.which] ?? newest
    return { answer: await desk.propose({ document, by, mode: said.shadow ? 'shadow' : 'enforce', idempotencyKey }) }
  }
  if (said.do === 'approve') {
    const document = said.other === null ? own : (documents[said.other] ?? own)
    const answer = await desk.approve(id, document, { by, idempotencyKey })
    // Outdated by what was approved meanwhile: the approver reads the new preview, and approves by it.
    if (!(answer instanceof PreviewOutdated)) return { answer, named: digestOf(document) }
    const previewDigest = await desk.previewed(answer.preview)
    return {
      answer: await desk.approve(id, document, { by, previewDigest, idempotencyKey }),
      named: digestOf(document),
    }
  }
  const input = { id, reason: '试', idempotencyKey }
  if (said.do === 'withdraw') return { answer: await withdrawPolicy(desk.db, by, { ...input, on: today() }) }
  const rollback = { ...input, effectiveFrom: today(), previewDigest: await desk.preview(own, today()) }
  return { answer: await rollbackPolicy(desk.db, by, rollback) }
}

const plain = (name: string | null) => name?.trim().toLowerCase()

test('no path leads to a policy at work that its proposer approved, or that was approved as another document', async () => {
  let [approvals, run] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), async (steps) => {
      run += 1
      for (const each of steps) {
        // The same few keys again and again within a run: many a request is sent twice, or with another one's key.
        const { answer, named } = await take({ ...each, key: `${run} ${each.key}` })
        if (each.do !== 'approve' || answer instanceof KnownProblem) continue
        approvals += 1
        const id = Object(answer).installation
        const [row, history] = [await desk.row(id), await desk.read((tx) => stepsOf(tx, id))]
        expect(named).toBe(row.digest)
        expect(plain(row.approvedBy)).not.toBe(plain(row.proposedBy))
        expect(new Set(history.map(({ digest }) => digest)).size).toBe(1)
      }
      const rows = await desk.read((tx) => installationsIn(tx, city))
      const counting = await desk.read((tx) => installationsAt(tx))
      for (const { digest, effectiveFrom } of counting) {
        const behind = rows.filter((row) => row.digest === digest && row.effectiveFrom === effectiveFrom)
        expect(behind.some(({ approvedBy, mode }) => approvedBy !== null && mode === 'enforce')).toBe(true)
      }
      const sequences = rows.map(({ sequence }) => sequence)
      expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b))
      expect(rows.filter(({ state, approvedBy }) => state === 'active' && approvedBy === null)).toEqual([])
    }),
    { numRuns: 10 },
  )
  expect(approvals).toBeGreaterThan(1)
})
