import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postmasterOf } from '../support/kill-postgres.ts'
import { versionOf } from '../support/over-http.ts'
import { endProcess, readiness, type ServerProcess, startProcess } from '../support/server-process.ts'
import { type WorldFolder, worldFolder } from '../support/world-folder.ts'

let world: WorldFolder
let server: ServerProcess
beforeAll(async () => {
  world = await worldFolder()
  server = await startProcess(world.folder, { group: true })
})
afterAll(async () => {
  await endProcess(server, 'SIGKILL')
  await world.remove()
})

const change = (person: string, version: number): string =>
  JSON.stringify({
    query: `mutation ($input: RecordStateInput!) { recordState(input: $input) {
      ... on Problem { code } ... on RecordStatePayload { person { version } } } }`,
    variables: {
      input: {
        idempotencyKey: 'under way',
        expectedVersion: version,
        person: { code: person },
        kind: 'UNFINISHED_BUSINESS',
        from: '2026-01-01',
      },
    },
  })

test('Ctrl-C lets in nobody new, finishes the change under way, and stops the database last', async () => {
  const version = await versionOf(server.url, 'R04')
  const body = Buffer.from(change('R04', version))
  const headers = { 'content-type': 'application/json', 'content-length': body.length }
  const sending = request(`${server.url}/graphql`, { method: 'POST', headers })
  const answered = once(sending, 'response')
  // The server has begun to read it: half of it has come.
  await new Promise<void>((resolve) => sending.write(body.subarray(0, 40), () => resolve()))
  await readiness(server.url)

  // As a terminal does it: to the whole group, of which the database is no part.
  const gone = once(server.child, 'exit')
  process.kill(-(server.child.pid ?? 0), 'SIGINT')
  await expect.poll(() => server.said.join('\n')).toContain('收到 SIGINT：不再受理新请求')
  await expect.poll(() => readiness(server.url)).toBe(0)
  expect(postmasterOf(world.folder)).not.toBeNull()

  sending.end(body.subarray(40))
  const [response] = await answered
  const answer = JSON.parse((await response.toArray()).join(''))
  expect(answer).toEqual({ data: { recordState: { person: { version: version + 1 } } } })
  expect(await gone).toEqual([0, null])
  expect(postmasterOf(world.folder)).toBeNull()

  server = await startProcess(world.folder, { group: true })
  expect(await versionOf(server.url, 'R04')).toBe(version + 1)
})
