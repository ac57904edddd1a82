import { randomUUID } from 'node:crypto'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import type { Database } from '../../db/connect.ts'
import { keepDocument } from '../../db/queries/evaluation-policy.ts'
import { installationsIn } from '../../db/queries/policies.ts'
import { beginPreview, finishPreview, insertChanges, type NewChange } from '../../db/queries/previews.ts'
import { raiseReview } from '../../db/queries/reviews.ts'
import { addKey } from '../../db/queries/signing-keys.ts'
import { pluginPackage } from '../../db/tables/package.ts'
import { person } from '../../db/tables/person.ts'
import { unit } from '../../db/tables/unit.ts'
import { transaction } from '../../db/transaction.ts'
import { digestOf } from '../../policy/index.ts'
import { csv } from '../roster/office.ts'
import { counting } from '../support/counting.ts'
import { freshDatabase } from '../support/database.ts'
import { exampleCity } from '../support/example-policy.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'
import { manifestOf } from '../support/sample-package.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

const root = 410000
const key = '0123456789abcdef0123456789abcdef'
const many = 24
const codes = Array.from({ length: many }, (_, n) => `P${n + 1}`)
const others = ['other-1', 'other-2', 'other-3', 'other-4']
const versions = [10, 9, 8, 7, 6, 5].map((years) => tenurePolicy(years, `1.0.${10 - years}`))

let db: Database
let graph: Asking
let preview: string
let installed: readonly string[]

beforeAll(async () => {
  ;({ db } = await freshDatabase())
  graph = graphqlOn(db)
  const report = await importRoster(
    db,
    textSource({
      units: csv(['code|name|kind|jurisdiction|parent', ...codes.map((n) => `U${n}|第${n}局|organ|${exampleCity}|`)]),
      posts: csv([
        'code|unit|title|level|leading|category|quota',
        ...codes.map((n) => `Z${n}|U${n}|科长|正科|yes|civil|1`),
      ]),
      people: csv(['code|name|sex|birth|category', ...codes.map((n) => `${n}|张${n}|M|1980-01|civil`)]),
      assignments: csv(['person|post|from|to', ...codes.map((n) => `${n}|Z${n}|2018-01-01|`)]),
    }),
    { at: exampleCity, by: 'test' },
  )
  expect(report.problems).toEqual([])
  for (const [i, document] of versions.entries()) {
    const outcome = await installPlugin(db, { document, effectiveFrom: `201${i}-01-01`, by: 'operator' })
    if (outcome instanceof KnownProblem) throw new Error(outcome.says.en)
    await runJobsUntilDone(db, outcome.jobs)
  }
  await fill()
})

/** Packages, keys, reviews, and a preview with a line for each person, as the acts would have left them. */
const fill = () =>
  transaction(db, { mode: 'write' }, async (tx) => {
    for (const id of others) {
      const document = { ...tenurePolicy(10), id, name: { zh: '他市办法', en: 'Elsewhere' } }
      await keepDocument(tx, digestOf(document), document)
    }
    const rows = await installationsIn(tx, exampleCity)
    installed = rows.map(({ id }) => id)
    const held = { jurisdiction: exampleCity, algorithm: 'ed25519', publicKey: 'AAAA', holder: '办公室' } as const
    await addKey(tx, { ...held, id: key, registeredBy: 'chief' })
    for (const [i, document] of versions.entries()) {
      const [target, sequence] = [exampleCity, i + 1]
      const signatures = [{ algorithm: 'ed25519', key, signature: 'AAAA' } as const]
      const manifest = manifestOf(document, { sequence })
      const values = { id: v7(), digest: manifest.digest, target, sequence, manifest, signatures }
      await tx.insert(pluginPackage).values({ ...values, uploadedBy: 'author' })
    }
    for (const { id } of rows) {
      await raiseReview(tx, {
        ...{ installationId: id, jurisdiction: exampleCity, cause: 'key', causedBy: key, fromOn: '2026-01-01' },
        problems: [{ path: [], message: { zh: '签名密钥已吊销', en: 'its key was revoked' }, superior: null }],
      })
    }
    const begun = await beginPreview(tx, {
      ...{ root, kind: 'preview', jurisdiction: exampleCity, pluginDigest: digestOf(tenurePolicy(5, '1.0.5')) },
      ...{ effectiveFrom: '2026-01-01', horizon: 5, fromOn: '2026-11-25', askedBy: 'author' },
    })
    preview = begun.preview
    const people = await tx.select({ id: person.id }).from(person).orderBy(person.code)
    const units = await tx.select({ id: unit.id }).from(unit).orderBy(unit.code)
    const lines = people.map(({ id: personId }, i): NewChange => {
      const place = units[i]
      return {
        ...{ kind: 'NEWLY_DUE', year: 2026, personRoot: root, personId },
        ...(place === undefined ? {} : { unitRoot: root, unitId: place.id }),
        ...{ rule: 'example/tenure', catalogueId: 'EX-T', effect: 'MUST' },
        ...{ afterStatus: 'ACTIVE', afterSince: '2026-11-25', afterDueBy: '2027-05-25' },
      }
    })
    const [one, other] = people.map(({ id }) => id)
    if (one === undefined || other === undefined) throw new Error('Nobody is on file.')
    await insertChanges(tx, { root, id: preview }, [
      ...lines,
      {
        ...{ kind: 'CONFLICT_BEGINS', year: 2027, personRoot: root, personId: one, otherRoot: root, otherId: other },
        ...{ rule: 'example/unsuited', catalogueId: 'EX-U', effect: 'MUST_NOT' },
        ...{ afterStatus: 'ACTIVE', afterSince: '2027-01-01' },
      },
    ])
    await finishPreview(tx, { root, id: preview }, { policyDigest: 'p', rosterState: 'r', digest: 'd', people: many })
  })

