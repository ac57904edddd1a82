import type { FetchAPI, Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { KnownProblem, UnavailableProblem } from '../../acts/problem.ts'
import { uploadId } from '../../acts/roster/upload/ask-import.ts'
import { reportFile } from '../../acts/roster/upload/report-file.ts'
import { stagedBytes } from '../../acts/roster/upload/staged-bytes.ts'
import { takeUpload } from '../../acts/roster/upload/upload.ts'
import type { Database } from '../../db/connect.ts'
import { databaseError } from '../../db/errors.ts'
import { type Language, languageOf } from '../../schema/language.ts'
import { Admission } from '../admission.ts'
import { type Arriving, bodyOf } from '../body.ts'
import { actorOf } from '../context.ts'
import { bug, busy, refusalOf, wrongMethod } from '../refusal.ts'
import { requestId, tellBug } from './use-request-log.ts'

/** Uploads and downloads at a time; each holds a chunk or two in memory. */
const atOnce = 4
const longestLine = 32

const uploads = '/rosters'
const report = /^\/rosters\/([^/]+)\/report\.xlsx$/

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * `PUT /rosters` takes a file that is to be imported; `GET /rosters/<job>/report.xlsx` gives back what was wrong with it.
 * Both stream, and so stand outside GraphQL.
 */
export const useRosters = (db: Database, logger: Logger, most?: number): Plugin => {
  const admission = new Admission(atOnce, longestLine)
  return {
    async onRequest({ request, url, endResponse, fetchAPI, serverContext }) {
      const job = report.exec(url.pathname)?.[1]
      if (url.pathname !== uploads && job === undefined) return
      const language = languageOf(request.headers.get('accept-language'))
      const answer = (refusal: ReturnType<typeof busy>) =>
        endResponse(fetchAPI.Response.json(refusal.body, { status: refusal.status, headers: { ...refusal.headers } }))
      const method = job === undefined ? 'PUT' : 'GET'
      if (request.method !== method) return answer(wrongMethod(method, language))
      if ((await admission.enter(request.signal)) !== null) return answer(busy(language))
      const body = bodyOf(request, 'req' in serverContext ? serverContext.req : null)
      try {
        endResponse(
          job === undefined ? await upload(db, request, body, fetchAPI, most) : await download(db, job, fetchAPI),
        )
      } catch (error) {
        const problem = error instanceof KnownProblem ? error : UnavailableProblem.of(error)
        if (problem === null) tellBug(logger, error, requestId(request))
        body.ignore()
        answer(problem === null ? why(error, language) : refusalOf(problem, language))
      } finally {
        admission.leave()
      }
    },
  }
}

const unreachable = new Set(['busy', 'timeout'])

const why = (error: unknown, language: Language) =>
  unreachable.has(databaseError(error)?.refusal ?? '') ? busy(language) : bug(language)

const upload = async (
  db: Database,
  request: Request,
  body: Arriving,
  { Response }: FetchAPI,
  most?: number,
): Promise<Response> => {
  const announced = request.headers.get('content-length')
  const { bytes, digest, kind, expiresAt, ...ref } = await takeUpload(db, {
    by: actorOf(request),
    body: body.pieces,
    length: announced === null ? null : Number(announced),
    ...(most !== undefined && { most }),
  })
  const at = expiresAt.replace(' ', 'T').replace(/\+00$/, 'Z')
  return Response.json({ id: uploadId(ref), bytes, digest: `sha256:${digest}`, kind, expiresAt: at }, { status: 201 })
}

const download = async (db: Database, job: string, { Response, ReadableStream }: FetchAPI): Promise<Response> => {
  const file = await reportFile(db, job)
  if (file instanceof KnownProblem) throw file
  const chunks = stagedBytes(db, file)
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => {
      await chunks.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': workbookType,
      'content-length': String(file.bytes),
      'content-disposition': `attachment; filename="roster-report.xlsx"; filename*=UTF-8''${encodeURIComponent('名册问题标注.xlsx')}`,
      'cache-control': 'no-store',
    },
  })
}
