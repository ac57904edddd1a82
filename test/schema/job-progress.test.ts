import { beforeAll, expect, test } from 'vitest'
import { installPlugin } from '../../acts/install-plugin.ts'
import { workJobs } from '../../acts/jobs/worker.ts'
import { KnownProblem } from '../../acts/problem.ts'
import type { Database } from '../../db/connect.ts'
import { counting } from '../support/counting.ts'
import { freshDatabase } from '../support/database.ts'
import { graphqlOn } from '../support/graphql.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'
import { loadWorld } from '../support/world.ts'

let db: Database
beforeAll(async () => {
  ;({ db } = await freshDatabase())
  await loadWorld(db)
})

interface Told {
  readonly state: string
  readonly done: number
  readonly total: number | null
}

/** Everything a subscription says until it ends. */
const eventsOf = async (on: Database, id: string): Promise<readonly Told[]> => {
  const { fetch } = graphqlOn(on)
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: `subscription { jobProgress(id: "${id}") { id state done total } }` }),
  })
  return [...(await response.text()).matchAll(/^data: (\{.*\})$/gm)].map(
    ([, text = '']) => JSON.parse(text).data.jobProgress,
  )
}

test('whoever watches an evaluation is told how far it is, until it is done', async () => {
  const outcome = await installPlugin(db, { document: tenurePolicy(8), by: 'test' })
  if (outcome instanceof KnownProblem) throw outcome
  const [id = ''] = outcome.jobs
  const { db: counted, statements } = counting(db)
  const watching = eventsOf(counted, id)
  const worker = workJobs(db, (error) => {
    throw error
  })
  const events = await watching
  await worker.stop()
  expect(events.at(-1)).toMatchObject({ state: 'DONE', done: 60, total: 60 })
  const begun = statements.filter((statement) => statement.startsWith('begin')).length
  const ended = statements.filter((statement) => statement === 'commit').length
  expect(begun).toBeGreaterThanOrEqual(events.length)
  expect(ended).toBe(begun)
})

test('a job that is over is told once; one that never was, not at all', async () => {
  const { ask } = graphqlOn(db)
  expect((await ask('{ job(id: "nothing") { state } }')).data).toEqual({ job: null })
  expect(await eventsOf(db, '00000000-0000-7000-8000-000000000000')).toEqual([])
})