/** How many statements a question takes, and what it answers. */
const counted = async (query: string, variables: object) => {
  const { db: watched, statements } = counting(db)
  const { data, errors } = await graphqlOn(watched).ask(query, variables)
  expect(errors).toBeUndefined()
  return { data, statements: statements.length }
}

const installations = `query ($first: Int) { jurisdiction(code: "${exampleCity}") { installations(first: $first) { edges { node {
  id state mode sequence version effectiveFrom effectiveTo plugin { name } jurisdiction { name } preview { state counts { people unit { code } } } rollsBack { id }
  package { sequence signedBy keys { holder } } history { kind by at } reviews { cause decision } } } pageInfo { hasNextPage } } } }`
const catalogue = `query ($first: Int) { policyCatalogue(first: $first) { edges { node { id name level jurisdiction
  versions(first: 6) { edges { node { version digest state installations { state } plugin { coverage { computed } } } } } } } } }`
const reviews = `query ($first: Int) { policyReviews(jurisdiction: "410000", open: true, first: $first) { edges { node {
  id cause key from problems { message } installation { version } jurisdiction { code } superior { id } } } } }`
const changes = `query ($id: ID!, $first: Int) { preview(id: $id) { state counts { change year unit { code name } people }
  changes(first: $first) { edges { node { person { code } other { code } unit { code } rule { catalogueId } change
  before { status effect } after { status since dueBy effect } } } } } }`

describe('every list is read in as many statements, however long it is', () => {
  test.each([
    ['installations of a jurisdiction', installations, 6, (data: Told) => data.jurisdiction.installations.edges],
    ['the catalogue', catalogue, 5, (data: Told) => data.policyCatalogue.edges],
    ['reviews', reviews, 6, (data: Told) => data.policyReviews.edges],
    ['the changes of a preview', changes, many + 1, (data: Told) => data.preview.changes.edges],
  ])('%s', async (_what, query, all, rowsOf) => {
    const id = `Preview:${preview}`
    await counted(query, { id, first: 30 })
    const few = await counted(query, { id, first: 2 })
    const whole = await counted(query, { id, first: 30 })
    expect([rowsOf(few.data).length, rowsOf(whole.data).length]).toEqual([2, all])
    // Fewer where a longer page has read already what the counts beside it name.
    expect(whole.statements).toBeLessThanOrEqual(few.statements)
  })
})

// The shape of an answer is what the test is about.
// biome-ignore lint/suspicious/noExplicitAny: see above.
type Told = any

