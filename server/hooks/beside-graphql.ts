import type { FetchAPI, Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { KnownProblem, UnavailableProblem } from '../../acts/problem.ts'
import { databaseError } from '../../db/errors.ts'
import { type Language, languageOf } from '../../schema/language.ts'
import { Admission } from '../admission.ts'
import { type Arriving, bodyOf } from '../body.ts'
import { bug, busy, type Refusal, refusalOf, wrongMethod } from '../refusal.ts'
import { requestId, tellBug } from './use-request-log.ts'

/** Bodies and files at a time; each holds a chunk or two in memory. */
const atOnce = 4
const longestLine = 32

/** What one address does with a request by its one method; a refusal is thrown. */
export interface Endpoint {
  readonly method: 'GET' | 'PUT'
  readonly answer: (request: Request, body: Arriving, api: FetchAPI) => Promise<Response>
}

/** Serves addresses that stand outside GraphQL, since they stream: a few requests at a time, refused in the same words. */
export const besideGraphql = (logger: Logger, endpointOf: (path: string) => Endpoint | null): Plugin => {
  const admission = new Admission(atOnce, longestLine)
  return {
    async onRequest({ request, url, endResponse, fetchAPI, serverContext }) {
      const endpoint = endpointOf(url.pathname)
      if (endpoint === null) return
      const language = languageOf(request.headers.get('accept-language'))
      const refuse = ({ body, status, headers }: Refusal) =>
        endResponse(fetchAPI.Response.json(body, { status, headers: { ...headers } }))
      if (request.method !== endpoint.method) return refuse(wrongMethod(endpoint.method, language))
      if ((await admission.enter(request.signal)) !== null) return refuse(busy(language))
      const body = bodyOf(request, 'req' in serverContext ? serverContext.req : null)
      try {
        endResponse(await endpoint.answer(request, body, fetchAPI))
      } catch (error) {
        const problem = error instanceof KnownProblem ? error : UnavailableProblem.of(error)
        if (problem === null) tellBug(logger, error, requestId(request))
        body.ignore()
        refuse(problem === null ? why(error, language) : refusalOf(problem, language))
      } finally {
        admission.leave()
      }
    },
  }
}

const unreachable = new Set(['busy', 'timeout'])

const why = (error: unknown, language: Language) =>
  unreachable.has(databaseError(error)?.refusal ?? '') ? busy(language) : bug(language)
