import type { Answer } from './graphql.ts'

/** An answer as it came over HTTP. */
export interface HttpAnswer extends Answer {
  readonly status: number
  readonly headers: Headers
}

/** Asks a server that listens, as a frontend does. */
export const askOver = async (
  url: string,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(30_000),
  })
  const answer: Answer = await response.json()
  return { ...answer, status: response.status, headers: response.headers }
}

const recordState = `mutation ($input: RecordStateInput!) { recordState(input: $input) {
  ... on Problem { code message remedy } ... on RecordStatePayload { person { code version } } } }`

/** What one change of a person's file, at the version it has, came to: the payload, or a problem; `null`: neither. */
export const fileState = async (url: string, person: string, version: number, key: string) => {
  const input = { idempotencyKey: key, expectedVersion: version, person: { code: person } }
  const state = { kind: 'UNFINISHED_BUSINESS', from: '2026-01-01', to: '2026-03-01', note: key }
  const { data, ...answer } = await askOver(url, recordState, { input: { ...input, ...state } })
  return { ...answer, said: data?.recordState ?? null }
}

export const versionOf = async (url: string, person: string): Promise<number> =>
  (await askOver(url, `{ person(code: "${person}") { version } }`)).data.person.version
