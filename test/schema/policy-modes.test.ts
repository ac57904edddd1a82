import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { exampleCity } from '../support/example-policy.ts'
import { PolicyOffice } from '../support/policy-office.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

let office: PolicyOffice
beforeAll(async () => {
  office = await PolicyOffice.open((await freshDatabase()).db)
})

/** Proposed by one, approved by another, and everyone judged. */
const installed = async (years: number, sequence: number, mode: string, effectiveFrom: string) => {
  const digest = await office.sent(tenurePolicy(years), sequence)
  const { digest: previewDigest } = await office.previewed(digest, effectiveFrom)
  const proposal = { jurisdiction: exampleCity, plugin: digest, effectiveFrom, mode, previewDigest }
  const { installation } = await office.steps.propose('author', proposal)
  const approved = await office.steps.approve('head', { id: installation.id, digest })
  await office.done(...approved.jobs.map(({ id }: { readonly id: string }) => id))
  return approved.installation
}

const states = async () => (await office.installations()).map(({ version, state }) => `${version} ${state}`)

test('a policy on trial is at work for whoever tries it, and in no list of those who must move', async () => {
  const day = `${office.year + 1}-01-01`
  expect(await office.dueOn(day)).toEqual(['P1', 'P2'])
  expect(await installed(7, 1, 'SHADOW', office.today)).toMatchObject({ state: 'ACTIVE' })
  expect(await states()).toEqual(['7.0.0 ACTIVE', '10.0.0 ACTIVE'])
  expect(await office.dueOn(day)).toEqual(['P1', 'P2'])
  const { jurisdiction, person } = await office.told(
    `{ jurisdiction(code: "${exampleCity}") { chain { plugin { version } } installations(state: ACTIVE) { edges { node { version mode } } } }
       person(code: "P3") { findings(on: "${day}") { status } } }`,
  )
  expect(jurisdiction).toEqual({
    chain: [{ plugin: { version: '10.0.0' } }],
    installations: {
      edges: [{ node: { version: '7.0.0', mode: 'SHADOW' } }, { node: { version: '10.0.0', mode: 'ENFORCE' } }],
    },
  })
  expect(person.findings).toEqual([])
})

test('a policy approved for next year is scheduled, and those it will reach are in the calendar already', async () => {
  const day = `${office.year + 1}-07-01`
  expect(await installed(8, 2, 'ENFORCE', day)).toMatchObject({ state: 'SCHEDULED' })
  expect(await states()).toEqual(['8.0.0 SCHEDULED', '7.0.0 ACTIVE', '10.0.0 ACTIVE'])
  expect([await office.dueOn(`${office.year + 1}-06-30`), await office.dueOn(day)]).toEqual([
    ['P1', 'P2'],
    ['P1', 'P2', 'P3'],
  ])
  const { jurisdiction } = await office.told(
    `{ jurisdiction(code: "${exampleCity}") { calendar(from: "${day}", to: "${office.year + 2}-01-01", first: 50) {
         edges { node { on change person { code } } } } } }`,
  )
  const events: readonly { readonly node: object }[] = jurisdiction.calendar.edges
  expect(events.map(({ node }) => node)).toContainEqual({ on: day, change: 'BECOMES_DUE', person: { code: 'P3' } })
})

test('a step taken twice with one key is taken once; the key of one step serves no other', async () => {
  const digest = await office.sent(tenurePolicy(6), 3)
  const { digest: previewDigest } = await office.previewed(digest)
  const input = {
    ...{ jurisdiction: exampleCity, plugin: digest, effectiveFrom: office.today, mode: 'ENFORCE', previewDigest },
    idempotencyKey: 'one and the same',
  }
  const query = `mutation ($input: ProposePolicyInput!) { proposePolicy(input: $input) { __typename
    ... on ProposePolicyPayload { installation { id } } ... on Problem { code } } }`
  const first = await office.told(query, { input }, 'author')
  expect(await office.told(query, { input }, 'author')).toEqual(first)
  const other = await office.told(query, { input: { ...input, mode: 'SHADOW' } }, 'author')
  expect(other.proposePolicy).toEqual({ __typename: 'IdempotencyReusedProblem', code: 'IDEMPOTENCY_REUSED' })
  expect((await states()).filter((state) => state.endsWith('PROPOSED'))).toEqual(['6.0.0 PROPOSED'])
})
