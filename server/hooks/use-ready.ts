import type { Plugin } from 'graphql-yoga'

/** What a balancer and a person want to know before sending work. */
export interface Readiness {
  readonly ready: boolean
  readonly database: 'up' | 'down'
  /** Whether there is room to write; `null`: only whoever runs the database can tell. */
  readonly storage: 'enough' | 'full' | null
  /** Name of the last migration applied, or `null` when unknown. */
  readonly schemaVersion: string | null
  readonly draining: boolean
}

/** `GET /ready`: 200 while work is taken, 503 while it is not, and why. */
export const useReady = (readiness: () => Promise<Readiness>): Plugin => ({
  async onRequest({ url, endResponse, fetchAPI }) {
    if (url.pathname !== '/ready') return
    const now = await readiness()
    endResponse(fetchAPI.Response.json(now, { status: now.ready ? 200 : 503 }))
  },
})
