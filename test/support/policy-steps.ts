import { readFileSync } from 'node:fs'
import { Kind, parse, print } from 'graphql'
import type { Answer } from './graphql.ts'

/** The operations that frontends take a policy through its life with, by name. */
export const policyOperations: ReadonlyMap<string, string> = new Map(
  parse(readFileSync(new URL('../contract/policy.graphql', import.meta.url), 'utf8')).definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [[each.name?.value ?? '', print(each)] as const] : [],
  ),
)

const rollback = `mutation ($input: RollbackPolicyInput!) { rollbackPolicy(input: $input) { __typename
  ... on RollbackPolicyPayload { installation { id state sequence version rollsBack { id } } } ... on Problem { code message } } }`
const approveWithJobs = `mutation ($input: ApprovePolicyInput!) { approvePolicy(input: $input) { __typename
  ... on ApprovePolicyPayload { installation { id state approvedBy } jobs { id } }
  ... on Problem { code message } ... on ConflictProblem { preview { id } } } }`
const registerKey = `mutation ($input: RegisterSigningKeyInput!) { registerSigningKey(input: $input) { __typename
  ... on RegisterSigningKeyPayload { key { id jurisdiction { code } registeredBy } } ... on Problem { code message } } }`

/** How a question reaches the graph, and in whose name. */
export type AskAs = (query: string, variables: object, actor: string) => Promise<Answer>

let serial = 0

/** The steps of a policy's life as somebody at a frontend takes them; each answers with what the graph said. */
export const policySteps = (ask: AskAs) => {
  const step = async (query: string, actor: string, input: object) => {
    serial += 1
    const { data, errors } = await ask(query, { input: { ...input, idempotencyKey: `step ${serial}` } }, actor)
    if (errors !== undefined || data === undefined) throw new Error(JSON.stringify(errors))
    return Object.values(data)[0] as Said
  }
  const named = (operation: string) => policyOperations.get(operation) ?? ''
  return {
    registerKey: (actor: string, input: object) => step(registerKey, actor, input),
    startPreview: (actor: string, input: object) => step(named('StartPreview'), actor, input),
    propose: (actor: string, input: object) => step(named('Propose'), actor, input),
    approve: (actor: string, input: object) => step(approveWithJobs, actor, input),
    withdraw: (actor: string, input: object) => step(named('Withdraw'), actor, input),
    rollback: (actor: string, input: object) => step(rollback, actor, input),
    preview: async (id: string, first = 100) => {
      const { data, errors } = await ask(named('Preview'), { id, first }, 'author')
      if (errors !== undefined || data === undefined) throw new Error(JSON.stringify(errors))
      return data.preview
    },
    certificate: async (jurisdiction: string, plugin: string) => {
      const { data, errors } = await ask(named('Certificate'), { jurisdiction, plugin }, 'author')
      if (errors !== undefined || data === undefined) throw new Error(JSON.stringify(errors))
      return data.certificate
    },
  }
}

// The shape of an answer is what a test is about.
// biome-ignore lint/suspicious/noExplicitAny: see above.
export type Said = any
