import autocannon from 'autocannon'

/** One of the questions a load is made of. */
export interface Question {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: string
}

const headers = { 'content-type': 'application/json' }

/**
 * Requests per second of so many callers, each of whom asks again as soon as there is an answer. No two start with the same
 * question, so that they do not ask in step.
 */
export const requestsPerSecond = async (
  url: string,
  questions: readonly Question[],
  connections: number,
  seconds: number,
): Promise<number> => {
  let caller = 0
  const { requests, duration, errors, non2xx } = await autocannon({
    ...{ url, connections, duration: seconds, timeout: 60 },
    setupClient: (client) => {
      const from = Math.floor((caller * questions.length) / connections)
      caller += 1
      client.setRequests(
        [...questions.slice(from), ...questions.slice(0, from)].map((question) => ({ ...question, headers })),
      )
    },
  })
  if (errors + non2xx > 0) throw new Error(`${errors + non2xx} of the requests to ${url} were not answered.`)
  return requests.total / duration
}
