import { beforeAll, describe, expect, test } from 'vitest'
import { workJobs } from '../../acts/jobs/worker.ts'
import { csv } from '../roster/office.ts'
import { freshDatabase } from '../support/database.ts'
import { exampleCity } from '../support/example-policy.ts'
import { PolicyOffice } from '../support/policy-office.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

const [author, head] = ['author', 'head']

let office: PolicyOffice
beforeAll(async () => {
  office = await PolicyOffice.open((await freshDatabase()).db)
})

const idsOf = (jobs: readonly { readonly id: string }[]) => jobs.map(({ id }) => id)
const states = async () => (await office.installations()).map(({ version, state }) => `${version} ${state}`)

interface ChangeTold {
  readonly person: { readonly code: string }
  readonly rule: { readonly catalogueId: string }
  readonly change: string
  readonly before: { readonly since: string } | null
  readonly after: { readonly since: string } | null
}
const toldOf = (preview: { readonly changes: { readonly edges: readonly { readonly node: ChangeTold }[] } }) =>
  preview.changes.edges.map(({ node: { person, rule, change, before, after } }) => [
    ...[person.code, rule.catalogueId, change, before?.since ?? null, after?.since ?? null],
  ])

describe('the life of a policy, taken through it by two people', () => {
  const proposed = { mode: 'ENFORCE', jurisdiction: exampleCity }
  let begun: string
  let underEight: readonly (readonly (string | null)[])[]
  let digest: string
  let previewDigest: string
  let proposal: string

  beforeAll(() => {
    begun = new Date().toISOString()
    const { today, year } = office
    underEight = [
      ['P2', 'EX-T', 'EARLIER', `${year + 1}-01-01`, today],
      ['P3', 'EX-T', 'EARLIER', `${year + 3}-01-01`, `${year + 1}-01-01`],
      ['P4', 'EX-T', 'NEWLY_DUE', null, `${year + 4}-01-01`],
    ]
  })

  test('a package that was handed in is known, and not at work', async () => {
    digest = await office.sent(tenurePolicy(8), 2)
    const { data } = await office.graph.ask(
      `{ policyDocument(digest: "${digest}") { version installations { id } }
         policyCatalogue { edges { node { id versions { edges { node { version state } } } } } } }`,
    )
    expect(data.policyDocument).toEqual({ version: '8.0.0', installations: [] })
    const [{ node }] = data.policyCatalogue.edges
    expect(node.versions.edges.map((edge: { node: object }) => edge.node)).toEqual([
      { version: '8.0.0', state: 'CHECKED' },
      { version: '10.0.0', state: 'ACTIVE' },
    ])
  })

  test('its preview names whom it would make due, earlier or at all, under which rule and in which year', async () => {
    const preview = await office.previewed(digest)
    previewDigest = preview.digest
    expect(preview.state).toBe('DONE')
    expect(toldOf(preview)).toEqual(underEight)
    const unit = { code: 'U1', name: '财政局' }
    expect(preview.counts).toEqual([
      { change: 'EARLIER', year: office.year, unit, people: 1 },
      { change: 'EARLIER', year: office.year + 1, unit, people: 1 },
      { change: 'NEWLY_DUE', year: office.year + 4, unit, people: 1 },
    ])
    expect(await office.dueOn(office.today)).toEqual(['P1'])
  })

  test('the policy that is at work already would change nothing', async () => {
    const same = await office.sent(tenurePolicy(10), 1)
    expect(toldOf(await office.previewed(same))).toEqual([])
  })

  test('one who has read another preview may not propose', async () => {
    const input = { ...proposed, plugin: digest, effectiveFrom: office.today, previewDigest: 'f'.repeat(64) }
    const refused = await office.steps.propose(author, input)
    expect(refused).toMatchObject({ __typename: 'ValidationProblem', code: 'VALIDATION' })
    expect(refused.problems).toEqual([
      { path: ['input', 'previewDigest'], message: expect.stringContaining('没有'), remedy: expect.any(String) },
    ])
  })

  test('who has read its preview proposes it; that changes nothing yet', async () => {
    const answer = await office.steps.propose(author, {
      ...proposed,
      plugin: digest,
      effectiveFrom: office.today,
      previewDigest,
    })
    expect(answer.installation).toMatchObject({
      ...{ state: 'PROPOSED', sequence: 2, digest, effectiveFrom: office.today, mode: 'ENFORCE', proposedBy: author },
    })
    proposal = answer.installation.id
    expect(await states()).toEqual(['8.0.0 PROPOSED', '10.0.0 ACTIVE'])
    expect(await office.dueOn(office.today)).toEqual(['P1'])
  })

  test('nobody approves their own proposal', async () => {
    const refused = await office.steps.approve(` ${author.toUpperCase()}`, { id: proposal, digest })
    expect(refused).toMatchObject({ __typename: 'ConflictProblem', code: 'SAME_PERSON', preview: null })
    expect(await states()).toEqual(['8.0.0 PROPOSED', '10.0.0 ACTIVE'])
  })

  test('when a file has changed since, another preview is shown first, and it is approved by that one', async () => {
    await office.file({ states: csv(['person|kind|from|to', `P1|unfinished_business|${office.year}-01-01|`]) })
    const outdated = await office.steps.approve(head, { id: proposal, digest })
    expect(outdated).toMatchObject({ __typename: 'ConflictProblem', code: 'PREVIEW_OUTDATED' })
    const { data, errors } = await office.graph.ask(
      'query ($id: ID!) { preview(id: $id) { job { id } askedBy } }',
      outdated.preview,
    )
    expect(errors).toBeUndefined()
    expect(data.preview.askedBy).toBe(head)
    await office.done(data.preview.job.id)
    const fresh = await office.steps.preview(outdated.preview.id)
    expect(fresh.digest).not.toBe(previewDigest)
    const approved = await office.steps.approve(head, { id: proposal, digest, previewDigest: fresh.digest })
    expect(approved).toMatchObject({ installation: { id: proposal, state: 'ACTIVE', approvedBy: head } })
    await office.done(...idsOf(approved.jobs))
    expect(await states()).toEqual(['8.0.0 ACTIVE', '10.0.0 SUPERSEDED'])
    expect(await office.dueOn(office.today)).toEqual(['P2'])
    expect(await office.dueOn(`${office.year + 1}-01-01`)).toEqual(['P2', 'P3'])
  })

  test('a replay tells what we would have said before, by the file and the policy of then, beside what we say now', async () => {
    const input = { jurisdiction: exampleCity, on: office.today, knownAt: begun, policyAt: begun, horizon: 5 }
    const answer = await office.told(
      `mutation ($input: StartReplayInput!) { startReplay(input: $input) { ... on Problem { code message }
         ... on StartReplayPayload { job { id } preview { id kind plugin { id } effectiveFrom policyAt } } } }`,
      { input: { ...input, idempotencyKey: 'replay' } },
    )
    const { job, preview } = answer.startReplay
    expect(preview).toMatchObject({ kind: 'REPLAY', plugin: null, effectiveFrom: null })
    await office.done(job.id)
    expect(toldOf(await office.steps.preview(preview.id))).toEqual([
      ['P1', 'EX-T', 'RELEASED', `${office.year - 2}-01-01`, `${office.year - 2}-01-01`],
      ...underEight,
    ])
  })

  test('its history says who took each step, under which preview', async () => {
    const query = `query ($id: ID!) { installation(id: $id) { history { kind by } preview { digest } package { signedBy sequence }
      proposedBy approvedBy reviews { id } rollsBack { id } } }`
    const { data, errors } = await office.graph.ask(query, { id: proposal })
    expect(errors).toBeUndefined()
    expect(data.installation).toMatchObject({
      history: [
        { kind: 'PROPOSED', by: author },
        { kind: 'PROPOSED', by: head },
        { kind: 'ACTIVE', by: head },
      ],
      package: { signedBy: [expect.stringMatching(/^[0-9a-f]{32}$/)], sequence: 2 },
      ...{ proposedBy: author, approvedBy: head, reviews: [], rollsBack: null },
    })
  })

  test('the earlier version comes back under a new sequence, by the same two steps', async () => {
    const earlier = (await office.installations()).find(({ version }) => version === '10.0.0')
    const { digest: read } = await office.previewed(await office.sent(tenurePolicy(10), 1))
    const input = { id: earlier?.id, effectiveFrom: office.today, previewDigest: read, reason: '新办法有误' }
    const { installation } = await office.steps.rollback(author, input)
    expect(installation).toMatchObject({
      ...{ state: 'PROPOSED', sequence: 3, version: '10.0.0', rollsBack: { id: earlier?.id } },
    })
    const approved = await office.steps.approve(head, {
      id: installation.id,
      digest: await office.sent(tenurePolicy(10), 1),
    })
    await office.done(...idsOf(approved.jobs))
    expect(await states()).toEqual(['10.0.0 ACTIVE', '8.0.0 SUPERSEDED', '10.0.0 SUPERSEDED'])
    expect(await office.dueOn(`${office.year + 1}-01-01`)).toEqual(['P2'])
  })

  test('withdrawn from a day on, it binds on the days before and no longer on that day', async () => {
    const [standing] = await office.installations()
    const on = `${office.year + 1}-06-01`
    const withdrawn = await office.steps.withdraw(head, { id: standing?.id, on, reason: '办法废止' })
    expect(withdrawn.installation).toEqual({ id: standing?.id, state: 'ACTIVE' })
    expect((await progressOf(standing?.id)).at(-1)).toMatchObject({ kind: 'evaluation', state: 'DONE' })
    expect([await office.dueOn(`${office.year + 1}-05-31`), await office.dueOn(on)]).toEqual([['P2'], []])
    const again = await office.steps.withdraw(head, { id: standing?.id, on, reason: '再次' })
    expect(again).toMatchObject({ __typename: 'ConflictProblem', code: 'STATE_CHANGED' })
  })

  test('a proposal that is taken back never counted', async () => {
    const { digest: read } = await office.previewed(digest)
    const { installation } = await office.steps.propose(author, {
      ...{
        ...proposed,
        plugin: await office.sent(tenurePolicy(8), 3),
        effectiveFrom: office.today,
        previewDigest: read,
      },
    })
    const { installation: gone } = await office.steps.withdraw(author, {
      id: installation.id,
      on: office.today,
      reason: '作罢',
    })
    expect(gone).toEqual({ id: installation.id, state: 'WITHDRAWN' })
    expect(await office.dueOn(office.today)).toEqual([])
    expect(await office.steps.approve(head, { id: installation.id, digest })).toMatchObject({ code: 'STATE_CHANGED' })
  })

  /** How the evaluations of an installation go on while a worker is at them. */
  const progressOf = async (id = ''): Promise<readonly { readonly state: string }[]> => {
    const query = `subscription { evaluationProgress(installation: "${id}") { id kind state } }`
    const watching = office.graph.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
    })
    const worker = workJobs(office.db, (error) => {
      throw error
    })
    const told = await (await watching).text()
    await worker.stop()
    return [...told.matchAll(/^data: (\{.*\})$/gm)].map(([, text = '']) => JSON.parse(text).data.evaluationProgress)
  }
})
