import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Logger } from 'pino'
import { knownIn, rootCause } from '../known-in.ts'

const ids = new WeakMap<Request, string>()

/** The id a request goes by, once it has one. */
export const requestId = (request: Request): string | undefined => ids.get(request)

const header = 'x-request-id'
const wellFormed = /^[\w.-]{1,64}$/

/**
 * Gives every request an id, sends it back, and writes one line when the answer leaves, and one for each bug met on the
 * way: never a name, a text or a variable.
 */
export const useRequestLog = (logger: Logger): Plugin<YogaInitialContext> => {
  const begun = new WeakMap<Request, number>()
  return {
    onRequest({ request }) {
      const given = request.headers.get(header) ?? ''
      ids.set(request, wellFormed.test(given) ? given : randomUUID())
      begun.set(request, performance.now())
    },
    onExecute: ({ args }) => ({
      onExecuteDone({ result }) {
        const errors = 'errors' in result ? (result.errors ?? []) : []
        const id = requestId(args.contextValue.request)
        for (const error of errors) tellBug(logger, error, id)
      },
    }),
    onResponse({ request, response }) {
      const id = requestId(request) ?? randomUUID()
      response.headers.set(header, id)
      const ms = Math.round(performance.now() - (begun.get(request) ?? performance.now()))
      logger.info({ id, method: request.method, path: new URL(request.url).pathname, status: response.status, ms })
    },
  }
}

const told = new WeakSet<object>()

/** Writes a bug down, once, however many ways it comes by; what was raised on purpose is none. */
export const tellBug = (logger: Logger, error: unknown, id?: string): void => {
  const err = rootCause(error)
  if (knownIn(error) !== null || err instanceof GraphQLError || (err instanceof Error && told.has(err))) return
  if (err instanceof Error) told.add(err)
  logger.error({ id, err }, 'unexpected error')
}
