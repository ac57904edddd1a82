import { beforeAll, expect, test } from 'vitest'
import { importRoster } from '../../acts/roster/import-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import { freshDatabase } from '../support/database.ts'
import { type Asking, graphqlOn } from '../support/graphql.ts'
import { city, loadWorld } from '../support/world.ts'

let graph: Asking
beforeAll(async () => {
  const { db } = await freshDatabase()
  await loadWorld(db)
  const roster = {
    units: 'code,name,kind,jurisdiction\nU01,舞阳县一局,organ,411121',
    posts: 'code,unit,title\nP1,U01,科员\nP2,U01,科员\nP3,U01,科员',
    people: 'code,name,sex,birth,category\nS1,李一,M,1985-01,civil\nS2,李二,M,1985-01,civil\nS3,李三,M,1985-01,civil',
    assignments:
      'person,post,from,to,capacity\nS1,P1,2006,?,formal\nS2,P2,2006-03,2006-03,formal\nS3,P3,2006-03-01,2008-05,formal',
  }
  const report = await importRoster(db, textSource(roster), { at: '411121', by: 'test' })
  expect(report.problems).toEqual([])
  graph = graphqlOn(db)
})

test.each([
  ['S1', { from: '2006-01-01', to: null, precision: 'UNKNOWN' }],
  ['S2', { from: '2006-03-01', to: '2006-03-02', precision: 'MONTH' }],
  ['S3', { from: '2006-03-01', to: '2008-05-01', precision: 'MONTH' }],
])(
  'a stay whose end the file does not know, or puts into its first month, is never one of no day: %s',
  async (code, stay) => {
    const { data, errors } = await graph.ask(`{ person(code: "${code}") { stays { from to precision } } }`)
    expect(errors).toBeUndefined()
    expect(data.person.stays).toEqual([stay])
  },
)

test('a list of findings tells which evaluation it came from, at the moment asked about', async () => {
  const query = `query ($knownAt: DateTime) { jurisdiction(code: "${city}") { evaluation { activatedAt policyDigest }
    findings(knownAt: $knownAt, first: 1) { evaluation { activatedAt policyDigest } } } }`
  const { jurisdiction: now } = (await graph.ask(query)).data
  expect(now.evaluation.policyDigest).toMatch(/\w{8}/)
  expect(now.findings.evaluation).toEqual(now.evaluation)
  const before = await graph.ask(query, { knownAt: '2020-01-01T00:00:00Z' })
  expect(before.data.jurisdiction).toEqual({ evaluation: now.evaluation, findings: { evaluation: null } })
})

test('it is told on which days a policy governs', async () => {
  const query = `{ jurisdiction(code: "${city}") { past: policyOnFile(on: "1999-01-01") now: policyOnFile(on: "2026-11-22") } }`
  expect((await graph.ask(query)).data.jurisdiction).toEqual({ past: false, now: true })
})
