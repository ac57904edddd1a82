import { serverAudits } from 'graphql-http'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { type RunningServer, startServer } from '../../server/start.ts'
import { freshDatabase } from '../support/database.ts'

let server: RunningServer
let endpoint: string

beforeAll(async () => {
  const { appUrl, ownerUrl } = await freshDatabase()
  const config = readConfig({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, PORT: '0' })
  server = await startServer(config, pino({ level: 'silent' }))
  endpoint = `${server.url}/graphql`
})
afterAll(() => server.stop())

const post = (body: string, headers: Readonly<Record<string, string>>) =>
  fetch(endpoint, { method: 'POST', headers, body })
const json = { 'content-type': 'application/json' }

describe('GraphQL over HTTP, against the listening server', () => {
  const audits = serverAudits({ url: () => endpoint })

  test('there are 61 audits to pass', () => {
    expect(audits).toHaveLength(61)
  })

  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn()
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok')
  })
})

describe('what the server refuses', () => {
  const query = '{ __typename }'

  test('a form posted from another site, whatever it carries', async () => {
    const types = [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/graphql',
    ]
    for (const type of types) {
      const response = await post(`query=${encodeURIComponent(query)}`, { 'content-type': type })
      expect([type, response.status]).toEqual([type, 415])
    }
  })

  test('a mutation by GET', async () => {
    const response = await fetch(`${endpoint}?query=${encodeURIComponent('mutation { __typename }')}`)
    expect(response.status).toBe(405)
  })

  test('a body larger than any honest operation', async () => {
    const response = await post(JSON.stringify({ query, variables: { x: 'x'.repeat(300_000) } }), json)
    expect(response.status).toBe(413)
  })

  test('a page of another site, and a name that was made to point here', async () => {
    const body = JSON.stringify({ query })
    expect((await post(body, { ...json, origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(body, { ...json, origin: server.url })).status).toBe(200)
    expect((await post(body, json)).headers.get('access-control-allow-origin')).toBeNull()
  })

  test('several operations in one request', async () => {
    const response = await post(JSON.stringify([{ query }, { query }]), json)
    expect(response.status).toBeGreaterThanOrEqual(400)
  })
})

test('the server says that it is ready, and which schema it serves', async () => {
  const response = await fetch(`${server.url}/ready`)
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({
    ready: true,
    database: 'up',
    schemaVersion: expect.stringMatching(/^\d{4}_/),
  })
})

test('the server listens on the loopback address alone', () => {
  expect(new URL(server.url).hostname).toBe('127.0.0.1')
})
