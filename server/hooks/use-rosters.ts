import type { FetchAPI, Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { KnownProblem } from '../../acts/problem.ts'
import { uploadId } from '../../acts/roster/upload/ask-import.ts'
import { reportFile } from '../../acts/roster/upload/report-file.ts'
import { stagedBytes } from '../../acts/roster/upload/staged-bytes.ts'
import { takeUpload } from '../../acts/roster/upload/upload.ts'
import type { Database } from '../../db/connect.ts'
import { type Arriving, announcedLength } from '../body.ts'
import { actorOf } from '../context.ts'
import { besideGraphql } from './beside-graphql.ts'

const uploads = '/rosters'
const report = /^\/rosters\/([^/]+)\/report\.xlsx$/

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * `PUT /rosters` takes a file that is to be imported; `GET /rosters/<job>/report.xlsx` gives back what was wrong with it.
 * Both stream, and so stand outside GraphQL.
 */
export const useRosters = (db: Database, logger: Logger, most?: number): Plugin =>
  besideGraphql(logger, (path) => {
    const job = report.exec(path)?.[1]
    if (job !== undefined) return { method: 'GET', answer: (_, __, api) => download(db, job, api) }
    return path === uploads
      ? { method: 'PUT', answer: (request, body, api) => upload(db, request, body, api, most) }
      : null
  })

const upload = async (
  db: Database,
  request: Request,
  body: Arriving,
  { Response }: FetchAPI,
  most?: number,
): Promise<Response> => {
  const { bytes, digest, kind, expiresAt, ...ref } = await takeUpload(db, {
    by: actorOf(request),
    body: body.pieces,
    length: announcedLength(request),
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
