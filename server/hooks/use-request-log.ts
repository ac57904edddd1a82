import { randomUUID } from 'node:crypto'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'

const header = 'x-request-id'
const wellFormed = /^[\w.-]{1,64}$/

/** Gives every request an id, sends it back, and writes one line when the answer leaves: never a name, a text or a variable. */
export const useRequestLog = (logger: Logger): Plugin => {
  const begun = new WeakMap<Request, { readonly id: string; readonly at: number }>()
  return {
    onRequest({ request }) {
      const given = request.headers.get(header) ?? ''
      begun.set(request, { id: wellFormed.test(given) ? given : randomUUID(), at: performance.now() })
    },
    onResponse({ request, response }) {
      const { id, at } = begun.get(request) ?? { id: randomUUID(), at: performance.now() }
      response.headers.set(header, id)
      const ms = Math.round(performance.now() - at)
      logger.info({ id, method: request.method, path: new URL(request.url).pathname, status: response.status, ms })
    },
  }
}
