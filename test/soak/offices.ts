import { Random } from '../../demo/random.ts'
import type { Answer } from '../support/graphql.ts'
import type { Asked, Ledger } from './ledger.ts'

const mutation = (operation: string, what: string) => `mutation ($input: ${what}Input!) {
  ${operation}(input: $input) { ... on Problem { code message } ... on ${what}Payload { person { version } } }
}`
const mutations: Readonly<Record<string, string>> = {
  recordState: mutation('recordState', 'RecordState'),
  recordAssignment: mutation('recordAssignment', 'RecordAssignment'),
}

/** Nothing is wrong with the change: it is asked again. */
const passing = new Set(['BUSY', 'DATABASE_AWAY'])

/** Sends one change. True when it was acknowledged; false when nobody can tell, or the server was busy. */
export const send = async (url: string, asked: Asked, ledger: Ledger): Promise<boolean> => {
  const answer = await answerTo(url, asked).catch(() => null)
  const code = answer?.errors?.[0]?.extensions?.code
  if (code === 'GRAPHQL_VALIDATION_FAILED' || code === 'BAD_USER_INPUT') throw new Error(answer?.errors?.[0]?.message)
  const outcome = answer?.data?.[asked.operation] ?? null
  if (outcome === null || passing.has(outcome.code)) return false
  if (outcome.person === undefined) throw new Error(`${asked.mark} was refused: ${outcome.code} ${outcome.message}`)
  ledger.acknowledge(asked, outcome.person.version)
  return true
}

const answerTo = async (url: string, { operation, input }: Asked): Promise<Answer> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: mutations[operation], variables: { input } }),
    signal: AbortSignal.timeout(15_000),
  })
  return response.json()
}

/** Offices at work at once, each on files of its own, until told to stop or left without an answer. */
export const work = (url: string, ledger: Ledger, seed: string, ended: AbortSignal): Promise<unknown> => {
  const offices = 4
  const one = async (office: number): Promise<void> => {
    const random = new Random(`${seed} office ${office}`)
    const dice = () => random.next()
    const files = ledger.people.filter((_, i) => i % offices === office)
    while (!ended.aborted) {
      const person = files[Math.floor(dice() * files.length)]
      if (person === undefined || !(await send(url, ledger.ask(person, dice), ledger))) return
    }
  }
  return Promise.all(Array.from({ length: offices }, (_, office) => one(office)))
}
