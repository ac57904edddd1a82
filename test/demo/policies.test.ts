import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Worker, workJobs } from '../../acts/jobs/worker.ts'
import { loadDemo } from '../../demo/load.ts'
import { jiujiangEasing, jiujiangTenure, stricterLuohe, yangzhouTenure } from '../../demo/policies/documents.ts'
import { approver, author, walkPolicies } from '../../demo/policies/walk.ts'
import { wantsDemo, wantsPolicies } from '../../demo/wants-demo.ts'
import { plugins } from '../../plugins/index.ts'
import { digestOf } from '../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'

/** A bundled document as it travels: JSON text and back. */
const document = async (id: string): Promise<unknown> =>
  JSON.parse(JSON.stringify(plugins.find((plugin) => plugin.id === id)))

let fresh: FreshDatabase
let graph: Asking
let worker: Worker
/** Whether the policies were wanted: of an empty database, of the loaded world, and once they went their way. */
const wanted: boolean[] = []
const told: string[] = []

beforeAll(async () => {
  fresh = await freshDatabase()
  graph = graphqlOn(fresh.db)
  wanted.push(await wantsPolicies(fresh.db))
  await loadDemo(fresh.db, { size: 120, document })
  wanted.push(await wantsPolicies(fresh.db))
  const errors: unknown[] = []
  worker = workJobs(fresh.db, (error) => errors.push(error))
  await walkPolicies(graph.fetch, document, (line) => told.push(line))
  wanted.push(await wantsPolicies(fresh.db))
  expect(errors).toEqual([])
}, 120_000)
afterAll(async () => {
  await worker?.stop()
  await fresh?.close()
})

const installed = async (at: string, digest: string) => {
  const { data } = await graph.ask(`{ jurisdiction(code: "${at}") { installations(first: 20) { edges { node {
    id state mode sequence digest effectiveFrom proposedBy approvedBy
    package { signedBy } preview { state counts { change people } } } } } } }`)
  const all: readonly { readonly node: { readonly digest: string } }[] = data.jurisdiction.installations.edges
  return all.map(({ node }) => node).find((each) => each.digest === digest)
}

test('the policies are wanted by the loaded world alone, and go their way once', async () => {
  expect(wanted).toEqual([false, true, false])
  expect(await wantsDemo(fresh.db)).toBe(false)
  await walkPolicies(graph.fetch, document)
  expect(told).toHaveLength(4)
})

test('one is at work, from a signed file, by two people', async () => {
  expect(await installed('321000', digestOf(yangzhouTenure))).toMatchObject({
    ...{ state: 'ACTIVE', mode: 'ENFORCE', effectiveFrom: '2026-01-01', proposedBy: author, approvedBy: approver },
    package: { signedBy: [expect.anything()] },
    preview: { state: 'DONE' },
  })
  const { data } = await graph.ask(`{ person(code: "YZ-D01", at: "321000") {
    findings(on: "2026-11-25") { rule { catalogueId } status since } } }`)
  expect(data.person.findings).toContainEqual({
    ...{ rule: { catalogueId: 'YZ-演示-2' }, status: 'ACTIVE', since: '2026-01-01' },
  })
})

test('one would loosen what the nation orders: it is refused with the article and an officer whom it would release', async () => {
  const digest = digestOf(jiujiangEasing)
  const { data } = await graph.ask(`{ certificate(jurisdiction: "360400", plugin: "${digest}") { conforms items {
    holds superior { catalogueId citation { article } } counterexample { story onDay superiorSays pluginSays } } } }`)
  expect(data.certificate).toMatchObject({
    conforms: false,
    items: [
      {
        ...{ holds: false, superior: { catalogueId: 'JL-5a', citation: { article: '第五条第一款' } } },
        counterexample: { story: expect.stringContaining('县长'), superiorSays: expect.stringContaining('必须') },
      },
    ],
  })
  expect(told.at(-1)).toMatch(/第五条第一款.*反例.*县长/)
  expect(await installed('360400', digest)).toBeUndefined()
})

test('one is in the shadow: its authors see what it would say, nobody else does', async () => {
  const shadow = await installed('411100', digestOf(stricterLuohe(await document('luohe'))))
  expect(shadow).toMatchObject({ state: 'SCHEDULED', mode: 'SHADOW', preview: { state: 'DONE' } })
  const counts: readonly { change: string; people: number }[] = Reflect.get(
    Reflect.get(shadow ?? {}, 'preview'),
    'counts',
  )
  expect(counts.filter(({ change }) => change === 'EARLIER' || change === 'NEWLY_DUE').length).toBeGreaterThan(0)
  const id = Reflect.get(shadow ?? {}, 'id')
  const { data } = await graph.ask(`{ person(code: "LH-D06", at: "411100") {
    shadowFindings(installation: "${id}", on: "2028-09-01") { rule { catalogueId } since }
    findings(on: "2028-09-01") { rule { catalogueId } } } }`)
  expect(data.person.shadowFindings).toContainEqual({ rule: { catalogueId: 'LH-M1' }, since: '2028-09-01' })
  expect(data.person.findings).not.toContainEqual({ rule: { catalogueId: 'LH-M1' } })
})

test('one counts from the middle of next year: the five-year calendar shows it already', async () => {
  expect(await installed('360400', digestOf(jiujiangTenure))).toMatchObject({
    ...{ state: 'SCHEDULED', mode: 'ENFORCE', effectiveFrom: '2027-07-01' },
  })
  const { data } = await graph.ask(`{ jurisdiction(code: "360400") {
    calendar(from: "2026-11-25", to: "2031-11-25", first: 100) { edges { node { on rule { catalogueId } } } } } }`)
  const events: readonly { node: { on: string; rule: { catalogueId: string } | null } }[] =
    data.jurisdiction.calendar.edges
  const ours = events.filter(({ node }) => node.rule?.catalogueId === 'JJ-演示-2')
  expect(ours.length).toBeGreaterThan(0)
  expect(ours.map(({ node }) => node.on).filter((on) => on < '2027-07-01')).toEqual([])
})
