import { beforeAll, describe, expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { workJobs } from '../../acts/jobs/worker.ts'
import { uploadPackage } from '../../acts/policies/upload-package.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import type { Database } from '../../db/connect.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import { transaction } from '../../db/transaction.ts'
import { type PluginDocument, packageBytes } from '../../policy/index.ts'
import { csv } from '../roster/office.ts'
import { freshDatabase } from '../support/database.ts'
import { exampleCity } from '../support/example-policy.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'
import { type AskAs, policySteps } from '../support/policy-steps.ts'
import { keyPair, packaged } from '../support/sample-package.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

const key = keyPair()
const [author, head] = ['author', 'head']

let db: Database
let graph: Asking
let today: string
let year: number

const ask: AskAs = (query, variables, actor) => graph.ask(query, variables, { 'x-cadre-actor': actor })
const steps = policySteps(ask)
const done = (...jobs: readonly string[]) => runJobsUntilDone(db, jobs)
const idsOf = (jobs: readonly { readonly id: string }[]) => jobs.map(({ id }) => id)

/** Years in post of each officer at the beginning of this year: who must move depends on the years a policy allows. */
const years = { P1: 12, P2: 9, P3: 7, P4: 4 }

beforeAll(async () => {
  ;({ db } = await freshDatabase())
  graph = graphqlOn(db)
  today = await transaction(db, { mode: 'read' }, todayInLaw)
  year = Number(today.slice(0, 4))
  const codes = Object.keys(years)
  const report = await importRoster(
    db,
    textSource({
      units: csv(['code|name|kind|jurisdiction|parent', `U1|财政局|organ|${exampleCity}|`]),
      posts: csv([
        'code|unit|title|level|leading|category|quota',
        ...codes.map((n) => `Z${n}|U1|科长|正科|yes|civil|1`),
      ]),
      people: csv(['code|name|sex|birth|category', ...codes.map((n) => `${n}|张${n}|M|1985-01|civil`)]),
      assignments: csv([
        'person|post|from|to',
        ...Object.entries(years).map(([n, y]) => `${n}|Z${n}|${year - y}-01-01|`),
      ]),
    }),
    { at: exampleCity, by: 'test' },
  )
  expect(report.problems).toEqual([])
  await putToWork(tenurePolicy(10))
  const registered = await steps.registerKey(head, {
    ...{ jurisdiction: exampleCity, publicKey: key.publicPem, holder: '组织部办公室' },
  })
  expect(registered.key).toMatchObject({ jurisdiction: { code: exampleCity }, registeredBy: head })
})

const putToWork = async (document: PluginDocument) => {
  const outcome = await installPlugin(db, { document, by: 'operator' })
  if (outcome instanceof KnownProblem) throw new Error(outcome.says.en)
  await done(...outcome.jobs)
}

/** Hands a signed package in, and says under which digest it is kept. */
const sent = async (document: PluginDocument, sequence: number, target = exampleCity) => {
  const bytes = packageBytes(packaged(document, key.privatePem, { sequence, target }))
  const uploaded = await uploadPackage(db, author, { bytes })
  if (uploaded instanceof KnownProblem) throw new Error(uploaded.says.en)
  return uploaded.digest
}

/** The preview of a document, once it is computed. */
const previewed = async (plugin: string, effectiveFrom = today) => {
  const begun = await steps.startPreview(author, { jurisdiction: exampleCity, plugin, effectiveFrom, horizon: 5 })
  expect(begun).toMatchObject({ __typename: 'StartPreviewPayload', job: { state: 'QUEUED' } })
  await done(begun.job.id)
  return steps.preview(begun.preview.id)
}

const dueOn = async (on: string) => {
  const { data, errors } = await graph.ask(
    `{ jurisdiction(code: "${exampleCity}") { findings(on: "${on}", status: [ACTIVE], first: 50) { edges { node { person { code } } } } } }`,
  )
  expect(errors).toBeUndefined()
  const edges: readonly { readonly node: { readonly person: { readonly code: string } } }[] =
    data.jurisdiction.findings.edges
  return edges.map(({ node }) => node.person.code).sort()
}

interface Listed {
  readonly id: string
  readonly version: string
  readonly state: string
}

const installations = async (): Promise<readonly Listed[]> => {
  const { data, errors } = await graph.ask(
    `{ jurisdiction(code: "${exampleCity}") { installations { edges { node { id version state } } } } }`,
  )
  expect(errors).toBeUndefined()
  return data.jurisdiction.installations.edges.map(({ node }: { node: Listed }) => node)
}
const states = async () => (await installations()).map(({ version, state }) => `${version} ${state}`)

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
  let digest: string
  let previewDigest: string
  let proposal: string

  test('a package that was handed in is known, and not at work', async () => {
    digest = await sent(tenurePolicy(8), 2)
    const { data } = await graph.ask(
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
    const preview = await previewed(digest)
    previewDigest = preview.digest
    expect(preview.state).toBe('DONE')
    expect(toldOf(preview)).toEqual([
      ['P2', 'EX-T', 'EARLIER', `${year + 1}-01-01`, today],
      ['P3', 'EX-T', 'EARLIER', `${year + 3}-01-01`, `${year + 1}-01-01`],
      ['P4', 'EX-T', 'NEWLY_DUE', null, `${year + 4}-01-01`],
    ])
    const unit = { code: 'U1', name: '财政局' }
    expect(preview.counts).toEqual([
      { change: 'EARLIER', year, unit, people: 1 },
      { change: 'EARLIER', year: year + 1, unit, people: 1 },
      { change: 'NEWLY_DUE', year: year + 4, unit, people: 1 },
    ])
    expect(await dueOn(today)).toEqual(['P1'])
  })

  test('the policy that is at work already would change nothing', async () => {
    const same = await sent(tenurePolicy(10), 1)
    expect(toldOf(await previewed(same))).toEqual([])
  })

  test('one who has read another preview may not propose', async () => {
    const input = { ...proposed, plugin: digest, effectiveFrom: today, previewDigest: 'f'.repeat(64) }
    const refused = await steps.propose(author, input)
    expect(refused).toMatchObject({ __typename: 'ValidationProblem', code: 'VALIDATION' })
    expect(refused.problems).toEqual([
      { path: ['input', 'previewDigest'], message: expect.stringContaining('没有'), remedy: expect.any(String) },
    ])
  })

  test('who has read its preview proposes it; that changes nothing yet', async () => {
    const answer = await steps.propose(author, { ...proposed, plugin: digest, effectiveFrom: today, previewDigest })
    expect(answer.installation).toMatchObject({
      ...{ state: 'PROPOSED', sequence: 2, digest, effectiveFrom: today, mode: 'ENFORCE', proposedBy: author },
    })
    proposal = answer.installation.id
    expect(await states()).toEqual(['8.0.0 PROPOSED', '10.0.0 ACTIVE'])
    expect(await dueOn(today)).toEqual(['P1'])
  })

  test('nobody approves their own proposal', async () => {
    const refused = await steps.approve(` ${author.toUpperCase()}`, { id: proposal, digest })
    expect(refused).toMatchObject({ __typename: 'ConflictProblem', code: 'SAME_PERSON', preview: null })
    expect(await states()).toEqual(['8.0.0 PROPOSED', '10.0.0 ACTIVE'])
  })

  test('when a file has changed since, another preview is shown first, and it is approved by that one', async () => {
    const report = await importRoster(
      db,
      textSource({ states: csv(['person|kind|from|to', `P1|unfinished_business|${year}-01-01|`]) }),
      { at: exampleCity, by: 'test' },
    )
    expect(report.problems).toEqual([])
    const outdated = await steps.approve(head, { id: proposal, digest })
    expect(outdated).toMatchObject({ __typename: 'ConflictProblem', code: 'PREVIEW_OUTDATED' })
    const { data, errors } = await graph.ask(
      'query ($id: ID!) { preview(id: $id) { job { id } askedBy } }',
      outdated.preview,
    )
    expect(errors).toBeUndefined()
    expect(data.preview.askedBy).toBe(head)
    await done(data.preview.job.id)
    const fresh = await steps.preview(outdated.preview.id)
    expect(fresh.digest).not.toBe(previewDigest)
    const approved = await steps.approve(head, { id: proposal, digest, previewDigest: fresh.digest })
    expect(approved).toMatchObject({ installation: { id: proposal, state: 'ACTIVE', approvedBy: head } })
    await done(...idsOf(approved.jobs))
    expect(await states()).toEqual(['8.0.0 ACTIVE', '10.0.0 SUPERSEDED'])
    expect(await dueOn(today)).toEqual(['P2'])
    expect(await dueOn(`${year + 1}-01-01`)).toEqual(['P2', 'P3'])
  })

  test('its history says who took each step, under which preview', async () => {
    const query = `query ($id: ID!) { installation(id: $id) { history { kind by } preview { digest } package { signedBy sequence }
      proposedBy approvedBy reviews { id } rollsBack { id } } }`
    const { data, errors } = await graph.ask(query, { id: proposal })
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
    const earlier = (await installations()).find(({ version }) => version === '10.0.0')
    const { digest: read } = await previewed(await sent(tenurePolicy(10), 1))
    const input = { id: earlier?.id, effectiveFrom: today, previewDigest: read, reason: '新办法有误' }
    const { installation } = await steps.rollback(author, input)
    expect(installation).toMatchObject({
      ...{ state: 'PROPOSED', sequence: 3, version: '10.0.0', rollsBack: { id: earlier?.id } },
    })
    const approved = await steps.approve(head, { id: installation.id, digest: await sent(tenurePolicy(10), 1) })
    await done(...idsOf(approved.jobs))
    expect(await states()).toEqual(['10.0.0 ACTIVE', '8.0.0 SUPERSEDED', '10.0.0 SUPERSEDED'])
    expect(await dueOn(`${year + 1}-01-01`)).toEqual(['P2'])
  })

  test('withdrawn from a day on, it binds on the days before and no longer on that day', async () => {
    const [standing] = await installations()
    const on = `${year + 1}-06-01`
    const withdrawn = await steps.withdraw(head, { id: standing?.id, on, reason: '办法废止' })
    expect(withdrawn.installation).toEqual({ id: standing?.id, state: 'ACTIVE' })
    expect((await progressOf(standing?.id)).at(-1)).toMatchObject({ kind: 'evaluation', state: 'DONE' })
    expect([await dueOn(`${year + 1}-05-31`), await dueOn(on)]).toEqual([['P2'], []])
    const again = await steps.withdraw(head, { id: standing?.id, on, reason: '再次' })
    expect(again).toMatchObject({ __typename: 'ConflictProblem', code: 'STATE_CHANGED' })
  })

  test('a proposal that is taken back never counted', async () => {
    const { digest: read } = await previewed(digest)
    const { installation } = await steps.propose(author, {
      ...{ ...proposed, plugin: await sent(tenurePolicy(8), 3), effectiveFrom: today, previewDigest: read },
    })
    const { installation: gone } = await steps.withdraw(author, { id: installation.id, on: today, reason: '作罢' })
    expect(gone).toEqual({ id: installation.id, state: 'WITHDRAWN' })
    expect(await dueOn(today)).toEqual([])
    expect(await steps.approve(head, { id: installation.id, digest })).toMatchObject({ code: 'STATE_CHANGED' })
  })

  /** How the evaluations of an installation go on while a worker is at them. */
  const progressOf = async (id = ''): Promise<readonly { readonly state: string }[]> => {
    const query = `subscription { evaluationProgress(installation: "${id}") { id kind state } }`
    const watching = graph.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
    })
    const worker = workJobs(db, (error) => {
      throw error
    })
    const told = await (await watching).text()
    await worker.stop()
    return [...told.matchAll(/^data: (\{.*\})$/gm)].map(([, text = '']) => JSON.parse(text).data.evaluationProgress)
  }
})
