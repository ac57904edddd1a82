import type { FetchAPI, Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import { receivePackage } from '../../acts/policies/receive-package.ts'
import { uploadPackage } from '../../acts/policies/upload-package.ts'
import { KnownProblem } from '../../acts/problem.ts'
import type { Database } from '../../db/connect.ts'
import { type Arriving, announcedLength } from '../body.ts'
import { actorOf } from '../context.ts'
import { besideGraphql } from './beside-graphql.ts'

/** `PUT /plugins` takes a signed policy package of at most 1 MiB; the digest it answers is what mutations name it by. */
export const usePlugins = (db: Database, logger: Logger): Plugin =>
  besideGraphql(logger, (path) =>
    path === '/plugins' ? { method: 'PUT', answer: (request, body, api) => upload(db, request, body, api) } : null,
  )

const upload = async (
  db: Database,
  request: Request,
  { pieces }: Arriving,
  { Response }: FetchAPI,
): Promise<Response> => {
  const bytes = await receivePackage({
    body: pieces,
    length: announcedLength(request),
    type: request.headers.get('content-type'),
    encoding: request.headers.get('content-encoding'),
  })
  const taken = await uploadPackage(db, actorOf(request), { bytes })
  if (taken instanceof KnownProblem) throw taken
  const { digest, plugin, version, target, sequence, signedBy } = taken
  return Response.json({ digest, plugin, version, target, sequence, signedBy }, { status: 201 })
}
