/** Whatever answers requests: a server somewhere, or the graph within the same process. */
export type Serve = (path: string, request: RequestInit) => Promise<Response>

/** Someone at a frontend, as the server knows them. */
export interface Officer {
  /** Asks the graph; what the operation's one field answers. */
  readonly ask: (query: string, variables: object) => Promise<Answered>
  /** Hands in a file. */
  readonly put: (path: string, bytes: string) => Promise<Answered>
}

export type Answered = Readonly<Record<string, unknown>>

export const officer = (serve: Serve, name: string): Officer => {
  const headers = () => ({ 'content-type': 'application/json', 'x-cadre-actor': name })
  return {
    ask: async (query, variables) => {
      const body = JSON.stringify({ query, variables })
      const response = await serve('/graphql', { method: 'POST', headers: headers(), body })
      const { data, errors } = recordOf(await response.json())
      if (errors !== undefined) throw new Error(`The graph could not answer: ${JSON.stringify(errors)}`)
      return recordOf(Object.values(recordOf(data))[0])
    },
    put: async (path, bytes) => {
      const response = await serve(path, { method: 'PUT', headers: headers(), body: bytes })
      return recordOf(await response.json())
    },
  }
}

const isRecord = (value: unknown): value is Answered => typeof value === 'object' && value !== null

/** What was answered, as an object; nothing is an empty one. */
export const recordOf = (value: unknown): Answered => (isRecord(value) ? value : {})
