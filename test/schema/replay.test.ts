import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctAssignment } from '../../acts/correct-assignment.ts'
import { installPlugin } from '../../acts/install-plugin.ts'
import { runJobsUntilDone } from '../../acts/jobs/work.ts'
import { KnownProblem } from '../../acts/problem.ts'
import { recordAssignment } from '../../acts/record-assignment.ts'
import { recordState } from '../../acts/record-state.ts'
import { keepDocument, recordInstallation } from '../../db/queries/evaluation-policy.ts'
import { type Tx, transaction } from '../../db/transaction.ts'
import { digestOf } from '../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { exampleCity } from '../support/example-policy.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'
import { momentNow } from '../support/record.ts'
import { addPerson, addPost, addUnit, county, root } from '../support/small-graph.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

let fresh: FreshDatabase
let graph: Asking
let veiled: Asking
let who: { root: number; id: string }
/** When she was filed as since 2012 and ten years were the limit; when that was corrected to 2016; when fifteen became it. */
let [filed, corrected, upgraded] = ['', '', '']
let shadow = ''
let assignment = ''

const day = '2024-06-01'
const write = <T>(work: (tx: Tx) => Promise<T>) => transaction(fresh.db, { mode: 'write' }, work)
const now = async () =>
  (await transaction(fresh.db, { mode: 'read' }, momentNow)).replace(' ', 'T').replace(/\+00$/, 'Z')
const taken = <T extends object>(answer: T | KnownProblem): T => {
  if (answer instanceof KnownProblem) throw answer
  return answer
}
const install = async (years: number, effectiveFrom = '2000-01-01') => {
  const document = tenurePolicy(years, `${years}.0.0`)
  const { jobs } = taken(await installPlugin(fresh.db, { document, by: 'test', effectiveFrom }))
  await runJobsUntilDone(fresh.db, jobs)
}
const head = { expectedVersion: null }

beforeAll(async () => {
  fresh = await freshDatabase()
  const { db } = fresh
  graph = graphqlOn(db)
  veiled = graphqlOn(db, () => ({ family: false }))
  await install(10)
  const post = await write(async (tx) => {
    who = { root, id: await addPerson(tx, '1980-01-15') }
    return { root, id: await addPost(tx, { unit: await addUnit(tx) }) }
  })
  const input = { idempotencyKey: 'a', ...head, person: who, post, from: '2012-03-01' }
  assignment = taken(await recordAssignment(db, 'a', input)).record.id
  filed = await now()
  const correction = { idempotencyKey: 'b', ...head, assignment: { root, id: assignment }, from: '2016-03' }
  taken(await correctAssignment(db, 'a', correction))
  taken(await recordState(db, 'a', { idempotencyKey: 'c', ...head, person: who, kind: 'unsuited', from: '2024-05-01' }))
  const relative = { name: '李梅', code: null, at: null, sex: 'F' as const, birth: null }
  void relative
  corrected = await now()
  await install(6)
  upgraded = await now()
  shadow = await write(async (tx) => {
    const document = tenurePolicy(3, '3.0.0')
    const digest = digestOf(document)
    await keepDocument(tx, digest, document)
    const values = { jurisdiction: exampleCity, pluginId: 'example', digest, sequence: 9, effectiveFrom: '2010-01-01' }
    return recordInstallation(tx, { ...values, installedBy: 'a', mode: 'shadow' })
  })
})
afterAll(() => fresh.close())

const findings = `catalogueIds: rule { catalogueId }`
void findings
const asked = async (fields: string, variables: object = {}, at: Asking = graph) => {
  const query = `query ($id: ID!, $on: Date, $knownAt: DateTime, $policyAt: DateTime) { node(id: $id) { ... on Person { ${fields} } } }`
  const { data, errors } = await at.ask(query, { id: `Person:${root}:${who.id}`, on: day, ...variables })
  if (errors) console.log(at.log.join('\n'))
  expect(errors).toBeUndefined()
  return data.node
}

test('smoke', async () => {
  const said = await asked(
    `replay(on: $on, knownAt: $knownAt, policyAt: $policyAt) { on knownAt familyWithheld
      judgedUnder { policyAt digest installations { plugin { id version } jurisdiction { code } } }
      findings { id rule { catalogueId plugin { version } } status statusSince statusUntil since dueBy binding restates { id } judgedUnder { digest }
        key { parts { label } } counted { assignment { id from } from } needs { fact } explanation { text exemptions { rule { catalogueId } applies } } }
      changes { change rule { catalogueId } key { parts { label } } before { status effect since dueBy } after { status since } }
      laterFacts { kind step what of recordedAt from to sentence } laterPolicies { jurisdiction { code } plugin { id version } version sentence recordedAt } }
     shadowFindings(installation: "Installation:${shadow}", on: $on) { rule { catalogueId } status since explanation { text } judgedUnder { policyAt installations { plugin { version } } } }
     findings(on: $on) { rule { catalogueId } judgedUnder { digest } }`,
    { knownAt: filed, policyAt: filed },
  )
  console.log(JSON.stringify(said, null, 1), county, corrected, upgraded, veiled)
})
