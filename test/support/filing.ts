import { expect } from 'vitest'
import type { Answer } from './graphql.ts'

type Fetch = (path: string, init?: RequestInit) => Promise<Response>
type Headers = Readonly<Record<string, string>>

const refusal = '... on Problem { __typename code path message remedy }'
export const jobFields = `id kind authority state phase done total problems roster {
  at by check digest bytes on accepted problemCount warningCount report
  counts { people peopleNew peopleChanged careersChanged organisationChanged judged becomeDue ceaseDue } }`

/** An office that files rosters over HTTP, wherever the server is. */
export const filingAt = (fetch: Fetch) => {
  const ask = async (query: string, variables: object = {}, headers: Headers = {}): Promise<Answer> => {
    const body = JSON.stringify({ query, variables })
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }
    return (await fetch('/graphql', init)).json()
  }
  const send = async (bytes: Uint8Array<ArrayBuffer>, headers: Headers = {}): Promise<string> => {
    const response = await fetch('/rosters', { method: 'PUT', body: bytes, headers })
    const told = await response.json()
    expect([response.status, told]).toEqual([201, expect.anything()])
    return told.id
  }
  const mutate = async (name: string, type: string, input: object, headers: Headers = {}) => {
    const query = `mutation ($input: ${type}Input!) { result: ${name}(input: $input) {
      ... on ${type}Payload { __typename job { ${jobFields} } } ${refusal} } }`
    const { data, errors } = await ask(query, { input }, headers)
    expect(errors).toBeUndefined()
    return data.result
  }
  const importing = (input: object, headers?: Headers) => mutate('importRoster', 'ImportRoster', input, headers)
  const discarding = (input: object, headers?: Headers) => mutate('discardRoster', 'DiscardRoster', input, headers)
  const job = async (id: string) => (await ask(`query ($id: ID!) { job(id: $id) { ${jobFields} } }`, { id })).data.job
  /** Everything the subscription says until the job is over. */
  const watching = async (id: string) => {
    const body = JSON.stringify({ query: `subscription { jobProgress(id: "${id}") { ${jobFields} } }` })
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' }
    const text = await (await fetch('/graphql', { method: 'POST', headers, body })).text()
    return [...text.matchAll(/^data: (\{.*\})$/gm)].map(([, event = '']) => JSON.parse(event).data.jobProgress)
  }
  return { ask, send, importing, discarding, job, watching }
}