describe('the policies of a jurisdiction', () => {
  const list = async (args: string) => {
    const query = `{ jurisdiction(code: "${exampleCity}") { installations${args} { edges { cursor node { version state effectiveTo } } pageInfo { hasNextPage endCursor } } } }`
    const { data, errors } = await graph.ask(query)
    expect(errors).toBeUndefined()
    return data.jurisdiction.installations
  }
  const versionsIn = ({ edges }: Told) => edges.map(({ node }: Told) => node.version)

  test('are listed with the latest first; one stands, and those before it gave way to one another', async () => {
    const { edges } = await list('')
    expect(edges.map(({ node }: Told) => [node.version, node.state, node.effectiveTo])).toEqual([
      ['1.0.5', 'ACTIVE', null],
      ['1.0.4', 'SUPERSEDED', '2015-01-01'],
      ['1.0.3', 'SUPERSEDED', '2014-01-01'],
      ['1.0.2', 'SUPERSEDED', '2013-01-01'],
      ['1.0.1', 'SUPERSEDED', '2012-01-01'],
      ['1.0.0', 'SUPERSEDED', '2011-01-01'],
    ])
    expect(versionsIn(await list('(state: ACTIVE)'))).toEqual(['1.0.5'])
    expect(versionsIn(await list('(state: PROPOSED)'))).toEqual([])
  })

  test('come page after page', async () => {
    const first = await list('(first: 4)')
    expect([versionsIn(first).length, first.pageInfo.hasNextPage]).toEqual([4, true])
    const second = await list(`(first: 4, after: "${first.pageInfo.endCursor}")`)
    expect([versionsIn(second), second.pageInfo.hasNextPage]).toEqual([['1.0.1', '1.0.0'], false])
    // Whatever became meanwhile of the one that the page before ended with.
    const third = await list(`(state: ACTIVE, first: 4, after: "${first.pageInfo.endCursor}")`)
    expect(versionsIn(third)).toEqual([])
  })

  test('are met by their id, each step with who took it', async () => {
    const id = `Installation:${installed[0]}`
    const query = `query ($id: ID!) { installation(id: $id) { id history { kind by } package { signedBy sequence uploadedBy } }
      node(id: $id) { ... on Installation { version } } }`
    const { data, errors } = await graph.ask(query, { id })
    expect(errors).toBeUndefined()
    expect(data.installation).toEqual({
      id,
      history: [
        { kind: 'ACTIVE', by: 'operator' },
        { kind: 'SUPERSEDED', by: 'operator' },
      ],
      package: { signedBy: [key], sequence: 1, uploadedBy: 'author' },
    })
    expect(data.node).toEqual({ version: '1.0.0' })
    for (const nothing of ['Installation:nobody', `Person:${installed[0]}`, `Installation:${randomUUID()}`]) {
      const { data } = await graph.ask(query, { id: nothing })
      expect([data.installation, data.node]).toEqual([null, null])
    }
  })
})

describe('the catalogue', () => {
  test('finds a policy by its id, its name in either language, or the code of its place', async () => {
    const find = async (text: string) => {
      const query = 'query ($query: String) { policyCatalogue(query: $query) { edges { node { id } } } }'
      return (await graph.ask(query, { query: text })).data.policyCatalogue.edges.length
    }
    expect(await Promise.all(['exam', '示', 'Elsewhere', exampleCity, 'other', '%', 'nobody'].map(find))).toEqual([
      1, 1, 4, 5, 4, 0, 0,
    ])
  })

  test('gives a document whole: the JSON of its digest, its articles as sentences, and how much of it is computed', async () => {
    const document = tenurePolicy(5, '1.0.5')
    const query = `query ($digest: String!) { policyDocument(digest: $digest) { version document
      text { instrument article kind catalogueId sentence }
      coverage { computed switchedOff manual uncomputed } clauses { title } } }`
    const { data } = await graph.ask(query, { digest: digestOf(document) })
    expect(JSON.parse(data.policyDocument.document)).toEqual(JSON.parse(JSON.stringify(document)))
    expect(data.policyDocument.text[0]).toEqual({
      ...{ instrument: '示例', article: '第一条', kind: 'RULE', catalogueId: 'EX-T' },
      sentence: expect.stringContaining('满5年'),
    })
    expect(data.policyDocument).toMatchObject({
      coverage: { computed: 3, switchedOff: 0, manual: 0, uncomputed: 0 },
      clauses: [],
    })
    expect((await graph.ask(query, { digest: 'f'.repeat(64) })).data.policyDocument).toBeNull()
  })
})

describe('keys', () => {
  test('that may sign for a county are its own and those above; those of its neighbours are not', async () => {
    const keysOf = async (code: string) =>
      (await graph.ask(`{ signingKeys(jurisdiction: "${code}") { id holder jurisdiction { code } revokedAt } }`)).data
        .signingKeys
    const ours = { id: key, holder: '办公室', jurisdiction: { code: exampleCity }, revokedAt: null }
    expect([await keysOf('411121'), await keysOf(exampleCity)]).toEqual([[ours], [ours]])
    expect([await keysOf('410000'), await keysOf('411000'), await keysOf('nowhere')]).toEqual([[], [], []])
  })
})

describe('a conflict in a preview', () => {
  test('names the relative to those only who may see who is whose kin', async () => {
    const lastOf = async (asking: Asking) => {
      const { data, errors } = await asking.ask(changes, { id: `Preview:${preview}`, first: 100 })
      expect(errors).toBeUndefined()
      const { person, other, change } = data.preview.changes.edges.at(-1).node
      return [person.code, other?.code ?? null, change]
    }
    expect(await lastOf(graph)).toEqual(['P1', 'P10', 'CONFLICT_BEGINS'])
    const veiled = graphqlOn(db, () => ({ family: false }))
    expect(await lastOf(veiled)).toEqual(['P1', null, 'CONFLICT_BEGINS'])
  })
})
